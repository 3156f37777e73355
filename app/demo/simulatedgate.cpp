// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedgate.h"

#include "demo/simulatedclaims.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Azure Resource Manager's own id among the applications of every tenant.
constexpr auto resourceManagerId = "797f4846-ba00-4fd7-ba43-dac1f8f63013"_L1;

/// A 401 with the challenge of the recordings: where to sign in, and what was wrong.
SimulatedAnswer refused(const QString& code, const QString& message, const TenantId& tenant,
                        const QString& challengeText)
{
    SimulatedAnswer answer = SimulatedAnswer::error(401, code, message);
    answer.headers.append(
        {"www-authenticate"_ba, u"Bearer authorization_uri=\"https://login.windows.net/%1\", error=\"invalid_token\", "
                                "error_description=\"%2\""_s.arg(tenant.toString(), challengeText)
                                    .toLatin1()});
    answer.headers.append({"x-ms-failure-cause"_ba, "gateway"_ba});
    answer.headers.append({"connection"_ba, "close"_ba});
    return answer;
}

/// "8/17/2020 3:46:33 AM", as .NET writes a time in its invariant culture's neighbour.
QString americanTime(const QDateTime& utc)
{
    return QLocale::c().toString(utc, u"M/d/yyyy h:mm:ss AP"_s);
}

QString quotedList(const QStringList& texts)
{
    return u'\'' + texts.join(u"','"_s) + u'\'';
}

} // namespace

std::variant<SimulatedToken, SimulatedAnswer> admit(const SimulatedRequest& request, const SimulatedCloud& cloud,
                                                    const SimulatedEstate& estate,
                                                    const SimulatedSubscription* subscription, const QDateTime& utcNow)
{
    const TenantId tenantOfScope = subscription ? subscription->tenant : TenantId();
    const QByteArray authorization = headerValue(request.headers, "authorization");
    if (authorization.isEmpty()) {
        return refused(u"AuthenticationFailed"_s, u"Authentication failed. The 'Authorization' header is missing."_s,
                       tenantOfScope, u"The authentication failed because of missing 'Authorization' header."_s);
    }
    const bool isBearer = authorization.first(qMin(authorization.size(), qsizetype(7))).toLower() == "bearer ";
    const std::optional<SimulatedToken> token =
        isBearer ? SimulatedToken::parse(authorization.sliced(7).trimmed()) : std::nullopt;
    if (!token) {
        return refused(u"InvalidAuthenticationToken"_s, u"The access token is invalid."_s, tenantOfScope,
                       u"Could not parse the access token."_s);
    }
    if (!cloud.accepts(token->audience)) {
        return refused(
            u"InvalidAuthenticationTokenAudience"_s,
            u"The access token has been obtained for wrong audience or resource '%1'. It should exactly "
            "match with one of the allowed audiences %2."_s.arg(token->audience, quotedList(cloud.audiences)),
            tenantOfScope, u"The access token has been obtained from wrong audience or resource."_s);
    }
    if (token->expiresUtc <= utcNow) {
        return refused(u"ExpiredAuthenticationToken"_s,
                       u"The access token expiry UTC time '%1' is earlier than current UTC time '%2'."_s.arg(
                           americanTime(token->expiresUtc), americanTime(utcNow)),
                       token->tenant, u"The access token has expired."_s);
    }
    const bool isForeign = subscription && !subscription->roleOf(token->tenant);
    if (isForeign || !estate.tenant(token->tenant)) {
        const QString right = isForeign ? tenantOfScope.toString() : estate.tenants().first().id.toString();
        return refused(
            u"InvalidAuthenticationTokenTenant"_s,
            u"The access token is from the wrong issuer 'https://sts.windows.net/%1/'. It must match the "
            "tenant 'https://sts.windows.net/%2/' associated with this subscription. Please use the "
            "authority (URL) 'https://login.windows.net/%2' to get the token. Note, if the subscription is "
            "transferred to another tenant there is no impact to the services, but information about new "
            "tenant could take time to propagate (up to an hour). If you just transferred your "
            "subscription and see this error message, please try back later."_s.arg(token->tenant.toString(), right),
            TenantId(right),
            u"The access token is from the wrong issuer. It must match the tenant associated with this "
            "subscription. Please use correct authority to get the token."_s);
    }
    return *token;
}

std::optional<SimulatedAnswer> challenge(const SimulatedToken& token, const SimulatedCloud& cloud,
                                         const QJsonObject& claims)
{
    if (SimulatedClaims::contains(token.claims, claims)) {
        return std::nullopt;
    }
    SimulatedAnswer answer = SimulatedAnswer::error(
        401, u"InvalidAuthenticationToken"_s, u"The access token does not satisfy the claims that are required."_s);
    answer.headers.append({"www-authenticate"_ba,
                           u"Bearer realm=\"\", authorization_uri=\"%1common/oauth2/authorize\", client_id=\"%2\", "
                           "error=\"insufficient_claims\", claims=\"%3\""_s
                               .arg(cloud.login.toString(), resourceManagerId,
                                    QString::fromLatin1(SimulatedClaims::written(claims).toBase64()))
                               .toLatin1()});
    answer.headers.append({"x-ms-failure-cause"_ba, "gateway"_ba});
    return answer;
}

} // namespace CommKeys
