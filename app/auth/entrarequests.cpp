// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entrarequests.h"

#include "auth/claimsparameter.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys::EntraRequests {

namespace {

using Fields = std::vector<std::pair<QByteArray, Secret>>;

/// Everything but RFC 3986's unreserved characters is escaped: one encoding that every server reads the same way.
Secret encoded(const Fields& fields)
{
    QByteArray form;
    for (const auto& [name, value] : fields) {
        QByteArray escaped = value.reveal().toByteArray().toPercentEncoding();
        form += (form.isEmpty() ? "" : "&") + name + '=' + escaped;
        wipe(escaped);
    }
    return Secret::take(form);
}

HttpRequest formRequest(const QUrl& url, const Fields& fields)
{
    HttpRequest request;
    request.verb = "POST";
    request.url = url;
    request.form = encoded(fields);
    request.takesRefusals = true;
    request.timeout = 30s;
    return request;
}

} // namespace

QString scopeFor(const QString& audience)
{
    const QUrl url(audience);
    const bool isBareHost = audience.endsWith(u'/') && url.path() == "/"_L1;
    return (isBareHost ? audience.chopped(1) : audience) + u"/.default offline_access openid profile"_s;
}

HttpRequest refresh(const QUrl& token, const QString& clientId, const Secret& refreshToken, const QString& scope,
                    const QString& claims)
{
    return formRequest(token, {{"client_id", Secret::copyOf(clientId)},
                               {"grant_type", Secret::copyOf(u"refresh_token")},
                               {"client_info", Secret::copyOf(u"1")},
                               {"refresh_token", refreshToken},
                               {"scope", Secret::copyOf(scope)},
                               {"claims", Secret::copyOf(claimsParameter(claims))}});
}

HttpRequest deviceCode(const QUrl& deviceCode, const QString& clientId, const QString& scope)
{
    return formRequest(deviceCode, {{"client_id", Secret::copyOf(clientId)}, {"scope", Secret::copyOf(scope)}});
}

HttpRequest redeemDeviceCode(const QUrl& token, const QString& clientId, const Secret& deviceCode,
                             const QString& claims)
{
    return formRequest(token, {{"client_id", Secret::copyOf(clientId)},
                               {"grant_type", Secret::copyOf(u"urn:ietf:params:oauth:grant-type:device_code")},
                               {"client_info", Secret::copyOf(u"1")},
                               {"device_code", deviceCode},
                               {"claims", Secret::copyOf(claimsParameter(claims))}});
}

} // namespace CommKeys::EntraRequests
