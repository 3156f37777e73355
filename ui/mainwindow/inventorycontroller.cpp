// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/inventorycontroller.h"

#include "azure/inventoryjob.h"
#include "core/offthread.h"
#include "core/serviceurl.h"
#include "resourcelist/resourcelistmodel.h"

#include <QDir>
#include <QSet>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// An index of Azure's is seldom longer behind.
constexpr std::chrono::seconds longestLag = 30min;
/// Within this, a person who refreshes does so because something is missing.
constexpr std::chrono::seconds soonAfter = 10min;

/// Source: CommunicationServicesProvisioningState, Microsoft.Communication 2023-04-01; "Accepted" is recorded.
bool isChanging(const QString& provisioningState)
{
    return QStringList{u"Accepted"_s, u"Creating"_s, u"Running"_s, u"Updating"_s, u"Deleting"_s, u"Moving"_s}.contains(
        provisioningState, Qt::CaseInsensitive);
}

/// Of which tenants and subscriptions a listing had no answer that tells what is in them. That they may no longer be
/// seen is one.
class Unanswered
{
public:
    explicit Unanswered(const QList<ListingFailure>& failures)
    {
        for (const ListingFailure& failure : failures) {
            if (failure.error.kind == ErrorKind::Forbidden || failure.error.kind == ErrorKind::NotFound) {
                continue;
            }
            if (failure.scope == ListingFailure::Scope::Tenant) {
                m_tenants.insert(failure.tenant);
            } else if (failure.scope == ListingFailure::Scope::Subscription) {
                m_subscriptions.insert(failure.subscription);
            }
        }
    }

    [[nodiscard]] bool hold(const CommunicationService& resource) const
    {
        return m_tenants.contains(resource.tenant) || m_subscriptions.contains(resource.id.subscription());
    }

private:
    QSet<TenantId> m_tenants;
    QSet<SubscriptionId> m_subscriptions;
};

} // namespace

InventoryController::InventoryController(ResourceListModel& resources, QObject* parent)
    : QObject(parent)
    , m_resources(resources)
{
    m_files.setMaxThreadCount(1); // one after the other
    connect(&m_found, &ResourceFeed::ready, &m_resources, &ResourceListModel::append);
    connect(&m_found, &ResourceFeed::drained, this, &InventoryController::finishOnceShown);
    connect(&m_earlier, &ResourceFeed::ready, &m_resources, &ResourceListModel::appendEarlier);
    connect(&m_earlier, &ResourceFeed::drained, this, &InventoryController::earlierIsShown);
}

InventoryController::~InventoryController()
{
    delete m_job; // before the session that it uses
}

void InventoryController::setSession(const std::shared_ptr<Session>& session)
{
    const bool wasRunning = isRunning();
    delete m_job;
    m_result.reset();
    m_found.clear();
    forgetEarlier();
    m_isOutdated = false;
    ++m_sessionNumber;
    m_isReading = false;
    m_session = session;
    m_doubtful.clear();
    m_endedUtc = {};
    m_resources.update({});
    if (wasRunning) {
        emit ended();
    }
}

void InventoryController::refresh(const SubscriptionId& chosen)
{
    if (isRunning() || !m_session) {
        return;
    }
    m_isOutdated = false;
    m_job = m_session->arm().listInventory(this, m_excluded);
    m_job->listDirectly(subscriptionsToAsk(chosen));
    if (m_endedUtc.isValid() && m_endedUtc.secsTo(m_session->clock().utcNow()) < soonAfter.count()) {
        m_job->distrustIndex();
    }
    connect(m_job, &InventoryJob::scopesFound, this, &InventoryController::scopesFound);
    connect(m_job, &InventoryJob::found, &m_found, &ResourceFeed::add);
    connect(m_job, &Job::progressed, this, &InventoryController::progressed);
    connect(m_job, &Job::waitingToRetry, this, &InventoryController::waitingToRetry);
    m_job->onFinished(this, [this](const Result<Inventory>& result) {
        m_job = nullptr; // it deletes itself
        m_result = result;
        finishOnceShown();
    });
    m_resources.beginListing();
    m_failure.reset();
    emit started();
    m_job->start();
    if (m_resources.rowCount() == 0 && !m_isReading) {
        readEarlier();
    }
}

QSet<SubscriptionId> InventoryController::subscriptionsToAsk(const SubscriptionId& chosen)
{
    const QDateTime nowUtc = m_session->clock().utcNow();
    m_doubtful.removeIf([&nowUtc](const auto& doubt) { return doubt.value().secsTo(nowUtc) > longestLag.count(); });
    QSet<SubscriptionId> subscriptions(m_doubtful.keyBegin(), m_doubtful.keyEnd());
    if (!chosen.isEmpty()) {
        subscriptions.insert(chosen);
    }
    for (int row = 0; row < m_resources.rowCount() && subscriptions.size() < InventoryJob::mostDirect; ++row) {
        const CommunicationService& resource = m_resources.resource(row);
        const bool isNew = resource.createdUtc.isValid() && resource.createdUtc.secsTo(nowUtc) < longestLag.count();
        if (isNew || isChanging(resource.provisioningState)) {
            subscriptions.insert(resource.id.subscription());
        }
    }
    return subscriptions;
}

void InventoryController::markGone(const ResourceId& resource)
{
    if (m_session) {
        m_doubtful.insert(resource.subscription(), m_session->clock().utcNow());
        m_resources.remove(resource);
    }
}

void InventoryController::setExcludedTenants(const QList<TenantId>& excluded)
{
    if (excluded == m_excluded) {
        return;
    }
    m_excluded = excluded;
    m_isOutdated = isRunning();
    refresh();
}

void InventoryController::cancel()
{
    m_isOutdated = false;
    if (m_job) {
        m_job->cancel();
    }
}

void InventoryController::finishOnceShown()
{
    if (m_result && m_found.isEmpty()) {
        finish(*std::exchange(m_result, std::nullopt));
    }
}

void InventoryController::finish(const Result<Inventory>& result)
{
    emit ended();
    if (result) {
        forgetEarlier();
        m_resources.endListing([unanswered = Unanswered(result->failures)](const CommunicationService& resource) {
            return unanswered.hold(resource);
        });
        keep(*result);
        m_endedUtc = m_session->clock().utcNow();
        emit listed(*result);
    } else if (result.error().isCancelled()) {
        emit cancelled();
    } else {
        fail(result.error());
    }
    if (m_isOutdated) {
        refresh();
    }
}

void InventoryController::forget()
{
    if (m_session) {
        m_files.waitForDone();
        known().forget();
    }
}

KnownResources InventoryController::known() const
{
    const bool isKept = !m_folder.isEmpty() && !m_session->isDemo();
    const QString file = isKept ? QDir(m_folder).absoluteFilePath(u"resources.json"_s) : QString();
    return {file, hostAndPort(m_session->cloud().armEndpoint), m_session->account()};
}

void InventoryController::readEarlier()
{
    m_isReading = true;
    offThread(
        m_files, this, [known = known()] { return known.read(); },
        [this, number = m_sessionNumber](const std::optional<KnownResources::List>& list) {
            if (number != m_sessionNumber) {
                return;
            }
            m_isReading = false;
            showEarlier(list.value_or(KnownResources::List()));
        });
}

void InventoryController::showEarlier(const KnownResources::List& list)
{
    if (!list.resources.isEmpty() && (isRunning() || m_failure)) {
        m_asOfUtc = list.asOfUtc;
        m_earlier.add(list.resources);
    } else {
        failNow();
    }
}

void InventoryController::earlierIsShown()
{
    emit earlierShown(m_asOfUtc);
    failNow();
}

void InventoryController::failNow()
{
    if (m_failure) {
        fail(*std::exchange(m_failure, std::nullopt));
    }
}

void InventoryController::forgetEarlier()
{
    m_earlier.clear();
    m_asOfUtc = {};
    m_failure.reset();
}

void InventoryController::fail(const Error& error)
{
    if (m_isReading || !m_earlier.isEmpty()) {
        m_failure = error;
        return;
    }
    const bool hasNoNetwork = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
    if (hasNoNetwork && m_asOfUtc.isValid()) {
        emit offline(error, m_asOfUtc);
    } else {
        emit failed(error);
    }
}

// Some tenants and subscriptions never answer; what was known of them is in the list all the same.
void InventoryController::keep(const Inventory& inventory)
{
    const QList<CommunicationService> all =
        inventory.failures.isEmpty() ? inventory.resources : m_resources.resources();
    m_files.start(
        [known = known(), list = KnownResources::List{m_session->clock().utcNow(), all}] { known.write(list); });
}

} // namespace CommKeys
