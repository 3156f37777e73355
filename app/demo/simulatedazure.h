// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedactivitylog.h"
#include "demo/simulatedanswer.h"
#include "demo/simulatedcloud.h"
#include "demo/simulatedentra.h"
#include "demo/simulatedestate.h"
#include "demo/simulatedexchange.h"
#include "demo/simulatedfaults.h"
#include "demo/simulatedrequest.h"
#include "demo/simulatedroute.h"
#include "demo/simulatedtoken.h"

#include <QDateTime>

namespace CommKeys {

/// Azure Resource Manager for Communication Services, small: what goes in is a request and the time, what comes out
/// is the answer of the real service, with its JSON, its headers, its oddities and its errors. It knows no network,
/// no event loop and no chance: the same requests in the same order get the same answers. Requests below the address of
/// the sign-in go to its SimulatedEntra; faults meet them too.
///
/// The demo reaches it through SimulatedNetworkAccessManager, tests also over sockets (tests/support).
class SimulatedAzure
{
public:
    SimulatedAzure(SimulatedEstate estate, SimulatedCloud cloud);

    /// Carries @p request out, unless a fault stands before it, and says how the transport has to answer.
    [[nodiscard]] SimulatedAnswer answer(const SimulatedRequest& request, const QDateTime& utcNow);

    [[nodiscard]] const SimulatedCloud& cloud() const { return m_cloud; }
    [[nodiscard]] const SimulatedEstate& estate() const { return m_estate; }
    /// To have things come and go while it runs.
    [[nodiscard]] SimulatedEstate& estate() { return m_estate; }

    /// What goes wrong from now on. Faults that are used up disappear from it.
    [[nodiscard]] SimulatedFaults& faults() { return m_faults; }
    void setFaults(const SimulatedFaults& faults) { m_faults = faults; }

    /// Carries out at once what is still lying in a gateway (SimulatedFault::actsAfterRequests).
    void actOnAllLate(const QDateTime& utcNow);

    /// Who may sign in, and what is wanted of them.
    [[nodiscard]] SimulatedEntra& entra() { return m_entra; }
    [[nodiscard]] const SimulatedEntra& entra() const { return m_entra; }

    /// Every request, oldest first, also those that a fault met. Those of the sign-in are without their query.
    [[nodiscard]] const QList<SimulatedExchange>& log() const { return m_log; }
    /// How many requests of @p verb had a path with @p pathContains in it, in any casing.
    [[nodiscard]] int count(const QByteArray& verb, const QString& pathContains) const;
    void clearLog() { m_log.clear(); }

    /// The key that opens the resource now, without a request for it; empty when there is no such resource.
    [[nodiscard]] QString currentKey(const QString& resourceName, KeyType type) const;
    /// When @p key ceased to be accepted as the resource's key of @p type; invalid: it is accepted, or it never was.
    [[nodiscard]] QDateTime replacedUtc(const QString& resourceName, KeyType type, const QString& key) const;
    /// When a key of a resource was regenerated, or the resource created again, for the last time; invalid: never.
    [[nodiscard]] QDateTime lastChangeUtc(const QString& resourceName) const;
    /// Somebody regenerates a key elsewhere: no request of this program, but an event of the Activity Log.
    void regenerateElsewhere(const QString& resourceName, KeyType type, const QDateTime& utcNow,
                             const QString& caller = QStringLiteral("robin@contoso.example"));
    /// Somebody deletes a resource and creates another one of that name.
    void recreate(const QString& resourceName, const QDateTime& utcNow);
    /// A token for this cloud.
    [[nodiscard]] QByteArray issueToken(const TenantId& tenant, const QDateTime& expiresUtc,
                                        const QString& upn = QStringLiteral("avery@contoso.example")) const;

private:
    struct Late
    {
        SimulatedRequest request;
        int requestsBefore = 0;
    };

    /// A resource as it was until some time.
    struct Past
    {
        SimulatedResource resource;
        QDateTime untilUtc;
    };

    [[nodiscard]] SimulatedAnswer act(const SimulatedRequest& request, const QDateTime& utcNow);
    void remember(const SimulatedResource& resource, const QDateTime& utcNow);
    /// As it was when @p lag was now, or before its last change.
    [[nodiscard]] const SimulatedResource& asItWas(const SimulatedResource& resource, std::chrono::milliseconds lag,
                                                   const QDateTime& utcNow) const;
    [[nodiscard]] const SimulatedResource& beforeLastChange(const SimulatedResource& resource) const;
    [[nodiscard]] SimulatedAnswer previousKeys(const SimulatedRequest& request, const SimulatedRoute& route) const;
    [[nodiscard]] SimulatedAnswer keysOf(const SimulatedResource& resource) const;
    [[nodiscard]] SimulatedAnswer keyOf(const SimulatedResource& resource, KeyType type) const;
    void actLate(const QDateTime& utcNow);
    [[nodiscard]] SimulatedAnswer manage(const SimulatedRequest& request, const SimulatedRoute& route,
                                         const QDateTime& utcNow);
    [[nodiscard]] std::optional<SimulatedAnswer> refusal(const SimulatedRoute& route,
                                                         const SimulatedToken& token) const;
    [[nodiscard]] SimulatedAnswer carryOut(const SimulatedRequest& request, const SimulatedRoute& route,
                                           const SimulatedToken& token, const QDateTime& utcNow);
    void note(const SimulatedRequest& request, const SimulatedRoute& route, const SimulatedToken& token,
              const SimulatedAnswer& answer, const QDateTime& utcNow);
    [[nodiscard]] SimulatedAnswer regenerateKey(const SimulatedRequest& request, const SimulatedRoute& route,
                                                const QDateTime& utcNow);
    [[nodiscard]] QList<SimulatedLock> locks() const { return m_estate.locks() + m_faults.locks; }

    SimulatedEstate m_estate;
    SimulatedCloud m_cloud;
    SimulatedEntra m_entra;
    SimulatedFaults m_faults;
    SimulatedActivityLog m_activityLog;
    QList<Late> m_late;
    QList<Past> m_past; ///< the latest last
    QList<SimulatedExchange> m_log;
    qsizetype m_number = 0; ///< of the request that is answered; goes on when the log is cleared
};

} // namespace CommKeys
