// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "armworld.h"
#include "azure/discovercloudjob.h"
#include "azure/inventoryjob.h"
#include "azure/pagedlistjob.h"
#include "core/serviceurl.h"
#include "http/notokens.h"
#include "support/finishedresult.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

/// The whole way from a question about Azure to values, over real sockets.
class ArmClientTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<ArmWorld>(); }

    void cleanup() { m_world.reset(); }

    void discoversTheCloudAtAnAddress()
    {
        NoTokens nobody;
        const Result<Cloud> cloud =
            finishedResult(new DiscoverCloudJob({m_world->network, nobody, m_world->clock},
                                                m_world->server.baseUrl().toString() + u"/some/path?x=1"_s, this));
        QVERIFY2(cloud, cloud ? "" : qPrintable(cloud.error().toText()));
        QCOMPARE(cloud->armEndpoint, m_world->server.baseUrl());
        QVERIFY(isLoopback(QUrl(cloud->audience)));
    }

    void discoveryUnderstandsServersThatKnowOnlyOlderVersions()
    {
        m_world->server.azure().faults().next = {SimulatedFault::given("GET", u"metadata"_s, 400),
                                                 SimulatedFault::given("GET", u"metadata"_s, 404)};
        NoTokens nobody;
        QVERIFY(finishedResult(new DiscoverCloudJob({m_world->network, nobody, m_world->clock},
                                                    m_world->server.baseUrl().toString(), this)));
        QCOMPARE(m_world->server.azure().count("GET", u"/metadata/endpoints"_s), 3);
    }

    void discoveryRefusesMetadataThatLies_data()
    {
        QTest::addColumn<SimulatedMetadata>("metadata");
        QTest::newRow("not a cloud's") << SimulatedMetadata::NotACloud;
        QTest::newRow("a public cloud's audience") << SimulatedMetadata::PublicAudience;
        QTest::newRow("an http login address") << SimulatedMetadata::PlainHttpLogin;
    }

    void discoveryRefusesMetadataThatLies()
    {
        QFETCH(SimulatedMetadata, metadata);
        m_world->server.azure().faults().metadata = metadata;
        NoTokens nobody;
        const Result<Cloud> cloud = finishedResult(new DiscoverCloudJob({m_world->network, nobody, m_world->clock},
                                                                        m_world->server.baseUrl().toString(), this));
        QVERIFY(!cloud);
        QVERIFY(!cloud.error().message.isEmpty());
    }

    void aPublicAddressNeedsNoDiscovery()
    {
        NoTokens nobody;
        const Result<Cloud> cloud = finishedResult(new DiscoverCloudJob(
            {m_world->network, nobody, m_world->clock}, u"https://management.usgovcloudapi.net/"_s, this));
        QVERIFY(cloud && cloud->isPublic);
    }

    void listsEverythingOfEveryTenant()
    {
        InventoryJob* job = m_world->arm.listInventory(this);
        QSignalSpy progress(job, &Job::progressed);
        int foundOnTheWay = 0;
        connect(job, &InventoryJob::found, this,
                [&](const QList<CommunicationService>& found) { foundOnTheWay += static_cast<int>(found.size()); });
        const Result<Inventory> inventory = finishedResult<Inventory>(job);
        QVERIFY(inventory);
        const SimulatedEstate& estate = m_world->server.azure().estate();
        QCOMPARE(inventory->tenants.size(), estate.tenants().size());
        QCOMPARE(inventory->subscriptions.size(), estate.subscriptions().size());
        QCOMPARE(inventory->resources.size(), estate.resources().size());
        QCOMPARE(foundOnTheWay, static_cast<int>(estate.resources().size()));
        QVERIFY(inventory->resources.size() >= 25);
        QVERIFY(inventory->failures.isEmpty());
        QCOMPARE(progress.last().at(0), progress.last().at(1));
        for (const CommunicationService& resource : inventory->resources) {
            QVERIFY(!resource.tenant.isEmpty() && !resource.subscriptionName.isEmpty());
        }
    }

    void oneTenantThatRefusesIsNamedAndTheOthersGoOn()
    {
        const SimulatedTenant other = m_world->server.azure().estate().tenants().last();
        m_world->tokens.refusing = other.id;
        const Result<Inventory> inventory = finishedResult<Inventory>(m_world->arm.listInventory(this));
        QVERIFY(inventory);
        QVERIFY(!inventory->resources.isEmpty());
        QCOMPARE(inventory->failures.size(), 1);
        QCOMPARE(inventory->failures.at(0).name, other.displayName);
        QVERIFY(inventory->failures.at(0).scope == ListingFailure::Scope::Tenant);
    }

    void oneSubscriptionThatRefusesIsNamedAndTheOthersGoOn()
    {
        const SimulatedSubscription forbidden = *m_world->server.azure().estate().subscriptionNamed(u"Staging"_s);
        m_world->server.azure().faults().forbiddenSubscriptions = {forbidden.id};
        const Result<Inventory> inventory = finishedResult<Inventory>(m_world->arm.listInventory(this));
        QVERIFY(inventory);
        QCOMPARE(inventory->failures.size(), 1);
        QCOMPARE(inventory->failures.at(0).name, u"Staging"_s);
        QCOMPARE(inventory->failures.at(0).error.kind, ErrorKind::Forbidden);
    }

    void whenNobodyAnswersTheListFailsWithTheReason()
    {
        m_world->server.azure().faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
        const Result<Inventory> inventory = finishedResult<Inventory>(m_world->arm.listInventory(this));
        QVERIFY(!inventory);
        QCOMPARE(inventory.error().kind, ErrorKind::Forbidden);
    }

    void followsNextLinkThroughPagesAndEmptyOnes()
    {
        m_world->server.azure().faults().pageSize = 2;
        m_world->server.azure().faults().emptyFirstPage = true;
        const Result<QList<CommunicationService>> resources =
            finishedResult(m_world->arm.listCommunicationServices(production(), this));
        QVERIFY(resources);
        QCOMPARE(resources->size(), m_world->server.azure().estate().resourcesOf(production().id, {}).size());
        QVERIFY(m_world->server.azure().count("GET", u"communicationServices"_s) > 2);
    }

    void doesNotCarryTheTokenToAnotherHostNorTurnInCircles_data()
    {
        QTest::addColumn<SimulatedNextLink>("link");
        QTest::newRow("other host") << SimulatedNextLink::OtherHost;
        QTest::newRow("itself") << SimulatedNextLink::Itself;
    }

    void doesNotCarryTheTokenToAnotherHostNorTurnInCircles()
    {
        QFETCH(SimulatedNextLink, link);
        m_world->server.azure().faults().pageSize = 2;
        m_world->server.azure().faults().nextLink = link;
        const Result<QList<CommunicationService>> resources =
            finishedResult(m_world->arm.listCommunicationServices(production(), this));
        QVERIFY(!resources);
        QCOMPARE(resources.error().kind, ErrorKind::BadAnswer);
        QVERIFY(m_world->server.azure().log().size() <= 3);
    }

    void listsAGroupInAnyCasingAndRefusesWhatIsNoGroup()
    {
        const QString group = m_world->server.azure().estate().resourcesOf(production().id, {}).first()->group;
        const Result<QList<CommunicationService>> resources =
            finishedResult(m_world->arm.listCommunicationServices(production(), group.toUpper(), this));
        QVERIFY2(resources && !resources->isEmpty(), resources ? "" : qPrintable(resources.error().toText()));
        const auto refused = finishedResult(m_world->arm.listCommunicationServices(production(), u"a/b"_s, this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    }

    void getsOneResource()
    {
        const CommunicationService resource = firstResource();
        const Result<CommunicationService> same =
            finishedResult(m_world->arm.getCommunicationService(resource.tenant, resource.id, this));
        QVERIFY(same);
        QVERIFY(same->id == resource.id);
    }

    void listsKeysAndRegeneratesOneOfThem()
    {
        const CommunicationService resource = firstResource();
        const Result<CommunicationServiceKeys> before = finishedResult(m_world->arm.listKeys(resource, this));
        QVERIFY(before && !before->primary.isEmpty() && !before->secondary.isEmpty());
        const Result<CommunicationServiceKeys> answer =
            finishedResult(m_world->arm.regenerateKey(resource, KeyType::Secondary, this));
        QVERIFY(answer);
        QVERIFY(answer->primary.isEmpty()); // absent: not changed
        const Result<CommunicationServiceKeys> after = finishedResult(m_world->arm.listKeys(resource, this));
        QVERIFY(after->primary == before->primary);
        QVERIFY(after->secondary == answer->secondary);
        QVERIFY(after->secondary != before->secondary);
    }

    void anAnswerThatCannotBeReadLeavesTheRegenerationUnclear_data()
    {
        QTest::addColumn<SimulatedFault::Reply>("reply");
        QTest::newRow("empty body") << SimulatedFault::Reply::EmptyBody;
        QTest::newRow("html") << SimulatedFault::Reply::Html;
        QTest::newRow("malformed json") << SimulatedFault::Reply::MalformedJson;
    }

    void anAnswerThatCannotBeReadLeavesTheRegenerationUnclear()
    {
        QFETCH(SimulatedFault::Reply, reply);
        m_world->server.azure().faults().next = {SimulatedFault::afterActing("POST", u"regenerateKey"_s, reply)};
        const Result<CommunicationServiceKeys> keys =
            finishedResult(m_world->arm.regenerateKey(firstResource(), KeyType::Primary, this));
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, ErrorKind::BadAnswer);
        QCOMPARE(keys.error().effect, Effect::Unknown);
        QVERIFY(keys.error().operation.startsWith(u"POST "_s));
        QCOMPARE(m_world->server.azure().count("POST", u"regenerateKey"_s), 1);
    }

    void aListThatCannotBeReadIsAClearError_data() { anAnswerThatCannotBeReadLeavesTheRegenerationUnclear_data(); }

    void aListThatCannotBeReadIsAClearError()
    {
        QFETCH(SimulatedFault::Reply, reply);
        m_world->server.azure().faults().next = {SimulatedFault::afterActing("GET", u"communicationServices"_s, reply)};
        const auto resources = finishedResult(m_world->arm.listCommunicationServices(production(), this));
        QVERIFY(!resources);
        QCOMPARE(resources.error().kind, ErrorKind::BadAnswer);
        QVERIFY(resources.error().message.size() > 20);
    }

private:
    [[nodiscard]] Subscription production() const
    {
        const SimulatedSubscription* simulated = m_world->server.azure().estate().subscriptionNamed(u"Production"_s);
        return Subscription{simulated->id, simulated->displayName, simulated->state, simulated->tenant};
    }

    CommunicationService firstResource()
    {
        const auto resources = finishedResult(m_world->arm.listCommunicationServices(production(), this));
        return resources->first();
    }

    std::unique_ptr<ArmWorld> m_world;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ArmClientTest)
#include "armclienttest.moc"
