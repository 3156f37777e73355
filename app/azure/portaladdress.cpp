// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/portaladdress.h"

#include "core/serviceurl.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

QUrl portalAddress(const Cloud& cloud, const TenantId& tenant, const ResourceId& resource)
{
    const bool isPlain =
        checkServiceUrl(cloud.portal.toString(), {}) && cloud.portal.scheme() == "https"_L1 && !cloud.portal.hasQuery();
    if (!isPlain || resource.isEmpty()) {
        return {};
    }
    QUrl address = cloud.portal;
    if (!address.path().endsWith(u'/')) {
        address.setPath(address.path() + u'/');
    }
    const QByteArray where = tenant.isEmpty() ? QByteArray() : '@' + QUrl::toPercentEncoding(tenant.toString());
    const QByteArray fragment = where + "/resource" + QUrl::toPercentEncoding(resource.toString(), "/");
    address.setFragment(QString::fromLatin1(fragment), QUrl::StrictMode);
    return address;
}

} // namespace CommKeys
