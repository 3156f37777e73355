// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedentra.h"

#include "demo/simulatedauthorize.h"
#include "demo/simulateddevicelogin.h"
#include "demo/simulatedentradiscovery.h"
#include "demo/simulatedtokenendpoint.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

SimulatedAnswer SimulatedEntra::answer(const SimulatedRequest& request, const SimulatedCloud& cloud,
                                       const SimulatedEstate& estate, const QDateTime& utcNow)
{
    useUp(utcNow);
    const SimulatedEntraCall call(request, cloud, estate, utcNow, ++m_calls);
    SimulatedAnswer answer = act(call);
    call.addHeaders(answer);
    return answer;
}

SimulatedAnswer SimulatedEntra::act(const SimulatedEntraCall& call)
{
    const QString& path = call.path();
    const bool isGet = call.request().verb == "GET";
    if (call.request().verb == "POST" && m_state.policy.transientFailures > 0) {
        --m_state.policy.transientFailures;
        return call.refuse(SimulatedEntraError::of(90033));
    }
    if (isGet && path == "v2.0/.well-known/openid-configuration"_L1) {
        return openIdConfiguration(call);
    }
    if (isGet && call.segment() == "common"_L1 && path == "discovery/instance"_L1) {
        return instanceDiscovery(call);
    }
    if (path == "oauth2/v2.0/authorize"_L1) {
        return authorize(call, m_state);
    }
    if (path == "oauth2/v2.0/token"_L1) {
        return redeem(call, m_state);
    }
    if (path == "oauth2/v2.0/devicecode"_L1) {
        return startDeviceLogin(call, m_state);
    }
    if (isGet && call.segment() == "device"_L1 && path.isEmpty()) {
        return deviceLoginPage(call, m_state);
    }
    return call.page(404, u"Not found"_s, u"There is nothing at this address in this simulation."_s);
}

void SimulatedEntra::useUp(const QDateTime& utcNow)
{
    const QStringList revoked = std::exchange(m_state.policy.revoke, {});
    for (const QString& upn : revoked) {
        m_state.grants.revokeAllOf(upn, utcNow);
    }
    if (std::exchange(m_state.policy.expireRefreshTokens, false)) {
        m_state.grants.expireAll();
    }
}

} // namespace CommKeys
