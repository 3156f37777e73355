// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "azure/communicationservice.h"
#include "core/keytype.h"
#include "http/httprequest.h"

#include <QDateTime>

/// Every request that CommKeys makes of Azure Resource Manager, as a value. Pure: what goes on the wire is tested
/// without a wire. Ids go into the path as the service wrote them.
namespace CommKeys::ArmRequests {

[[nodiscard]] HttpRequest tenants(const Cloud& cloud);
[[nodiscard]] HttpRequest subscriptions(const Cloud& cloud, const TenantId& tenant);
[[nodiscard]] HttpRequest communicationServices(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& in);
/// A question to Azure Resource Graph; its body is ResourceGraph::Question::body(). It changes nothing, though it is a
/// POST.
[[nodiscard]] HttpRequest resourceGraph(const Cloud& cloud, const TenantId& tenant);
[[nodiscard]] HttpRequest communicationServicesOfGroup(const Cloud& cloud, const TenantId& tenant,
                                                       const SubscriptionId& in, const QString& resourceGroup);
[[nodiscard]] HttpRequest communicationService(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
[[nodiscard]] HttpRequest listKeys(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);

/// POST …/regenerateKey?api-version=2023-04-01 with {"keyType": "Primary"|"Secondary"}; RetryRule::Never.
/// Source: Communication Services - Regenerate Key, 2023-04-01.
[[nodiscard]] HttpRequest regenerateKey(const Cloud& cloud, const TenantId& tenant, const ResourceId& id, KeyType type);

/// The resource in an api-version that tells whether its access keys are disabled.
[[nodiscard]] HttpRequest localAuthState(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
[[nodiscard]] HttpRequest permissions(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
/// The locks at the resource, and those at the group and the subscription in which it is.
[[nodiscard]] HttpRequest locks(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
[[nodiscard]] HttpRequest locksOfGroup(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);
[[nodiscard]] HttpRequest locksOfSubscription(const Cloud& cloud, const TenantId& tenant, const ResourceId& id);

/// What the Activity Log of a subscription has on Microsoft.Communication. The filter takes no other conditions: which
/// operation it was has to be sorted out here. Without $select, which is not known to let the caller through.
/// Source: activityLogs_API, Microsoft.Insights 2015-04-01.
[[nodiscard]] HttpRequest activityLog(const Cloud& cloud, const TenantId& tenant, const SubscriptionId& of,
                                      const QDateTime& fromUtc, const QDateTime& untilUtc);

/// {arm}/metadata/endpoints, without a token.
[[nodiscard]] HttpRequest cloudMetadata(const QUrl& armEndpoint, const QString& apiVersion);

} // namespace CommKeys::ArmRequests
