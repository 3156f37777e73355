// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/account.h"
#include "auth/loginservice.h"
#include "auth/tokenanswer.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <initializer_list>
#include <utility>

namespace CommKeys {

/// The accounts and refresh tokens of this computer, in the schema that all of Microsoft's authentication libraries
/// (MSAL) share, so that python3-msal can go on with a cache that CommKeys wrote, and the other way round.
///
/// A value. Access tokens are never in it: parse() drops them, so they are not written. What other programs put in
/// and CommKeys does not know is kept as it came.
/// Source: microsoft-authentication-library-for-python, token_cache.py; -for-go, storage/items.go.
class MsalCache
{
public:
    MsalCache() = default;

    /// An empty text is an empty cache. Fails with BadAnswer when it is not JSON of this shape; quotes none of it.
    [[nodiscard]] static Result<MsalCache> parse(const Secret& json);
    [[nodiscard]] Secret toJson() const;

    [[nodiscard]] bool isEmpty() const;

    /// Who is signed in at @p login, whoever was used last first (by the time of their refresh token); one entry a
    /// person: of the tenant where they signed in last, else (of a cache that does not say so) of their own one. Only
    /// those with a refresh token that @p clientId may use.
    [[nodiscard]] QList<Account> accounts(const LoginService& login, const QString& clientId) const;

    /// Every tenant that has issued a token to that person, in no particular order.
    [[nodiscard]] QList<TenantId> tenants(const Account& account, const LoginService& login) const;

    /// The account's refresh token for @p clientId: its own one, else that of its family. An application of which
    /// nothing is known yet may try the family's, as MSAL does; one that has signed in and was told of no family may
    /// not. Empty when there is none.
    [[nodiscard]] Secret refreshToken(const Account& account, const LoginService& login, const QString& clientId) const;

    /// Files what a token endpoint gave: account, id token, refresh token, application. Returns the account. Without
    /// @p known it was the person who signed in, and the tenant is remembered as the one where they did. An answer
    /// without an id token (a refresh without openid) changes the refresh token of @p known only. An earlier refresh
    /// token of the same person and application is replaced, under whichever alias it was filed: a service does not
    /// revoke it. An answer that names nobody is not filed; the account that comes back has no id then.
    Account add(const TokenAnswer& answer, const LoginService& login, const QString& clientId, const QDateTime& nowUtc,
                const Account& known = {});

    /// Forgets everything of that person at that service, whichever application and alias it was filed under. What is
    /// known of applications goes with the last person.
    void remove(const Account& account, const LoginService& login);

private:
    struct Entry
    {
        QJsonObject fields; ///< without the secret
        Secret secret;
    };
    using Section = QMap<QString, Entry>;
    using Field = std::pair<QLatin1StringView, QJsonValue>;

    [[nodiscard]] static Section parseSection(const QJsonObject& entries);
    [[nodiscard]] const Section& section(QLatin1StringView name) const;
    [[nodiscard]] const Entry* newestRefreshToken(const QString& homeAccountId, const LoginService& login,
                                                  QLatin1StringView field, const QString& value) const;
    [[nodiscard]] const Entry* usableRefreshToken(const QString& homeAccountId, const LoginService& login,
                                                  const QString& clientId) const;
    [[nodiscard]] QString familyToTry(const LoginService& login, const QString& clientId) const;
    [[nodiscard]] bool holdsAnybody() const;

    void file(QLatin1StringView section, const QStringList& key, const Secret& secret,
              std::initializer_list<Field> fields);
    void fileIdentity(const Account& account, const TokenAnswer& answer, const LoginService& login,
                      const QString& clientId);
    void noteSignIn(const Account& account, const LoginService& login, const QDateTime& nowUtc);
    void fileRefreshToken(const QString& homeAccountId, const TokenAnswer& answer, const LoginService& login,
                          const QString& clientId, const QDateTime& nowUtc);

    QMap<QString, Section> m_sections;
    QJsonObject m_foreign; ///< top-level members that are no section
};

} // namespace CommKeys
