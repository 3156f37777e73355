// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulateddirectory.h"

#include "demo/simulatedpeople.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

QJsonArray tenantsAsJson(const SimulatedEstate& estate, const SimulatedToken& token, const QString& apiVersion)
{
    const std::optional<SimulatedPerson> person = personOf(estate, token.upn);
    QJsonArray value;
    for (const SimulatedTenant& tenant : estate.tenants()) {
        if (person && !person->isMemberOf(tenant.id)) {
            continue;
        }
        QJsonObject json{{u"id"_s, u"/tenants/"_s + tenant.id.toString()}, {u"tenantId"_s, tenant.id.toString()}};
        if (apiVersion > "2019-06-01"_L1) { // dates sort as text
            json.insert("tenantCategory"_L1, tenant.id == token.tenant ? u"Home"_s : u"ManagedBy"_s);
            json.insert("displayName"_L1, tenant.displayName);
            json.insert("defaultDomain"_L1, tenant.defaultDomain);
            json.insert("domains"_L1, QJsonArray{tenant.defaultDomain});
            json.insert("countryCode"_L1, u"US"_s);
            json.insert("tenantType"_L1, u"AAD"_s);
        }
        value.append(json);
    }
    return value;
}

QJsonArray subscriptionsAsJson(const SimulatedEstate& estate, const TenantId& tenant, const QString& apiVersion)
{
    QJsonArray value;
    for (const SimulatedSubscription& subscription : estate.subscriptions()) {
        if (subscription.roleOf(tenant)) {
            value.append(subscriptionAsJson(subscription, apiVersion));
        }
    }
    return value;
}

QJsonObject subscriptionAsJson(const SimulatedSubscription& subscription, const QString& apiVersion)
{
    QJsonObject json{{u"id"_s, u"/subscriptions/"_s + subscription.id.toString()},
                     {u"authorizationSource"_s, u"RoleBased"_s},
                     {u"subscriptionId"_s, subscription.id.toString()},
                     {u"displayName"_s, subscription.displayName},
                     {u"state"_s, subscription.state},
                     {u"subscriptionPolicies"_s, QJsonObject{{u"locationPlacementId"_s, u"Public_2014-09-01"_s},
                                                             {u"quotaId"_s, u"PayAsYouGo_2014-09-01"_s},
                                                             {u"spendingLimit"_s, u"Off"_s}}}};
    if (apiVersion > "2018-06-01"_L1) { // dates sort as text
        json.insert("tenantId"_L1, subscription.tenant.toString());
        QJsonArray managing;
        for (const SimulatedDelegation& delegation : subscription.delegations) {
            managing.append(QJsonObject{{u"tenantId"_s, delegation.tenant.toString()}});
        }
        json.insert("managedByTenants"_L1, managing);
    }
    return json;
}

} // namespace CommKeys
