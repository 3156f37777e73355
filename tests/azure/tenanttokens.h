// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finishedjob.h"
#include "http/tokenprovider.h"
#include "support/simulatedazureserver.h"

namespace CommKeys {

/// A token for whichever tenant is asked; one tenant can be made to refuse, as Conditional Access does.
class TenantTokens final : public TokenProvider
{
public:
    explicit TenantTokens(SimulatedAzureServer& server) : m_server(server) {}

    TenantId refusing;

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override
    {
        if (!refusing.isEmpty() && request.tenant == refusing) {
            return new FinishedJob<Secret>(Error::of(ErrorKind::NotSignedIn, QStringLiteral("this tenant wants more")),
                                           parent);
        }
        const TenantId home = m_server.azure().estate().tenants().first().id;
        QByteArray token = m_server.azure().issueToken(request.tenant.isEmpty() ? home : request.tenant,
                                                       QDateTime::currentDateTimeUtc().addSecs(3600));
        return new FinishedJob<Secret>(Secret::take(token), parent);
    }

private:
    SimulatedAzureServer& m_server;
};

} // namespace CommKeys
