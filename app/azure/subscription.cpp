// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/subscription.h"

#include "azure/armjson.h"
#include "core/externaltext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

std::optional<Subscription> subscriptionFrom(const QJsonObject& object)
{
    Subscription subscription;
    subscription.id = SubscriptionId(object.value("subscriptionId"_L1).toString());
    if (!isUuid(subscription.id.toString())) {
        return std::nullopt; // it goes into a path
    }
    subscription.displayName = externalText(object.value("displayName"_L1).toString());
    if (subscription.displayName.isEmpty()) {
        subscription.displayName = subscription.id.toString();
    }
    subscription.state = externalText(object.value("state"_L1).toString());
    subscription.owner = TenantId(object.value("tenantId"_L1).toString());
    subscription.tenant = subscription.owner;
    return subscription;
}

} // namespace

Result<Page<Subscription>> parseSubscriptionPage(const QByteArray& json)
{
    return ArmJson::page<Subscription>(
        json, QCoreApplication::translate("CommKeys::Subscription", "The list of subscriptions"), subscriptionFrom);
}

} // namespace CommKeys
