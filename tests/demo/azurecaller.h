// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedazure.h"
#include "demo/simulatedcatalog.h"

#include <QJsonDocument>

namespace CommKeys {

/// Puts requests to a SimulatedAzure as a client of @p tenantName would, at a time that stands still.
class AzureCaller
{
public:
    explicit AzureCaller(SimulatedEstate estate = demoEstate(), const QString& tenantName = QStringLiteral("Contoso"))
        : azure(std::move(estate), SimulatedCloud::publicCloud())
    {
        for (const SimulatedTenant& tenant : azure.estate().tenants()) {
            if (tenant.displayName == tenantName) {
                token = azure.issueToken(tenant.id, now.addSecs(3600));
            }
        }
    }

    [[nodiscard]] SimulatedRequest request(const QByteArray& verb, const QString& pathAndQuery) const
    {
        SimulatedRequest request;
        request.verb = verb;
        request.url = QUrl(QStringLiteral("https://management.azure.com") + pathAndQuery);
        if (!token.isEmpty()) {
            request.headers.append({QByteArrayLiteral("authorization"), QByteArrayLiteral("Bearer ") + token});
        }
        return request;
    }
    SimulatedAnswer send(const SimulatedRequest& request) { return azure.answer(request, now); }
    SimulatedAnswer get(const QString& pathAndQuery) { return send(request("GET", pathAndQuery)); }
    SimulatedAnswer post(const QString& pathAndQuery, const QByteArray& body = {})
    {
        SimulatedRequest posted = request("POST", pathAndQuery);
        posted.body = body;
        if (!body.isEmpty()) {
            posted.headers.append({QByteArrayLiteral("content-type"), QByteArrayLiteral("application/json")});
        }
        return send(posted);
    }

    /// The id of a resource by its name, with @p tail and the api-version behind it.
    [[nodiscard]] QString path(const QString& resource, const QString& tail = {}) const
    {
        return azure.estate().resourceNamed(resource)->id + tail + QStringLiteral("?api-version=2023-04-01");
    }
    SimulatedAnswer listKeys(const QString& resource) { return post(path(resource, QStringLiteral("/listKeys"))); }
    SimulatedAnswer regenerate(const QString& resource, const QByteArray& keyType)
    {
        return post(path(resource, QStringLiteral("/regenerateKey")),
                    QByteArrayLiteral("{\"keyType\":\"") + keyType + QByteArrayLiteral("\"}"));
    }

    SimulatedAzure azure;
    QDateTime now{QDate(2026, 1, 15), QTime(10, 42), Qt::UTC};
    QByteArray token;
};

[[nodiscard]] inline QJsonObject bodyOf(const SimulatedAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

[[nodiscard]] inline QString errorCodeOf(const SimulatedAnswer& answer)
{
    return bodyOf(answer)[QLatin1StringView("error")][QLatin1StringView("code")].toString();
}

[[nodiscard]] inline QString errorMessageOf(const SimulatedAnswer& answer)
{
    return bodyOf(answer)[QLatin1StringView("error")][QLatin1StringView("message")].toString();
}

} // namespace CommKeys
