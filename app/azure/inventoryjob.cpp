// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/inventoryjob.h"

#include "azure/armclient.h"
#include "azure/queryresourcesjob.h"
#include "azure/resourcegraph.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace CommKeys {

namespace {

/// Well inside ARM's bucket of 250 reads a region and principal, refilled at 25 a second.
constexpr int mostAtOnce = 8;

/// Whether listing one subscription after the other may do better: not without a sign-in, and not without a network.
bool isAboutResourceGraph(const Error& error)
{
    return error.kind == ErrorKind::BadAnswer || (error.httpStatus != 0 && error.kind != ErrorKind::NotSignedIn);
}

} // namespace

InventoryJob::InventoryJob(ArmClient& arm, QObject* parent) : JobOf<Inventory>(parent), m_arm(arm) {}

void InventoryJob::run()
{
    auto* job = m_arm.listTenants(this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<QList<Tenant>>& tenants) { tenantsListed(tenants); })->start();
}

void InventoryJob::tenantsListed(const Result<QList<Tenant>>& tenants)
{
    if (!tenants) {
        finishWith(tenants.error());
        return;
    }
    m_inventory.tenants = *tenants;
    m_tenantsOpen = static_cast<int>(tenants->size());
    emit scopesFound(m_inventory.tenants, {});
    for (const Tenant& tenant : *tenants) {
        auto* job = m_arm.listSubscriptions(tenant.id, this);
        connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this,
                        [this, tenant](const Result<QList<Subscription>>& subscriptions) {
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
    for (const Subscription& subscription : subscriptions) {
        if (m_known.contains(subscription.id)) {
            continue;
        }
        m_known.insert(subscription.id);
        m_inventory.subscriptions.append(subscription);
        batch.tenantName = nameOf(subscription.tenant);
        batch.subscriptions.append(subscription);
        if (batch.subscriptions.size() == ResourceGraph::mostSubscriptions) {
            m_toQuery.enqueue(std::exchange(batch, {}));
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
                        queried(batch, job->hasFound(), count);
                    })
        ->start();
}

void InventoryJob::queried(const Batch& batch, bool hasFound, const Result<qsizetype>& count)
{
    --m_listing;
    if (!count && !hasFound && isAboutResourceGraph(count.error())) {
        m_toList.append(batch.subscriptions);
    } else {
        m_listed += static_cast<int>(batch.subscriptions.size());
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
                    [this, subscription](const Result<QList<CommunicationService>>& resources) {
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
    } else {
        m_inventory.failures.append(
            {ListingFailure::Scope::Subscription, subscription.displayName, resources.error(), {}, subscription.id});
    }
    startMore();
    finishIfDone();
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
    finishWith(std::move(m_inventory));
}

} // namespace CommKeys
