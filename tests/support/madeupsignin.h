// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loginservice.h"
#include "auth/tokenanswer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace CommKeys {

/// Sign-ins of people who do not exist, as a token endpoint would answer them.
struct MadeUpSignIn
{
    int person = 1;
    QString tenant = homeTenant(person);
    QString refreshToken = QStringLiteral("refresh-%1").arg(person);
    QString family = {};
    bool hasIdToken = true;
    QString scope = QStringLiteral("https://management.azure.com/user_impersonation "
                                   "https://management.azure.com/.default");

    [[nodiscard]] static QString uid(int person)
    {
        return QStringLiteral("0a0a0a0a-0000-0000-0000-%1").arg(person, 12, 10, QLatin1Char('0'));
    }
    [[nodiscard]] static QString homeTenant(int person)
    {
        return QStringLiteral("aaaaaaaa-0000-0000-0000-%1").arg(person, 12, 10, QLatin1Char('0'));
    }
    [[nodiscard]] static QString homeAccountId(int person) { return uid(person) + u'.' + homeTenant(person); }
    [[nodiscard]] static QString username(int person) { return QStringLiteral("person%1@contoso.example").arg(person); }

    [[nodiscard]] TokenAnswer answer() const
    {
        QJsonObject body{{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                         {QStringLiteral("access_token"), QStringLiteral("access")},
                         {QStringLiteral("expires_in"), 3599},
                         {QStringLiteral("scope"), scope},
                         {QStringLiteral("client_info"), encoded({{QStringLiteral("uid"), uid(person)},
                                                                  {QStringLiteral("utid"), homeTenant(person)}})}};
        if (!refreshToken.isEmpty()) {
            body.insert(QStringLiteral("refresh_token"), refreshToken);
        }
        if (hasIdToken) {
            body.insert(QStringLiteral("id_token"), idToken());
        }
        if (!family.isEmpty()) {
            body.insert(QStringLiteral("foci"), family);
        }
        QByteArray json = QJsonDocument(body).toJson();
        return *parseTokenAnswer(json, QDateTime(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC));
    }

private:
    [[nodiscard]] static QString encoded(const QJsonObject& object)
    {
        const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
        return QString::fromLatin1(json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }

    [[nodiscard]] QString idToken() const
    {
        const QJsonObject claims{{QStringLiteral("tid"), tenant},
                                 {QStringLiteral("oid"), uid(person)},
                                 {QStringLiteral("sub"), QStringLiteral("subject")},
                                 {QStringLiteral("name"), QStringLiteral("Zo\u00eb %1").arg(person)},
                                 {QStringLiteral("preferred_username"), username(person)}};
        return encoded({{QStringLiteral("alg"), QStringLiteral("none")}}) + u'.' + encoded(claims) +
               QStringLiteral(".x");
    }
};

[[nodiscard]] inline QString madeUpClient()
{
    return QStringLiteral("11111111-2222-3333-4444-555555555555");
}

[[nodiscard]] inline LoginService publicLogin()
{
    return {
        QUrl(QStringLiteral("https://login.microsoftonline.com")),
        QStringLiteral("login.microsoftonline.com"),
        {QStringLiteral("login.windows.net"), QStringLiteral("login.microsoft.com"), QStringLiteral("sts.windows.net")},
        true};
}

} // namespace CommKeys
