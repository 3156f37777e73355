// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcatalog.h"
#include "core/resourceid.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedCatalogTest : public QObject
{
    Q_OBJECT

private:
    template <typename Has>
    static bool anyHas(const SimulatedEstate& estate, Has has)
    {
        return std::any_of(estate.resources().begin(), estate.resources().end(), has);
    }

private slots:
    void theDemoIsLargeEnoughToShowEverything()
    {
        const SimulatedEstate estate = demoEstate();
        QCOMPARE(estate.tenants().size(), 2);
        QVERIFY(estate.subscriptions().size() >= 4);
        QVERIFY(estate.resources().size() >= 25);
        QVERIFY(estate.resourcesOf(estate.subscriptionNamed(u"Sandbox"_s)->id, {}).isEmpty());
        for (const auto* name : {u"acs-prod-00000", u"acs-sms-00003", u"acs-stage-00001"}) {
            QVERIFY(estate.resourceNamed(QString::fromUtf16(name)));
        }
    }

    void theDemoHasTheOdditiesOfTheRealService()
    {
        using Resource = SimulatedResource;
        const SimulatedEstate estate = demoEstate();
        for (const auto* word : {u"/CommunicationServices/", u"/communicationServices/", u"/resourcegroups/"}) {
            const QString part = QString::fromUtf16(word);
            QVERIFY2(anyHas(estate, [&](const Resource& r) { return r.id.contains(part); }), qPrintable(part));
        }
        for (const auto* word : {u"United States", u"UnitedStates", u"unitedstates"}) {
            const QString spelling = QString::fromUtf16(word);
            QVERIFY2(anyHas(estate, [&](const Resource& r) { return r.dataLocation == spelling; }),
                     qPrintable(spelling));
        }
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.location == "Global"_L1; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.location == "global"_L1; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return !r.tags; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.tags && r.tags->isEmpty(); }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.tags && !r.tags->isEmpty(); }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return !r.identity; }));
        QVERIFY(anyHas(estate, [](const Resource& r) {
            return r.identity && r.identity->value("type"_L1) == QJsonValue(u"None"_s);
        }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.identity && r.identity->contains("principalId"_L1); }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.provisioningState != "Succeeded"_L1; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return !r.linkedDomains.isEmpty(); }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.name != r.name.toLower(); }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.hostName.count(u'.') == 3; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.hostName.count(u'.') == 4; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.keyFormat == SimulatedKeyFormat::Plain; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.keyFormat == SimulatedKeyFormat::Marked; }));
        QVERIFY(anyHas(estate, [](const Resource& r) { return r.localAuthDisabled; }));
    }

    void theDemoHasAPastThatIsAboutItsOwnResources()
    {
        const SimulatedEstate estate = demoEstate();
        QSet<int> days;
        for (const SimulatedPastRegeneration& past : estate.pastRegenerations()) {
            QVERIFY2(estate.resourceNamed(past.resource), qPrintable(past.resource));
            days.insert(past.daysAgo);
        }
        QVERIFY(days.contains({12, 45, 80, 120}));
        QVERIFY(exampleEstate().pastRegenerations().isEmpty());
    }

    void everyHostNameIsLowerCaseWhateverTheName()
    {
        const SimulatedEstate estate = demoEstate();
        for (const SimulatedResource& resource : estate.resources()) {
            QCOMPARE(resource.hostName, resource.hostName.toLower());
            QVERIFY(resource.hostName.startsWith(resource.name.toLower() + u'.'));
        }
    }

    void everyIdIsOneThatTheProgramTakes()
    {
        SimulatedEstate large = largeEstate(2, 5, 100);
        for (const SimulatedEstate& estate : {demoEstate(), exampleEstate(), large}) {
            for (const SimulatedResource& resource : estate.resources()) {
                const Result<ResourceId> id = ResourceId::parse(resource.id);
                QVERIFY2(id.isOk(), qPrintable(resource.id));
                QCOMPARE(id->name(), resource.name);
                QCOMPARE(id->resourceGroup(), resource.group);
            }
        }
    }

    void lookingUpDisregardsCase()
    {
        const SimulatedEstate estate = exampleEstate();
        const SubscriptionId subscription(u"11112222-3333-4444-5555-666677778888"_s);
        QVERIFY(estate.resource(subscription, u"MYRESOURCEGROUP"_s, u"mycommunicationresource"_s));
        QVERIFY(estate.hasGroup(subscription, u"myresourcegroup"_s));
        QVERIFY(!estate.resource(subscription, u"MyResourceGroup"_s, u"another"_s));
        QVERIFY(!estate.hasGroup(subscription, u"another"_s));
    }

    void aLargeEstateSpreadsItsResourcesEvenly()
    {
        const SimulatedEstate estate = largeEstate(3, 50, 5000);
        QCOMPARE(estate.tenants().size(), 3);
        QCOMPARE(estate.subscriptions().size(), 50);
        for (const SimulatedSubscription& subscription : estate.subscriptions()) {
            QCOMPARE(estate.resourcesOf(subscription.id, {}).size(), 100);
        }
    }
};

QTEST_GUILESS_MAIN(SimulatedCatalogTest)
#include "simulatedcatalogtest.moc"
