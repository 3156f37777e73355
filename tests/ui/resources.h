// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

namespace CommKeys {

inline const QString productionId = QStringLiteral("11112222-3333-4444-5555-666677778888");
inline const QString stagingId = QStringLiteral("99990000-3333-4444-5555-666677778888");
inline const QString contosoId = QStringLiteral("e8abe575-baa6-4436-af8a-dbf3eeb3a857");
inline const QString fabrikamId = QStringLiteral("0c1d2e3f-baa6-4436-af8a-dbf3eeb3a857");

/// A resource in subscription Production of tenant Contoso, changed by the caller where that matters.
[[nodiscard]] inline CommunicationService resourceNamed(const QString& name,
                                                        const QString& group = QStringLiteral("rg-comm-00"))
{
    CommunicationService resource;
    resource.id = *ResourceId::of(SubscriptionId(productionId), group, name);
    resource.tenant = TenantId(contosoId);
    resource.subscriptionName = QStringLiteral("Production");
    resource.location = QStringLiteral("Global");
    resource.dataLocation = QStringLiteral("United States");
    resource.setHostName(name + QStringLiteral(".unitedstates.communication.azure.com"));
    resource.provisioningState = QStringLiteral("Succeeded");
    return resource;
}

[[nodiscard]] inline QList<CommunicationService> resourcesNamed(const QStringList& names)
{
    QList<CommunicationService> resources;
    for (const QString& name : names) {
        resources.append(resourceNamed(name));
    }
    return resources;
}

} // namespace CommKeys
