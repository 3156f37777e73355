// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/inventoryjob.h"

#include "azure/armclient.h"
#include "azure/distinctnames.h"
#include "azure/pagedlistjob.h"
#include "azure/queryresourcesjob.h"
#include "azure/resourcegraph.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Well inside ARM's bucket of 250 reads a region and principal, refilled at 25 a second.
constexpr int mostAtOnce = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::InventoryJob)
};

/// A subscription in which Communication Services was never used has none, and is not one that failed.
bool isProviderMissing(const Error& error)
{
    const QString& code = error.detail.code;
    return code == "MissingSubscriptionRegistration"_L1 || code == "NoRegisteredProviderFound"_L1 ||
           code == "InvalidResourceNamespace"_L1;
}

/// Whether listing one subscription after the other may do better: not without a sign-in, and not without a network.
bool isAboutResourceGraph(const Error& error)
{
    return error.kind == ErrorKind::BadAnswer || (error.httpStatus != 0 && error.kind != ErrorKind::NotSignedIn);
}

} // namespace

InventoryJob::InventoryJob(ArmClient& arm, QList<TenantId> excluded, QObject* parent)
    : JobOf<Inventory>(parent)
    , m_arm(arm)
    , m_excluded(std::move(excluded))
{
}

void InventoryJob::run()
{
    auto* job = m_arm.listTenants(this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this, job](const Result<QList<Tenant>>& tenants) {
                        addUnreadable(job->unreadable(), Text::tr("the list of tenants"));
                        tenantsListed(tenants);
                    })
        ->start();
}

void InventoryJob::tenantsListed(const Result<QList<Tenant>>& tenants)
{
    if (!tenants) {
        finishWith(tenants.error());
        return;
    }
    for (const Tenant& tenant : *tenants) {
        (m_excluded.contains(tenant.id) ? m_inventory.excluded : m_inventory.tenants).append(tenant);
    }
    m_inventory.tenants = withDistinctNames(m_inventory.tenants);
    m_tenantsOpen = static_cast<int>(m_inventory.tenants.size());
    emit scopesFound(m_inventory.tenants, {});
    const QList<Tenant> all = m_inventory.tenants;
    for (const Tenant& tenant : all) {
        auto* job = m_arm.listSubscriptions(tenant.id, this);
        connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this,
                        [this, tenant, job](const Result<QList<Subscription>>& subscriptions) {
                            addUnreadable(job->unreadable(), tenant.displayName);
                            subscriptionsListed(tenant, subscriptions);
                        })
            ->start();
    }
    finishIfDone();
}

void InventoryJob::subscriptionsListed(const Tenant& tenant, const Result<QList<Subscription>>& subscriptions)
{
    --m_tenantsOpen;
    if (subscriptions) {
        sortOut(*subscriptions);
    } else {
        m_inventory.failures.append(
            {ListingFailure::Scope::Tenant, tenant.displayName, subscriptions.error(), tenant.id, {}});
    }
    if (m_tenantsOpen == 0) {
        chooseTenants();
    }
    if (subscriptions) {
        emit scopesFound(m_inventory.tenants, m_inventory.subscriptions);
    }
    startMore();
    finishIfDone();
}

void InventoryJob::sortOut(const QList<Subscription>& subscriptions)
{
    QList<Subscription> own;
    for (const Subscription& subscription : subscriptions) {
        m_tenantsOf[subscription.id].append(subscription.tenant);
        m_arm.tenants().add(subscription.id, subscription.tenant);
        if (subscription.owner == subscription.tenant || m_inventory.tenants.size() == 1) {
            own.append(subscription);
        } else {
            m_delegated[subscription.id].append(subscription);
        }
    }
    wait(own);
}

// What is decided by the order of the answers would be another tenant, with other rights, at each listing.
void InventoryJob::chooseTenants()
{
    QHash<TenantId, QList<Subscription>> chosen;
    for (const QList<Subscription>& candidates : std::as_const(m_delegated)) {
        const auto best =
            std::min_element(candidates.begin(), candidates.end(), [](const Subscription& a, const Subscription& b) {
                return a.tenant.toString().compare(b.tenant.toString(), Qt::CaseInsensitive) < 0;
            });
        chosen[best->tenant].append(*best);
    }
    for (const QList<Subscription>& subscriptions : std::as_const(chosen)) {
        wait(subscriptions);
    }
    m_delegated.clear();
    m_arm.tenants().replace(m_tenantsOf);
}

// All of one tenant.
void InventoryJob::wait(const QList<Subscription>& subscriptions)
{
    Batch batch;
    const qsizetype first = m_subscriptions.size();
    for (const Subscription& subscription : subscriptions) {
        if (!m_known.contains(subscription.id)) {
            m_known.insert(subscription.id);
            m_subscriptions.append(subscription);
            batch.tenantName = nameOf(subscription.tenant);
        }
    }
    m_inventory.subscriptions = withDistinctNames(m_subscriptions, m_inventory.tenants);
    const QList<Subscription> fresh = m_inventory.subscriptions.sliced(first);
    for (const Subscription& subscription : fresh) {
        if (isDirect(subscription.id)) {
            m_toList.enqueue(subscription);
            continue;
        }
        batch.subscriptions.append(subscription);
        if (batch.subscriptions.size() == ResourceGraph::mostSubscriptions) {
            m_toQuery.enqueue({batch.tenantName, std::exchange(batch.subscriptions, {})});
        }
    }
    if (!batch.subscriptions.isEmpty()) {
        m_toQuery.enqueue(batch);
    }
}

QString InventoryJob::nameOf(const TenantId& tenant) const
{
    const auto found = std::find_if(m_inventory.tenants.begin(), m_inventory.tenants.end(),
                                    [&tenant](const Tenant& candidate) { return candidate.id == tenant; });
    return found == m_inventory.tenants.end() ? tenant.toString() : found->displayName;
}

void InventoryJob::startMore()
{
    while (m_listing < mostAtOnce && !m_toQuery.isEmpty()) {
        query(m_toQuery.dequeue());
    }
    while (m_listing < mostAtOnce && !m_toList.isEmpty()) {
        list(m_toList.dequeue());
    }
    tellProgress();
}

void InventoryJob::tellProgress()
{
    const double partly = std::accumulate(m_partly.cbegin(), m_partly.cend(), 0.0);
    emit progressed(m_listed + static_cast<int>(partly), static_cast<int>(m_inventory.subscriptions.size()));
}

void InventoryJob::query(const Batch& batch)
{
    ++m_listing;
    QueryResourcesJob* job = m_arm.queryCommunicationServices(batch.subscriptions, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    connect(job, &QueryResourcesJob::found, this, &InventoryJob::take);
    connect(job, &Job::progressed, this, [this, job, size = batch.subscriptions.size()](int done, int total) {
        m_partly.insert(job, total == 0 ? 0.0 : static_cast<double>(size) * done / total);
        tellProgress();
    });
    job->onFinished(this,
                    [this, batch, job](const Result<qsizetype>& count) {
                        m_partly.remove(job);
                        queried(batch, *job, count);
                    })
        ->start();
}

void InventoryJob::queried(const Batch& batch, const QueryResourcesJob& job, const Result<qsizetype>& count)
{
    --m_listing;
    addUnreadable(job.unreadable(), batch.tenantName);
    if (!count && !job.hasFound() && isAboutResourceGraph(count.error())) {
        m_toList.append(batch.subscriptions);
    } else {
        m_listed += static_cast<int>(batch.subscriptions.size());
        if (count) {
            listEmptyOnes(batch, job);
        }
        if (!count) {
            m_inventory.failures.append({ListingFailure::Scope::Tenant,
                                         batch.tenantName,
                                         count.error(),
                                         batch.subscriptions.first().tenant,
                                         {}});
        }
    }
    startMore();
    finishIfDone();
}

// A resource that was made just now is in a subscription that the index does not have yet.
void InventoryJob::listEmptyOnes(const Batch& batch, const QueryResourcesJob& job)
{
    QList<Subscription> empty;
    for (const Subscription& subscription : batch.subscriptions) {
        if (!job.nonEmpty().contains(subscription.id)) {
            empty.append(subscription);
        }
    }
    if (empty.size() <= m_directLeft) {
        m_directLeft -= static_cast<int>(empty.size());
        m_listed -= static_cast<int>(empty.size());
        m_toList.append(empty);
    }
}

bool InventoryJob::isDirect(const SubscriptionId& subscription)
{
    if (m_direct.contains(subscription)) {
        return true;
    }
    const bool isAffordable = m_isDistrusted && m_directLeft > 0;
    m_directLeft -= isAffordable ? 1 : 0;
    return isAffordable;
}

void InventoryJob::addUnreadable(const QStringList& names, const QString& where)
{
    for (const QString& name : names) {
        //: %1: the name of a tenant or a subscription, or "the list of tenants"
        Error error = Error::badAnswer(Text::tr("An entry of %1 could not be read.").arg(where));
        error.detail.target = where;
        error.detail.message = name;
        m_inventory.failures.append({ListingFailure::Scope::Entry, name, error, {}, {}});
    }
}

// As they come, since a hundred thousand that are added at once hold the window up.
void InventoryJob::take(const QList<CommunicationService>& resources)
{
    m_inventory.resources.append(resources);
    emit found(resources);
}

void InventoryJob::list(const Subscription& subscription)
{
    ++m_listing;
    auto* job = m_arm.listCommunicationServices(subscription, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this, subscription, job](const Result<QList<CommunicationService>>& resources) {
                        addUnreadable(job->unreadable(), subscription.displayName);
                        listed(subscription, resources);
                    })
        ->start();
}

void InventoryJob::listed(const Subscription& subscription, const Result<QList<CommunicationService>>& resources)
{
    --m_listing;
    ++m_listed;
    if (resources) {
        take(*resources);
    } else if (!isProviderMissing(resources.error())) {
        m_inventory.failures.append(
            {ListingFailure::Scope::Subscription, subscription.displayName, resources.error(), {}, subscription.id});
    }
    startMore();
    finishIfDone();
}

// A name that was the only one of its kind when its resources came may not have stayed so.
void InventoryJob::renameFound()
{
    QHash<SubscriptionId, QString> names;
    for (const Subscription& subscription : std::as_const(m_inventory.subscriptions)) {
        names.insert(subscription.id, subscription.displayName);
    }
    QList<CommunicationService> renamed;
    for (CommunicationService& resource : m_inventory.resources) {
        const QString name = names.value(resource.id.subscription(), resource.subscriptionName);
        if (resource.subscriptionName != name) {
            resource.subscriptionName = name;
            renamed.append(resource);
        }
    }
    if (!renamed.isEmpty()) {
        emit found(renamed);
    }
}

void InventoryJob::finishIfDone()
{
    if (m_tenantsOpen > 0 || m_listing > 0 || !m_toQuery.isEmpty() || !m_toList.isEmpty()) {
        return;
    }
    const QList<ListingFailure>& failures = m_inventory.failures;
    const bool nothingListed = m_inventory.subscriptions.isEmpty() && failures.size() == m_inventory.tenants.size();
    const bool isUnreachable = std::any_of(failures.begin(), failures.end(), [](const ListingFailure& failure) {
        return failure.error.kind == ErrorKind::Network || failure.error.kind == ErrorKind::Timeout;
    });
    if (nothingListed && !failures.isEmpty() && (failures.size() == 1 || isUnreachable)) {
        finishWith(failures.first().error);
        return;
    }
    renameFound();
    finishWith(std::move(m_inventory));
}

} // namespace CommKeys
