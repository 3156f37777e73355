// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "azure/communicationservice.h"
#include "core/keytype.h"
#include "http/httprequest.h"

/// Every request that CommKeys makes of Azure Resource Manager, as a value. Pure: what goes on the wire is tested
/// without a wire. Ids go into the path as the service wrote them.
namespace CommKeys::ArmRequests {

[[nodiscard]] HttpRequest tenants(const Cloud& cloud);
[[nodiscard]] HttpRequest subscriptions(const Cloud& cloud, const TenantId& tenant);
[[nodiscard]] HttpRequest communicationServices(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& in);
[[nodiscard]] HttpRequest communicationServicesOfGroup(const Cloud& cloud, const TenantId& tenant,
                                                       const SubscriptionId& in, const QString& resourceGroup);
[[nodiscard]] HttpRequest communicationService(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
[[nodiscard]] HttpRequest listKeys(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);

/// POST …/regenerateKey?api-version=2023-04-01 with {"keyType": "Primary"|"Secondary"}; RetryRule::Never.
/// Source: Communication Services - Regenerate Key, 2023-04-01.
[[nodiscard]] HttpRequest regenerateKey(const Cloud& cloud, const TenantId& tenant, const ResourceId& id, KeyType type);

/// {arm}/metadata/endpoints, without a token.
[[nodiscard]] HttpRequest cloudMetadata(const QUrl& armEndpoint, const QString& apiVersion);

} // namespace CommKeys::ArmRequests
