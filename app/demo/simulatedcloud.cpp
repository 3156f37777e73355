// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcloud.h"

#include "core/serviceurl.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString withoutSlash(const QString& text)
{
    return text.endsWith(u'/') ? text.chopped(1) : text;
}

QJsonObject described(const SimulatedCloud& cloud, const QString& login, const QStringList& audiences)
{
    const QString base = withoutSlash(cloud.resourceManager.toString());
    return {
        {u"portal"_s, base + u"/portal"_s},
        {u"authentication"_s, QJsonObject{{u"loginEndpoint"_s, login},
                                          {u"audiences"_s, QJsonArray::fromStringList(audiences)},
                                          {u"tenant"_s, u"common"_s},
                                          {u"identityProvider"_s, u"AAD"_s}}},
        {u"graphAudience"_s, base + u"/graph/"_s},
        {u"graph"_s, base + u"/graph/"_s},
        {u"name"_s, cloud.name},
        {u"suffixes"_s, QJsonObject{{u"keyVaultDns"_s, u"vault.azure.net"_s}, {u"storage"_s, u"core.windows.net"_s}}},
        {u"resourceManager"_s, cloud.resourceManager.toString()},
        {u"gallery"_s, base + u"/gallery/"_s}};
}

/// A cloud of the 2019 answer that is not this one: a client must not take the first it finds.
QJsonObject otherCloud()
{
    SimulatedCloud other;
    other.name = u"SimulatedNeighbour"_s;
    other.resourceManager = QUrl(u"https://management.neighbour.example"_s);
    return described(other, u"https://login.neighbour.example"_s, {u"https://management.neighbour.example"_s});
}

} // namespace

SimulatedCloud SimulatedCloud::at(const QUrl& base)
{
    const QString address = withoutSlash(base.toString());
    SimulatedCloud cloud;
    cloud.name = u"SimulatedCloud"_s;
    cloud.resourceManager = QUrl(address + u'/');
    cloud.login = QUrl(address + u"/login/"_s);
    cloud.audiences = {address + u"/core/"_s, address + u'/'};
    return cloud;
}

SimulatedCloud SimulatedCloud::publicCloud()
{
    SimulatedCloud cloud;
    cloud.name = u"AzureCloud"_s;
    cloud.resourceManager = QUrl(u"https://management.azure.com/"_s);
    cloud.login = QUrl(u"https://login.microsoftonline.com/"_s);
    cloud.audiences = {u"https://management.core.windows.net/"_s, u"https://management.azure.com/"_s};
    return cloud;
}

bool SimulatedCloud::serves(const QUrl& url) const
{
    return isSameOrigin(url, resourceManager) || isSameOrigin(url, login);
}

bool SimulatedCloud::isLogin(const QUrl& url) const
{
    return isSameOrigin(url, login) && url.path().startsWith(login.path());
}

bool SimulatedCloud::accepts(const QString& audience) const
{
    return std::any_of(audiences.begin(), audiences.end(), [&audience](const QString& own) {
        return withoutSlash(own).compare(withoutSlash(audience), Qt::CaseInsensitive) == 0;
    });
}

QByteArray SimulatedCloud::metadata(const QString& apiVersion, SimulatedMetadata kind) const
{
    if (kind == SimulatedMetadata::NotACloud) {
        return QJsonDocument(QJsonObject{{u"status"_s, u"healthy"_s}, {u"version"_s, 3}}).toJson();
    }
    const QString shownLogin =
        kind == SimulatedMetadata::PlainHttpLogin ? u"http://login.simulated.example/"_s : login.toString();
    const QStringList shownAudiences = kind == SimulatedMetadata::PublicAudience ? publicCloud().audiences : audiences;
    const QJsonObject self = described(*this, shownLogin, shownAudiences);

    QJsonDocument document;
    if (apiVersion == "2019-05-01"_L1) {
        document.setArray({otherCloud(), self});
    } else if (apiVersion == "2022-09-01"_L1) {
        document.setObject(self);
    } else {
        document.setObject(
            {{u"galleryEndpoint"_s, self.value("gallery"_L1)},
             {u"graphEndpoint"_s, self.value("graph"_L1)},
             {u"portalEndpoint"_s, self.value("portal"_L1)},
             {u"authentication"_s, QJsonObject{{u"loginEndpoint"_s, shownLogin},
                                               {u"audiences"_s, QJsonArray::fromStringList(shownAudiences)}}}});
    }
    const QByteArray mark = kind == SimulatedMetadata::WithByteOrderMark ? "\xEF\xBB\xBF"_ba : QByteArray();
    return mark + document.toJson(QJsonDocument::Compact);
}

} // namespace CommKeys
