// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/inventoryjob.h"

#include "azure/armclient.h"

#include <algorithm>

namespace CommKeys {

namespace {

/// Well inside ARM's bucket of 250 reads a region and principal, refilled at 25 a second.
constexpr int mostAtOnce = 8;

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
        for (const Subscription& subscription : *subscriptions) {
            // Delegated subscriptions are listed by more than one tenant; one listing of each is enough.
            const bool isKnown = std::any_of(m_inventory.subscriptions.begin(), m_inventory.subscriptions.end(),
                                             [&](const Subscription& known) { return known.id == subscription.id; });
            if (!isKnown) {
                m_inventory.subscriptions.append(subscription);
                m_waiting.enqueue(subscription);
            }
        }
        emit scopesFound(m_inventory.tenants, m_inventory.subscriptions);
    } else {
        m_inventory.failures.append({ListingFailure::Scope::Tenant, tenant.displayName, subscriptions.error()});
    }
    startMore();
    finishIfDone();
}

void InventoryJob::startMore()
{
    while (m_listing < mostAtOnce && !m_waiting.isEmpty()) {
        const Subscription subscription = m_waiting.dequeue();
        ++m_listing;
        auto* job = m_arm.listCommunicationServices(subscription, this);
        connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this,
                        [this, subscription](const Result<QList<CommunicationService>>& resources) {
                            resourcesListed(subscription, resources);
                        })
            ->start();
    }
    emit progressed(m_listed, static_cast<int>(m_inventory.subscriptions.size()));
}

void InventoryJob::resourcesListed(const Subscription& subscription,
                                   const Result<QList<CommunicationService>>& resources)
{
    --m_listing;
    ++m_listed;
    if (resources) {
        m_inventory.resources.append(*resources);
        emit found(*resources);
    } else {
        m_inventory.failures.append({ListingFailure::Scope::Subscription, subscription.displayName, resources.error()});
    }
    startMore();
    finishIfDone();
}

void InventoryJob::finishIfDone()
{
    if (m_tenantsOpen > 0 || m_listing > 0 || !m_waiting.isEmpty()) {
        return;
    }
    if (m_inventory.subscriptions.isEmpty() && !m_inventory.failures.isEmpty()) {
        finishWith(m_inventory.failures.first().error);
        return;
    }
    finishWith(std::move(m_inventory));
}

} // namespace CommKeys
