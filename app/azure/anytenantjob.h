// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/subscriptiontenants.h"
#include "core/job.h"

#include <functional>
#include <optional>

namespace CommKeys {

/// True where a token of this tenant is refused, and one of another tenant may be accepted. Of a request that changes
/// nothing it doesn't matter who refuses it.
[[nodiscard]] inline bool isRefusalOfTenant(const Error& error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotSignedIn ||
           error.kind == ErrorKind::NotFound || error.kind == ErrorKind::InvalidInput;
}

/// A question about a resource, asked with a token of one tenant after the other until one has the right to ask it. For
/// requests that change nothing. Remembers the tenant that was accepted. Ends with what the accepted tenant answered,
/// else with the first answer, else with the first error.
template <typename T>
class AnyTenantJob final : public JobOf<T>
{
public:
    /// Makes the job that asks about the resource as CommunicationService::tenant reaches it, as a child of @p parent.
    using Make = std::function<JobOf<T>*(const CommunicationService& resource, QObject* parent)>;
    /// Whether an answer shows that the tenant's token has the right.
    using HasRight = std::function<bool(const T& answer)>;

    /// @p tenants outlives this.
    AnyTenantJob(SubscriptionTenants& tenants, CommunicationService resource, SubscriptionTenants::Right right,
                 Make make, HasRight hasRight, QObject* parent)
        : JobOf<T>(parent)
        , m_tenants(tenants)
        , m_resource(std::move(resource))
        , m_right(right)
        , m_make(std::move(make))
        , m_hasRight(std::move(hasRight))
    {
    }

private:
    void run() override
    {
        m_toTry = m_tenants.tenantsFor(m_resource.id, m_resource.tenant, m_right);
        tryNext();
    }

    void tryNext()
    {
        CommunicationService resource = m_resource;
        resource.tenant = m_toTry.takeFirst();
        JobOf<T>* job = m_make(resource, this);
        QObject::connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this, [this, tenant = resource.tenant](const Result<T>& result) { take(tenant, result); })
            ->start();
    }

    void take(const TenantId& tenant, const Result<T>& result)
    {
        if (!this->isOpen()) {
            return;
        }
        if (result && m_hasRight(*result)) {
            m_tenants.noteGranted(m_resource.id, tenant, m_right);
            this->finishWith(result);
            return;
        }
        if (!m_best || (!*m_best && result)) {
            m_best = result;
        }
        const bool mayGoOn = result || isRefusalOfTenant(result.error());
        if (mayGoOn && !m_toTry.isEmpty()) {
            tryNext();
        } else {
            this->finishWith(*std::move(m_best));
        }
    }

    SubscriptionTenants& m_tenants;
    const CommunicationService m_resource;
    const SubscriptionTenants::Right m_right;
    const Make m_make;
    const HasRight m_hasRight;
    QList<TenantId> m_toTry;
    std::optional<Result<T>> m_best;
};

} // namespace CommKeys
