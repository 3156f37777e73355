// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "azure/subscription.h"
#include "core/ids.h"
#include "core/resourceid.h"
#include "core/resourceidentity.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>

#include <optional>

class QJsonObject;

namespace CommKeys {

/// One Communication Services resource, the members that people look for. Every text is as the service wrote it.
/// Source: CommunicationServiceResource, Microsoft.Communication 2023-04-01.
struct CommunicationService
{
    ResourceId id;
    TenantId tenant;           ///< not in the answer: the tenant whose token found it
    QString subscriptionName;  ///< not in the answer: the subscription's display name
    QString location;          ///< "Global" or "global"
    QString dataLocation;      ///< "United States", "unitedstates", …
    QString provisioningState; ///< "Succeeded", … or a word that the enumeration does not know
    QDateTime createdUtc;      ///< systemData.createdAt; invalid where the service does not say
    QUuid immutableId;         ///< properties.immutableResourceId; null where the service does not say
    QMap<QString, QString> tags;

    [[nodiscard]] const QString& name() const { return id.name(); }
    /// Tells it from one that was deleted and had the same id.
    [[nodiscard]] ResourceIdentity identity() const { return {immutableId, createdUtc}; }
    /// The endpoint's host; may be empty while the resource is being made.
    [[nodiscard]] QString hostName() const;
    /// Once it has its id.
    void setHostName(const QString& hostName);

    bool operator==(const CommunicationService&) const = default;

private:
    friend void shareTexts(QList<CommunicationService>& resources);

    /// Nearly every host is the resource's name and an end that all of its kind have in common. Where it is, this is
    /// the end, with its full stop, which no host begins with; else the whole.
    QString m_hostEnd;
};

/// What of its subscription a resource tells: id and tenant, enough to ask for more.
[[nodiscard]] Subscription subscriptionOf(const CommunicationService& resource);

/// Has them share the memory of what many of them have in common: groups, subscriptions, places, states, tags, the ends
/// of host names.
void shareTexts(QList<CommunicationService>& resources);

/// What all answers about resources say of one: @p resource has its id, location, tags and systemData, @p properties
/// the rest, wherever an answer has it. Nothing where the id is none.
[[nodiscard]] std::optional<CommunicationService> communicationServiceFrom(const QJsonObject& resource,
                                                                           const QJsonObject& properties);

/// Its creation and its immutable id, likewise.
[[nodiscard]] ResourceIdentity resourceIdentityFrom(const QJsonObject& resource, const QJsonObject& properties);

[[nodiscard]] Result<CommunicationService> parseCommunicationService(const QByteArray& json);
[[nodiscard]] Result<Page<CommunicationService>> parseCommunicationServicePage(const QByteArray& json);

} // namespace CommKeys

Q_DECLARE_TYPEINFO(CommKeys::CommunicationService, Q_RELOCATABLE_TYPE);
