// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finishedjob.h"
#include "http/tokenprovider.h"
#include "support/simulatedazureserver.h"

#include <QTimer>

#include <optional>

namespace CommKeys {

/// A token for whichever tenant is asked; one tenant can be made to refuse, as Conditional Access does.
class TenantTokens final : public TokenProvider
{
public:
    explicit TenantTokens(SimulatedAzureServer& server) : m_server(server) {}

    TenantId refusing;
    std::optional<Error> refusal; ///< of every tenant that is named
    TenantId slow;                ///< whose token takes a while

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override
    {
        if (!refusing.isEmpty() && request.tenant == refusing) {
            return new FinishedJob<Secret>(Error::of(ErrorKind::NotSignedIn, QStringLiteral("this tenant wants more")),
                                           parent);
        }
        if (refusal && !request.tenant.isEmpty()) {
            return new FinishedJob<Secret>(*refusal, parent);
        }
        const TenantId home = m_server.azure().estate().tenants().first().id;
        QByteArray token = m_server.azure().issueToken(request.tenant.isEmpty() ? home : request.tenant,
                                                       QDateTime::currentDateTimeUtc().addSecs(3600));
        if (!slow.isEmpty() && request.tenant == slow) {
            return new SlowJob(Secret::take(token), parent);
        }
        return new FinishedJob<Secret>(Secret::take(token), parent);
    }

private:
    class SlowJob final : public JobOf<Secret>
    {
    public:
        SlowJob(Secret token, QObject* parent) : JobOf<Secret>(parent), m_token(std::move(token)) {}

    private:
        void run() override
        {
            QTimer::singleShot(std::chrono::milliseconds(200), this, [this] { finishWith(m_token); });
        }

        const Secret m_token;
    };

    SimulatedAzureServer& m_server;
};

} // namespace CommKeys
