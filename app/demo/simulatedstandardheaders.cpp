// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedstandardheaders.h"

#include <QLocale>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

SimulatedHeaders quota(const SimulatedRequest& request, const SimulatedRoute& route)
{
    const bool isWrite = request.verb != "GET"; // listKeys is one too (azure-api §0.7)
    const QByteArray scope = route.subscription.isEmpty() ? "tenant"_ba : "subscription"_ba;
    return {{"x-ms-ratelimit-remaining-"_ba + scope + (isWrite ? "-writes"_ba : "-reads"_ba),
             isWrite ? "1199"_ba : "11999"_ba}};
}

QByteArray requestId(qsizetype number)
{
    static const QUuid requests(u"c3a1c1b5-0b52-4a7c-9c0e-5f0f3b6f7a11"_s);
    return QUuid::createUuidV5(requests, QString::number(number)).toByteArray(QUuid::WithoutBraces);
}

} // namespace

QByteArray correlationIdOf(const SimulatedRequest& request, qsizetype number)
{
    const QByteArray given = headerValue(request.headers, "x-ms-correlation-request-id");
    return given.isEmpty() ? requestId(number) : given;
}

void addStandardHeaders(SimulatedAnswer& answer, const SimulatedRequest& request, const SimulatedRoute& route,
                        qsizetype number, const QDateTime& utcNow)
{
    const bool isForeignPage = headerValue(answer.headers, "content-type").startsWith("text/html");
    if (answer.status == 0 || isForeignPage) {
        return; // nothing goes out, or it comes from something that is not Azure
    }
    const QByteArray id = requestId(number);
    const QByteArray correlation = correlationIdOf(request, number);
    SimulatedHeaders standard{
        {"date"_ba, QLocale::c().toString(utcNow, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()},
        {"cache-control"_ba, "no-cache"_ba},
        {"pragma"_ba, "no-cache"_ba},
        {"expires"_ba, "-1"_ba},
        {"strict-transport-security"_ba, "max-age=31536000; includeSubDomains"_ba},
        {"x-content-type-options"_ba, "nosniff"_ba},
        {"x-ms-request-id"_ba, id},
        {"x-ms-correlation-request-id"_ba, correlation},
        {"x-ms-routing-request-id"_ba,
         "SIMULATED:"_ba + utcNow.toString(u"yyyyMMdd'T'hhmmss'Z'"_s).toLatin1() + ':' + correlation},
    };
    const QByteArray clientId = headerValue(request.headers, "x-ms-client-request-id");
    if (!clientId.isEmpty() && headerValue(request.headers, "x-ms-return-client-request-id").toLower() == "true") {
        standard.append({"x-ms-client-request-id"_ba, clientId});
    }
    if (answer.status == 200 && route.kind != SimulatedRoute::Kind::Metadata) {
        standard += quota(request, route);
    }
    if (answer.status == 200 && route.isCommunication()) {
        standard += SimulatedHeaders{{"x-ms-providerhub-traffic"_ba, "True"_ba},
                                     {"request-context"_ba, "appId="_ba},
                                     {"x-cache"_ba, "CONFIG_NOCACHE"_ba},
                                     {"mise-correlation-id"_ba, correlation}};
    }
    for (const auto& [name, value] : standard) {
        if (headerValue(answer.headers, name).isNull()) {
            answer.headers.append({name, value});
        }
    }
}

} // namespace CommKeys
