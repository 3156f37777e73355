// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/tokensource.h"

#include <chrono>
#include <functional>

namespace CommKeys {

/// Tokens from the sign-in of the Azure CLI: `az account get-access-token --resource … [--tenant …]`, one process a
/// token. CommKeys never sees the refresh token; signing in and out stays with az.
class AzureCliTokenSource final : public TokenSource
{
public:
    /// Whether a token whose audience (claim `aud`) is this may be used in the cloud at hand. az makes the token for
    /// whom it is asked to, or for whom it thinks; this is the check after the fact.
    using MayUse = std::function<bool(const QString& audience)>;

    static constexpr std::chrono::milliseconds usualPatience = std::chrono::seconds(60);

    /// @p patience: for one run of az, from its start.
    explicit AzureCliTokenSource(MayUse mayUse, std::chrono::milliseconds patience = usualPatience)
        : m_mayUse(std::move(mayUse))
        , m_patience(patience)
    {
    }

    /// A run takes up to a second of a processor and 55 to 140 MB.
    [[nodiscard]] int mostAtOnce() const override { return 4; }
    /// az hands out the token that it has until the person signs in again: the advice names the command.
    [[nodiscard]] Error explainRefusal(const TokenRequest& request, const Error& error) const override;

    [[nodiscard]] JobOf<AccessToken>* acquire(const TokenRequest& request, QObject* parent) override;

private:
    const MayUse m_mayUse;
    const std::chrono::milliseconds m_patience;
};

} // namespace CommKeys
