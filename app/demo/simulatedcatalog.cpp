// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcatalog.h"

#include "core/utctime.h"

#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString guid(const QString& of)
{
    static const QUuid everything(u"6d1b9a52-2d0f-4e7c-a6d4-0c4f5d0b7e33"_s);
    return QUuid::createUuidV5(everything, of).toString(QUuid::WithoutBraces);
}

SimulatedTenant makeTenant(const QString& name)
{
    return {TenantId(guid(u"tenant "_s + name)), name, name.toLower().remove(u' ') + u".example"_s};
}

SimulatedSubscription makeSubscription(const SimulatedTenant& tenant, const QString& name,
                                       SimulatedRole role = SimulatedRole::Owner)
{
    return {SubscriptionId(guid(u"subscription "_s + name)), tenant.id, name, u"Enabled"_s, role};
}

std::optional<QJsonObject> tagsOf(int number)
{
    switch (number % 4) {
    case 0:
        return QJsonObject{{u"environment"_s, u"production"_s}, {u"owner"_s, u"avery@contoso.example"_s}};
    case 1:
        return QJsonObject{};
    case 2:
        return std::nullopt;
    default:
        return QJsonObject{{u"cost-center"_s, QString::number(4000 + number)}};
    }
}

std::optional<QJsonObject> identityOf(int number, const TenantId& tenant)
{
    switch (number % 3) {
    case 0:
        return std::nullopt;
    case 1:
        return QJsonObject{{u"type"_s, u"None"_s}};
    default:
        return QJsonObject{{u"type"_s, u"SystemAssigned"_s},
                           {u"principalId"_s, guid(u"principal %1"_s.arg(number))},
                           {u"tenantId"_s, tenant.toString()}};
    }
}

/// The resource of running number @p number: which spelling of what it has follows from the number, so that every
/// list is mixed and every run the same.
SimulatedResource makeResource(const SimulatedSubscription& subscription, const QString& kind, int number)
{
    static const std::array dataLocations{u"United States"_s, u"Europe"_s,   u"unitedstates"_s, u"Europe"_s, u"UK"_s,
                                          u"UnitedStates"_s,  u"Australia"_s};
    static const QDateTime epoch = utcTime(QDate(2024, 3, 4), QTime(9, 30));
    const bool oldHost = number % 5 == 2;

    SimulatedResource resource;
    resource.subscription = subscription.id;
    resource.group = u"rg-comm-%1"_s.arg(number % 8, 2, 10, QChar(u'0'));
    resource.name = u"acs-%1-%2"_s.arg(kind).arg(number, 5, 10, QChar(u'0'));
    resource.location = number % 2 == 0 ? u"global"_s : u"Global"_s;
    resource.dataLocation = dataLocations[static_cast<size_t>(number) % dataLocations.size()];
    resource.provisioningState = number == 9 ? u"Updating"_s : number == 17 ? u"Failed"_s : u"Succeeded"_s;
    resource.createdBy = u"avery@contoso.example"_s;
    resource.createdUtc = epoch.addSecs(qint64(number) * 93'787);
    resource.tags = tagsOf(number);
    resource.identity = identityOf(number, subscription.tenant);
    resource.localAuthDisabled = number == 12;
    resource.keyFormat = oldHost ? SimulatedKeyFormat::Plain : SimulatedKeyFormat::Marked;

    const QString region = resource.dataLocation.toLower().remove(u' ');
    resource.hostName = resource.name.toLower() + (oldHost ? QString() : u'.' + region) + u".communication.azure.com"_s;
    const QString provider = u"/subscriptions/%1/%2/%3/providers/Microsoft.Communication/"_s.arg(
        subscription.id.toString(), number % 11 == 10 ? u"resourcegroups"_s : u"resourceGroups"_s, resource.group);
    resource.id =
        provider + (number % 3 == 1 ? u"CommunicationServices/"_s : u"communicationServices/"_s) + resource.name;
    if (kind == "email"_L1) {
        resource.linkedDomains = {provider + u"emailServices/"_s + resource.name +
                                  u"-mail/domains/AzureManagedDomain"_s};
    }
    return resource;
}

} // namespace

SimulatedEstate demoEstate()
{
    const SimulatedTenant contoso = makeTenant(u"Contoso"_s);
    const SimulatedTenant fabrikam = makeTenant(u"Fabrikam"_s);
    const SimulatedSubscription production = makeSubscription(contoso, u"Production"_s);
    const SimulatedSubscription staging = makeSubscription(contoso, u"Staging"_s, SimulatedRole::Contributor);
    const SimulatedSubscription development = makeSubscription(contoso, u"Development"_s);
    const SimulatedSubscription sandbox = makeSubscription(contoso, u"Sandbox"_s);
    const SimulatedSubscription retail = makeSubscription(fabrikam, u"Fabrikam Retail"_s);
    const SimulatedSubscription archive = makeSubscription(fabrikam, u"Fabrikam Archive"_s, SimulatedRole::Reader);

    SimulatedEstate estate;
    estate.add(contoso);
    estate.add(fabrikam);
    for (const SimulatedSubscription& subscription : {production, staging, development, sandbox, retail, archive}) {
        estate.add(subscription);
    }
    estate.addGroup(sandbox.id, u"rg-empty"_s);

    struct Place
    {
        const SimulatedSubscription& subscription;
        QString kind;
    };
    const std::array<Place, 8> places{{{production, u"prod"_s},
                                       {staging, u"stage"_s},
                                       {development, u"dev"_s},
                                       {production, u"sms"_s},
                                       {retail, u"retail"_s},
                                       {production, u"Voice"_s},
                                       {staging, u"email"_s},
                                       {retail, u"chat"_s}}};
    for (int number = 0; number < 30; ++number) {
        const Place& place = places[static_cast<size_t>(number) % places.size()];
        estate.add(makeResource(place.subscription, place.kind, number));
    }
    // Not first by name: whoever tries the demo begins at the top of the list, and is to get keys there.
    for (int number = 30; number < 33; ++number) {
        estate.add(makeResource(archive, u"retired"_s, number));
    }

    const SimulatedResource* locked = estate.resourceNamed(u"acs-email-00006"_s);
    estate.add(SimulatedLock{locked->id, u"holiday-freeze"_s, u"ReadOnly"_s, u"Frozen until the holidays are over."_s});
    estate.add(SimulatedLock{u"/subscriptions/%1/resourceGroups/rg-comm-00"_s.arg(production.id.toString()), u"keep"_s,
                             u"CanNotDelete"_s, QString()});

    const QString person = u"avery@contoso.example"_s;
    // What runs by itself has no name to sign in with.
    const QString pipeline = guid(u"pipeline"_s);
    estate.add(SimulatedPastRegeneration{u"acs-prod-00000"_s, KeyType::Primary, 12, person});
    estate.add(SimulatedPastRegeneration{u"acs-sms-00003"_s, KeyType::Secondary, 45, pipeline});
    estate.add(SimulatedPastRegeneration{u"acs-Voice-00005"_s, KeyType::Primary, 80, person});
    estate.add(SimulatedPastRegeneration{u"acs-prod-00008"_s, KeyType::Primary, 120, person});
    estate.add(SimulatedPastRegeneration{u"acs-retail-00004"_s, KeyType::Secondary, 12, u"jordan@fabrikam.example"_s});
    // Some have the habit of renewing both.
    for (int number = 9; number < 30; ++number) {
        if (!(estate.resources().at(number).subscription == production.id) && number % 4 != 0) {
            const QString name = estate.resources().at(number).name;
            estate.add(SimulatedPastRegeneration{name, KeyType::Secondary, 88 - 2 * number, person});
            estate.add(SimulatedPastRegeneration{name, KeyType::Primary, 95 - 3 * number, pipeline});
        }
    }
    return estate;
}

SimulatedEstate exampleEstate()
{
    const SimulatedTenant contoso = makeTenant(u"Contoso"_s);
    SimulatedSubscription subscription = makeSubscription(contoso, u"Example"_s);
    subscription.id = SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s);

    SimulatedResource resource = makeResource(subscription, u"example"_s, 0);
    resource.group = u"MyResourceGroup"_s;
    resource.name = u"MyCommunicationResource"_s;
    resource.hostName = u"mycommunicationresource.unitedstates.communication.azure.com"_s;
    resource.id = u"/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/MyResourceGroup"
                  "/providers/Microsoft.Communication/CommunicationServices/MyCommunicationResource"_s;

    SimulatedEstate estate;
    estate.add(contoso);
    estate.add(subscription);
    estate.add(resource);
    return estate;
}

SimulatedEstate largeEstate(int tenants, int subscriptions, int resources)
{
    SimulatedEstate estate;
    for (int number = 0; number < tenants; ++number) {
        estate.add(makeTenant(u"Tenant %1"_s.arg(number)));
    }
    for (int number = 0; number < subscriptions; ++number) {
        estate.add(makeSubscription(estate.tenants().at(number % tenants), u"Subscription %1"_s.arg(number)));
    }
    for (int number = 0; number < resources; ++number) {
        estate.add(makeResource(estate.subscriptions().at(number % subscriptions), u"load"_s, number));
    }
    return estate;
}

} // namespace CommKeys
