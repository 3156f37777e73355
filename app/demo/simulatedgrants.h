// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace CommKeys {

/// What a person has allowed a client.
struct SimulatedGrant
{
    QString upn;
    QString client;
    QString scope;
    QJsonObject claims; ///< satisfied by signing in interactively
};

/// What /authorize hands out.
struct SimulatedCode
{
    SimulatedGrant grant;
    QString authority; ///< to be redeemed there only
    QString redirectUri;
    QString challenge;
    QString nonce;
    QDateTime issuedUtc;
    bool isRedeemed = false;
};

struct SimulatedRefreshToken
{
    SimulatedGrant grant;
    QDateTime issuedUtc;
    QDateTime usedUtc;
    std::optional<QDateTime> revokedUtc;
    bool isExpired = false;
};

struct SimulatedDeviceCode
{
    enum class State { Waiting, Approved, Declined };

    SimulatedGrant grant; ///< whose person is known only when it is approved
    QString authority;
    QString userCode;
    QDateTime expiresUtc;
    QDateTime polledUtc; ///< invalid: not yet
    std::chrono::seconds interval{5};
    State state = State::Waiting;
    bool isRedeemed = false;
};

/// Everything the simulated Entra ID has given out. What add() returns is the text of it: it says nothing to anybody,
/// is another one each time, and the same in the next run of the same requests.
class SimulatedGrants
{
public:
    explicit SimulatedGrants(const QByteArray& seed) : m_seed(seed) {}

    /// A code has characters in it that a form has to encode, as the real ones do since 2026.
    QString add(const SimulatedCode& code);
    QString add(const SimulatedRefreshToken& token);
    /// Also gives it the code that a person types.
    QString add(SimulatedDeviceCode& code);

    /// Null when there is none. The pointer is good until the next add().
    [[nodiscard]] SimulatedCode* code(const QString& text);
    [[nodiscard]] SimulatedRefreshToken* refreshToken(const QString& text);
    [[nodiscard]] SimulatedDeviceCode* deviceCode(const QString& text);
    [[nodiscard]] SimulatedDeviceCode* deviceCodeOf(const QString& userCode);

    void revokeAllOf(const QString& upn, const QDateTime& utcNow);
    void expireAll();

private:
    [[nodiscard]] QByteArray draw(const QByteArray& kind);

    QByteArray m_seed;
    int m_drawn = 0;
    QHash<QString, SimulatedCode> m_codes;
    QHash<QString, SimulatedRefreshToken> m_refreshTokens;
    QHash<QString, SimulatedDeviceCode> m_deviceCodes;
};

} // namespace CommKeys
