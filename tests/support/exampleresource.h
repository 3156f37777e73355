// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

namespace CommKeys {

/// The resource of the published examples. Source: Communication Services - Regenerate Key, 2023-04-01.
[[nodiscard]] inline CommunicationService exampleResource(
    const QString& name = QStringLiteral("MyCommunicationResource"))
{
    CommunicationService resource;
    resource.id = *ResourceId::of(SubscriptionId(QStringLiteral("11112222-3333-4444-5555-666677778888")),
                                  QStringLiteral("MyResourceGroup"), name);
    resource.tenant = TenantId(QStringLiteral("e8abe575-baa6-4436-af8a-dbf3eeb3a857"));
    return resource;
}

} // namespace CommKeys
