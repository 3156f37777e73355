// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authority.h"

#include "core/serviceurl.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::Authority)
};

QUrl below(const LoginService& login, const QString& path)
{
    QUrl url = login.endpoint;
    const QString base = url.path(QUrl::FullyEncoded);
    url.setPath((base.endsWith(u'/') ? base.chopped(1) : base) + path, QUrl::TolerantMode);
    return url;
}

/// A tenant stands in a path: what could leave it is none (the settings refuse it before).
QString segment(const LoginService& login, const QString& tenant)
{
    return isAdfs(login) ? QString() : u'/' + QString::fromLatin1(QUrl::toPercentEncoding(tenant));
}

Result<QUrl> endpointIn(const QJsonObject& object, QLatin1StringView name, const LoginService& login)
{
    const QString text = object.value(name).toString();
    Result<QUrl> url = checkServiceUrl(text, Text::tr("An address of the sign-in service"));
    if (url && !isSameOrigin(*url, login.endpoint)) {
        return Error::of(ErrorKind::Refused,
                         Text::tr("The sign-in service %1 sends sign-ins to another host, %2.")
                             .arg(login.endpoint.host(), url->host()),
                         Text::tr("CommKeys does not follow. Ask whoever runs the cloud."));
    }
    return url;
}

} // namespace

bool isAdfs(const LoginService& login)
{
    const QString path = login.endpoint.path();
    return path.endsWith("/adfs"_L1, Qt::CaseInsensitive) || path.endsWith("/adfs/"_L1, Qt::CaseInsensitive);
}

Authority authorityByConvention(const LoginService& login, const QString& tenant)
{
    const QString base = segment(login, tenant) + u"/oauth2/v2.0/"_s;
    return {below(login, base + u"authorize"_s), below(login, base + u"token"_s), below(login, base + u"devicecode"_s)};
}

QUrl openIdConfigurationUrl(const LoginService& login, const QString& tenant)
{
    const QString version = isAdfs(login) ? QString() : u"/v2.0"_s;
    return below(login, segment(login, tenant) + version + u"/.well-known/openid-configuration"_s);
}

Result<Authority> parseOpenIdConfiguration(const QByteArray& json, const LoginService& login)
{
    const QJsonObject object = parseJsonBody(json).object();
    const Result<QUrl> authorize = endpointIn(object, "authorization_endpoint"_L1, login);
    const Result<QUrl> token = endpointIn(object, "token_endpoint"_L1, login);
    for (const Result<QUrl>* url : {&authorize, &token}) {
        if (!*url) {
            return url->error().kind == ErrorKind::Refused
                       ? url->error()
                       : Error::badAnswer(Text::tr("%1 does not describe how one signs in there.")
                                              .arg(login.endpoint.toDisplayString()));
        }
    }
    const Result<QUrl> deviceCode = endpointIn(object, "device_authorization_endpoint"_L1, login);
    return Authority{*authorize, *token, deviceCode ? *deviceCode : QUrl()};
}

} // namespace CommKeys
