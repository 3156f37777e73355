// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azurecaller.h"
#include "demo/simulatedform.h"
#include "demo/simulatedpeople.h"

#include <QCryptographicHash>

namespace CommKeys {

using EntraFields = QList<QPair<QString, QString>>;

/// Signs in to the simulated Entra ID of the public cloud as a desktop program would, at a time that stands still.
class EntraCaller
{
public:
    explicit EntraCaller(SimulatedEstate estate = demoEstate())
        : azure(std::move(estate), SimulatedCloud::publicCloud())
    {
    }

    [[nodiscard]] SimulatedEntraPolicy& policy() { return azure.entra().policy(); }
    [[nodiscard]] QString tenantId(const QString& name) const
    {
        for (const SimulatedTenant& tenant : azure.estate().tenants()) {
            if (tenant.displayName == name) {
                return tenant.id.toString();
            }
        }
        return {};
    }

    SimulatedAnswer get(const QString& below)
    {
        SimulatedRequest request;
        request.verb = QByteArrayLiteral("GET");
        request.url = QUrl(QStringLiteral("https://login.microsoftonline.com/") + below);
        request.headers = headers;
        return azure.answer(request, now);
    }
    SimulatedAnswer post(const QString& below, const EntraFields& fields)
    {
        SimulatedRequest request;
        request.verb = QByteArrayLiteral("POST");
        request.url = QUrl(QStringLiteral("https://login.microsoftonline.com/") + below);
        request.headers = headers;
        request.headers.append(
            {QByteArrayLiteral("content-type"), QByteArrayLiteral("application/x-www-form-urlencoded")});
        request.body = formOf(fields).encoded();
        return azure.answer(request, now);
    }

    /// @p changes replace fields of the request or, where the value is null, take them out.
    SimulatedAnswer authorize(const QString& tenant, const EntraFields& changes = {})
    {
        const EntraFields fields = changed({{QStringLiteral("client_id"), client},
                                            {QStringLiteral("response_type"), QStringLiteral("code")},
                                            {QStringLiteral("redirect_uri"), redirect},
                                            {QStringLiteral("scope"), scope},
                                            {QStringLiteral("state"), QStringLiteral("a state & more")},
                                            {QStringLiteral("nonce"), QStringLiteral("once")},
                                            {QStringLiteral("code_challenge"), challenge()},
                                            {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
                                            {QStringLiteral("client_info"), QStringLiteral("1")}},
                                           changes);
        return get(tenant + QStringLiteral("/oauth2/v2.0/authorize?") + QString::fromLatin1(formOf(fields).encoded()));
    }
    /// The code of a sign-in; empty when it was refused.
    QString codeFrom(const QString& tenant, const EntraFields& changes = {})
    {
        return queryOf(authorize(tenant, changes)).value(QStringLiteral("code"));
    }
    SimulatedAnswer redeemCode(const QString& tenant, const QString& code, const EntraFields& changes = {})
    {
        return token(tenant,
                     {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                      {QStringLiteral("code"), code},
                      {QStringLiteral("code_verifier"), verifier},
                      {QStringLiteral("redirect_uri"), redirect}},
                     changes);
    }
    SimulatedAnswer refresh(const QString& tenant, const QString& refreshToken, const EntraFields& changes = {})
    {
        return token(tenant,
                     {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                      {QStringLiteral("refresh_token"), refreshToken}},
                     changes);
    }
    SimulatedAnswer token(const QString& tenant, const EntraFields& grant, const EntraFields& changes)
    {
        const EntraFields always{{QStringLiteral("client_id"), client},
                                 {QStringLiteral("scope"), scope},
                                 {QStringLiteral("client_info"), QStringLiteral("1")}};
        return post(tenant + QStringLiteral("/oauth2/v2.0/token"), changed(always + grant, changes));
    }
    /// The body of the answer to a whole sign-in.
    QJsonObject signIn(const QString& tenant = QStringLiteral("organizations"), const EntraFields& changes = {})
    {
        return bodyOf(redeemCode(tenant, codeFrom(tenant, changes)));
    }
    /// The refresh token of a whole sign-in.
    QString refreshTokenFrom(const QString& tenant = QStringLiteral("organizations"), const EntraFields& changes = {})
    {
        return signIn(tenant, changes)[QLatin1StringView("refresh_token")].toString();
    }

    /// What Resource Manager says to a token.
    SimulatedAnswer tenantsWith(const QJsonObject& reply)
    {
        SimulatedRequest request;
        request.verb = QByteArrayLiteral("GET");
        request.url = QUrl(QStringLiteral("https://management.azure.com/tenants?api-version=2022-12-01"));
        request.headers = {{QByteArrayLiteral("authorization"),
                            "Bearer " + reply[QLatin1StringView("access_token")].toString().toLatin1()}};
        return azure.answer(request, now);
    }

    [[nodiscard]] QString challenge() const
    {
        const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
        return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    [[nodiscard]] static SimulatedForm queryOf(const SimulatedAnswer& answer)
    {
        const QByteArray location = headerValue(answer.headers, "location");
        return SimulatedForm::parse(location.mid(location.indexOf('?') + 1));
    }

    SimulatedAzure azure;
    QDateTime now{QDate(2026, 1, 15), QTime(10, 42), Qt::UTC};
    SimulatedHeaders headers;
    QString client = QStringLiteral("8f5b1c34-3c1c-4a1e-9f0c-5f8d1d0a7b21");
    QString redirect = QStringLiteral("http://localhost:4711");
    QString scope = QStringLiteral("https://management.azure.com/.default offline_access openid profile");
    QString verifier = QStringLiteral("a-verifier-of-at-least-forty-three-characters-1234");

private:
    [[nodiscard]] static EntraFields changed(EntraFields fields, const EntraFields& changes)
    {
        for (const auto& [name, value] : changes) {
            fields.removeIf([&name = name](const auto& field) { return field.first == name; });
            if (!value.isNull()) {
                fields.append({name, value});
            }
        }
        return fields;
    }
    [[nodiscard]] static SimulatedForm formOf(const EntraFields& fields)
    {
        SimulatedForm form;
        for (const auto& [name, value] : fields) {
            form.add(name, value);
        }
        return form;
    }
};

/// The number behind "AADSTS" of a refusal; 0 for anything else.
[[nodiscard]] inline int entraCodeOf(const SimulatedAnswer& answer)
{
    return bodyOf(answer)[QLatin1StringView("error_codes")][0].toInt();
}

[[nodiscard]] inline QString entraErrorOf(const SimulatedAnswer& answer)
{
    return bodyOf(answer)[QLatin1StringView("error")].toString();
}

/// What a JSON web token says.
[[nodiscard]] inline QJsonObject claimsOf(const QJsonValue& token)
{
    const QByteArray payload = token.toString().toLatin1().split('.').value(1);
    return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding)).object();
}

} // namespace CommKeys
