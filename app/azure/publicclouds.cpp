// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/publicclouds.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

Cloud publicCloud(const QString& name, const QString& arm, const QString& login, const QStringList& loginAliases,
                  const QString& portal, const QString& keyVaultSuffix)
{
    Cloud cloud;
    cloud.name = name;
    cloud.armEndpoint = QUrl(arm);
    cloud.loginEndpoint = QUrl(login);
    cloud.loginAliases = loginAliases;
    cloud.audience = arm + u'/';
    cloud.portal = QUrl(portal);
    cloud.keyVaultSuffix = keyVaultSuffix;
    cloud.isPublic = true;
    return cloud;
}

/// The domains in which Microsoft's clouds keep their services, and for whose services they make tokens.
constexpr std::array<QLatin1StringView, 25> publicDomains{
    "azure.com"_L1,
    "azure.net"_L1,
    "azure-api.net"_L1,
    "windows.net"_L1,
    "microsoft.com"_L1,
    "microsoftonline.com"_L1,
    "microsoftonline-p.com"_L1,
    "microsoftazuread-sso.com"_L1,
    "windowsazure.com"_L1,
    "live.com"_L1,
    "office.com"_L1,
    "office365.com"_L1,
    "sharepoint.com"_L1,
    "dynamics.com"_L1,
    "powerbi.com"_L1,
    "visualstudio.com"_L1,
    "azure.us"_L1,
    "usgovcloudapi.net"_L1,
    "microsoftonline.us"_L1,
    "office365.us"_L1,
    "azure.cn"_L1,
    "chinacloudapi.cn"_L1,
    "windowsazure.cn"_L1,
    "microsoftonline.cn"_L1,
    "partner.outlook.cn"_L1,
};

bool isInDomain(const QString& host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host.at(host.size() - domain.size() - 1) == u'.');
}

} // namespace

const QList<Cloud>& publicClouds()
{
    // Source: each cloud's own metadata (azure-api, "Clouds"); the aliases of the sign-in services: MSAL's rules for
    // instance discovery, §3.
    static const QList<Cloud> clouds{
        publicCloud(u"AzureCloud"_s, u"https://management.azure.com"_s, u"https://login.microsoftonline.com"_s,
                    {u"login.windows.net"_s, u"login.microsoft.com"_s, u"sts.windows.net"_s},
                    u"https://portal.azure.com"_s, u"vault.azure.net"_s),
        publicCloud(u"AzureUSGovernment"_s, u"https://management.usgovcloudapi.net"_s,
                    u"https://login.microsoftonline.us"_s, {u"login.usgovcloudapi.net"_s}, u"https://portal.azure.us"_s,
                    u"vault.usgovcloudapi.net"_s),
        publicCloud(u"AzureChinaCloud"_s, u"https://management.chinacloudapi.cn"_s, u"https://login.chinacloudapi.cn"_s,
                    {u"login.partner.microsoftonline.cn"_s}, u"https://portal.azure.cn"_s, u"vault.azure.cn"_s),
    };
    return clouds;
}

std::optional<Cloud> publicCloudNamed(const QString& name)
{
    const auto found = std::find_if(publicClouds().begin(), publicClouds().end(), [&name](const Cloud& cloud) {
        return cloud.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == publicClouds().end() ? std::nullopt : std::optional(*found);
}

std::optional<Cloud> publicCloudAt(const QUrl& armEndpoint)
{
    const auto found = std::find_if(publicClouds().begin(), publicClouds().end(), [&armEndpoint](const Cloud& cloud) {
        return cloud.armEndpoint.host() == armEndpoint.host();
    });
    return found == publicClouds().end() ? std::nullopt : std::optional(*found);
}

bool isPublicCloudAudience(const QString& audience)
{
    const QUrl url(audience.trimmed(), QUrl::StrictMode);
    QString host = url.host().toLower();
    while (host.endsWith(u'.')) { // the same host, written as an absolute name
        host.chop(1);
    }
    const bool isWebAddress =
        url.isValid() && !host.isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isWebAddress || audience.contains(u' ') || audience != audience.trimmed()) {
        return true; // cannot be shown to be anyone else's
    }
    return std::any_of(publicDomains.begin(), publicDomains.end(),
                       [&host](QLatin1StringView domain) { return isInDomain(host, domain); });
}

} // namespace CommKeys
