// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QUrl;

namespace CommKeys {

/// What one path of Resource Manager asks for. A pure reading of the address: nothing of it need exist.
struct SimulatedRoute
{
    enum class Kind {
        Unknown,
        Metadata,            ///< GET /metadata/endpoints
        ResourceGraph,       ///< POST /providers/Microsoft.ResourceGraph/resources
        Tenants,             ///< GET /tenants
        Subscriptions,       ///< GET /subscriptions
        Subscription,        ///< GET /subscriptions/{id}
        ListBySubscription,  ///< GET …/providers/Microsoft.Communication/communicationServices
        ListByResourceGroup, ///< GET …/resourceGroups/{group}/providers/…
        Resource,            ///< GET …/communicationServices/{name}
        ListKeys,            ///< POST …/listKeys
        RegenerateKey,       ///< POST …/regenerateKey
        Permissions,         ///< GET {scope}/providers/Microsoft.Authorization/permissions
        Locks,               ///< GET {scope}/providers/Microsoft.Authorization/locks
        ActivityLog,         ///< GET /subscriptions/{id}/providers/Microsoft.Insights/eventtypes/management/values
    };

    Kind kind = Kind::Unknown;
    SubscriptionId subscription; ///< empty when the path names none
    QString group;               ///< empty when the path names none
    QString name;                ///< of the resource; empty when the path names none
    QString scope;               ///< the id of what the request is about, in the casing of the request

    [[nodiscard]] static SimulatedRoute of(const QUrl& url);

    /// The verb it answers to.
    [[nodiscard]] QByteArray verb() const;
    /// The action of Azure RBAC that it takes: "Microsoft.Communication/CommunicationServices/ListKeys/action".
    [[nodiscard]] QString action() const;
    /// The versions of its API, oldest first.
    [[nodiscard]] QStringList apiVersions() const;
    /// True when the provider of Communication Services answers it, false for Resource Manager itself.
    [[nodiscard]] bool isCommunication() const;
};

} // namespace CommKeys
