// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/tenant.h"

#include "azure/armjson.h"
#include "core/externaltext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

std::optional<Tenant> tenantFrom(const QJsonObject& object)
{
    Tenant tenant;
    tenant.id = TenantId(object.value("tenantId"_L1).toString());
    if (!isUuid(tenant.id.toString())) {
        return std::nullopt;
    }
    tenant.displayName = externalText(object.value("displayName"_L1).toString());
    tenant.defaultDomain = externalText(object.value("defaultDomain"_L1).toString());
    if (tenant.displayName.isEmpty()) {
        tenant.displayName = tenant.defaultDomain.isEmpty() ? tenant.id.toString() : tenant.defaultDomain;
    }
    return tenant;
}

} // namespace

Result<Page<Tenant>> parseTenantPage(const QByteArray& json)
{
    return ArmJson::page<Tenant>(json, QCoreApplication::translate("CommKeys::Tenant", "The list of tenants"),
                                 tenantFrom);
}

} // namespace CommKeys
