// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/inventoryjob.h"

#include "armworld.h"
#include "azure/queryresourcesjob.h"
#include "support/finishedresult.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

/// Two ways of listing, over real sockets: Azure Resource Graph, and one list a subscription where that is not to be
/// had.
class InventoryJobTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ArmWorld>();
        m_found.clear();
    }

    void cleanup() { m_world.reset(); }

    void oneQuestionATenantFindsWhatOneListASubscriptionFinds()
    {
        const Result<Inventory> byGraph = list();
        QVERIFY(byGraph);
        QCOMPARE(graphQuestions(), int(tenants().size()));
        QCOMPARE(lists(), 1); // of Sandbox, in which the index has nothing
        m_world->server.azure().faults().resourceGraph = false;
        const Result<Inventory> byLists = list();
        QVERIFY(byLists);
        QCOMPARE(lists(), 1 + int(m_world->server.azure().estate().subscriptions().size()));
        QVERIFY(byLists->failures.isEmpty());
        QCOMPARE(sorted(byGraph->resources), sorted(byLists->resources));
    }

    void pagesComeOnTheWayAndEachResourceOnce()
    {
        m_world->server.azure().faults().pageSize = 4;
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QVERIFY(graphQuestions() > 6);
        const QList<SimulatedResource>& all = m_world->server.azure().estate().resources();
        QCOMPARE(inventory->resources.size(), all.size());
        QCOMPARE(sorted(m_found), sorted(inventory->resources));
    }

    void aQuestionTellsHowFarItIs()
    {
        m_world->server.azure().faults().pageSize = 4;
        InventoryJob* job = m_world->arm.listInventory(this);
        const QSignalSpy told(job, &Job::progressed);
        QSignalSpy finished(job, &Job::finished);
        job->start();
        QVERIFY(finished.wait());
        QSet<int> steps;
        for (const QList<QVariant>& step : told) {
            steps.insert(step.at(0).toInt());
        }
        const int all = int(m_world->server.azure().estate().subscriptions().size());
        QCOMPARE(told.last().at(0).toInt(), all);
        QVERIFY(steps.size() > 3); // and not nothing, one tenant, and the other
    }

    void aRefusalFallsBackToLists_data()
    {
        QTest::addColumn<SimulatedFault>("fault");
        QTest::newRow("not there") << SimulatedFault::given("POST", u"ResourceGraph"_s, 404);
        QTest::newRow("forbidden") << SimulatedFault::given("POST", u"ResourceGraph"_s, 403);
        QTest::newRow("bad request") << SimulatedFault::given("POST", u"ResourceGraph"_s, 400);
        QTest::newRow("no JSON") << SimulatedFault::afterActing("POST", u"ResourceGraph"_s,
                                                                SimulatedFault::Reply::Html);
    }

    void aRefusalFallsBackToLists()
    {
        QFETCH(SimulatedFault, fault);
        fault.times = 100;
        m_world->server.azure().faults().next = {fault};
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QVERIFY(inventory->failures.isEmpty());
        QCOMPARE(inventory->resources.size(), m_world->server.azure().estate().resources().size());
        QCOMPARE(m_found.size(), inventory->resources.size());
        QVERIFY(lists() > 0);
    }

    void whatCameBeforeAPageFailsIsKeptAndTheTenantNamed()
    {
        // With one tenant alone, the question after the first page is that for the second.
        m_world->tokens.refusing = tenants().last().id;
        m_world->server.azure().faults().pageSize = 4;
        InventoryJob* job = m_world->arm.listInventory(this);
        connect(job, &InventoryJob::found, this, [this] {
            m_world->server.azure().faults().next = {SimulatedFault::given("POST", u"ResourceGraph"_s, 403)};
        });
        const Result<Inventory> inventory = finishedResult<Inventory>(job);
        QVERIFY(inventory);
        QCOMPARE(inventory->failures.size(), 2);
        QVERIFY(inventory->failures.last().scope == ListingFailure::Scope::Tenant);
        QCOMPARE(inventory->failures.last().name, tenants().first().displayName);
        QCOMPARE(inventory->failures.last().error.kind, ErrorKind::Forbidden);
        QCOMPARE(lists(), 0);
    }

    void withoutASignInTheListsAreNotTriedOneByOne()
    {
        m_world->server.azure().faults().next = {SimulatedFault::given("POST", u"ResourceGraph"_s, 401)};
        m_world->server.azure().faults().next.first().times = 100;
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QCOMPARE(inventory->failures.size(), tenants().size());
        QCOMPARE(lists(), 0);
    }

    void oneTenantFails_theOtherIsEmpty_isNoFailureOfTheWhole()
    {
        SimulatedEstate estate;
        const QList<SimulatedTenant> both = tenants();
        estate.add(both.first());
        estate.add(both.last());
        m_world = std::make_unique<ArmWorld>(std::move(estate));
        m_world->tokens.refusing = both.last().id;
        const Result<Inventory> inventory = list();
        QVERIFY2(inventory, qPrintable(inventory ? QString() : inventory.error().toText()));
        QCOMPARE(inventory->failures.size(), 1);
        QCOMPARE(inventory->failures.first().name, both.last().displayName);
        QVERIFY(inventory->resources.isEmpty());
    }

    void excludedTenant_isNotAsked()
    {
        const TenantId fabrikam = tenants().last().id;
        m_world->tokens.refusing = fabrikam;
        const TenantId spelledOtherwise(fabrikam.toString().toUpper());
        const Result<Inventory> inventory =
            finishedResult<Inventory>(m_world->arm.listInventory(this, {spelledOtherwise}));
        QVERIFY(inventory);
        QVERIFY(inventory->failures.isEmpty());
        QCOMPARE(inventory->tenants.size(), 1);
        QCOMPARE(inventory->excluded.size(), 1);
        QCOMPARE(inventory->excluded.first().displayName, tenants().last().displayName);
        QVERIFY(!inventory->resources.isEmpty());
        const QList<SimulatedExchange>& log = m_world->server.azure().log();
        QCOMPARE(std::count_if(log.begin(), log.end(),
                               [](const SimulatedExchange& one) { return one.url.path() == "/subscriptions"_L1; }),
                 1);
    }

    void allTenantsExcluded_listsNothing()
    {
        const Result<Inventory> inventory =
            finishedResult<Inventory>(m_world->arm.listInventory(this, {tenants().first().id, tenants().last().id}));
        QVERIFY(inventory);
        QVERIFY(inventory->resources.isEmpty());
        QCOMPARE(inventory->excluded.size(), 2);
        QCOMPARE(m_world->server.azure().count("GET", u"/subscriptions"_s), 0);
    }

    void allTenantsRefuse_eachIsNamed_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("failsAsAWhole");
        QTest::newRow("forbidden") << ErrorKind::Forbidden << false;
        QTest::newRow("not signed in") << ErrorKind::NotSignedIn << false;
        QTest::newRow("network") << ErrorKind::Network << true;
        QTest::newRow("time-out") << ErrorKind::Timeout << true;
    }

    void allTenantsRefuse_eachIsNamed()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const bool, failsAsAWhole);
        m_world->tokens.refusal = Error::of(kind, u"no"_s);
        const Result<Inventory> inventory = list();
        QCOMPARE(!inventory, failsAsAWhole);
        if (inventory) {
            QCOMPARE(inventory->failures.size(), tenants().size());
        } else {
            QCOMPARE(inventory.error().kind, kind);
        }
    }

    void newResource_isFoundInASubscriptionThatTheIndexShowsEmpty()
    {
        const SimulatedResource added = addNow(u"empty"_s);
        m_world->server.azure().faults().resourceGraphLag = 10min;
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QVERIFY(has(*inventory, added));
    }

    void newResource_isFoundByTheSecondRefresh()
    {
        const SimulatedResource added = addNow(u"Production"_s);
        m_world->server.azure().faults().resourceGraphLag = 10min;
        QVERIFY(!has(*list(), added)); // its subscription has others, so nothing points to a lag
        InventoryJob* again = m_world->arm.listInventory(this);
        again->distrustIndex();
        QVERIFY(has(*finishedResult<Inventory>(again), added));
    }

    void deletedResource_isGoneWhereItsSubscriptionIsListedDirectly()
    {
        SimulatedEstate& estate = m_world->server.azure().estate();
        const SimulatedResource deleted = estate.resources().first();
        estate.remove(deleted, QDateTime::currentDateTimeUtc());
        m_world->server.azure().faults().resourceGraphLag = 10min;
        QVERIFY(has(*list(), deleted));
        InventoryJob* again = m_world->arm.listInventory(this);
        again->listDirectly({deleted.subscription});
        const Result<Inventory> inventory = finishedResult<Inventory>(again);
        QVERIFY(!has(*inventory, deleted));
        QCOMPARE(inventory->resources.size(), estate.resources().size() - 1);
    }

    void subscriptionWithoutTheProvider_hasNone()
    {
        m_world->server.azure().faults().resourceGraph = false;
        SimulatedFault fault = SimulatedFault::given("GET", u"/communicationServices"_s, 409);
        fault.body = "{\"error\":{\"code\":\"MissingSubscriptionRegistration\",\"message\":\"Not registered.\"}}";
        m_world->server.azure().faults().next = {fault};
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QVERIFY(inventory->failures.isEmpty());
    }

    void entryThatCannotBeRead_isNamedBesideTheOthers_data()
    {
        QTest::addColumn<bool>("isGraph");
        QTest::newRow("index") << true;
        QTest::newRow("lists") << false;
    }

    void entryThatCannotBeRead_isNamedBesideTheOthers()
    {
        QFETCH(bool, isGraph);
        SimulatedResource odd = m_world->server.azure().estate().resources().first();
        odd.id.replace(u"/resourceGroups/"_s, u"/odd/"_s);
        odd.name = u"odd"_s;
        m_world->server.azure().estate().add(odd);
        m_world->server.azure().faults().resourceGraph = isGraph;
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QCOMPARE(inventory->resources.size(), m_world->server.azure().estate().resources().size() - 1);
        QCOMPARE(inventory->failures.size(), 1);
        const ListingFailure& failure = inventory->failures.first();
        QVERIFY(failure.scope == ListingFailure::Scope::Entry);
        QCOMPARE(failure.name, odd.id);
        QVERIFY(failure.error.message.startsWith(u"An entry of "_s));
    }

    void resourceInAGroupOfAnyScript_isListed_data() { entryThatCannotBeRead_isNamedBesideTheOthers_data(); }

    void resourceInAGroupOfAnyScript_isListed()
    {
        QFETCH(bool, isGraph);
        const SimulatedResource model = m_world->server.azure().estate().resources().first();
        for (const QString& group : {u"re\u0301seau-rg"_s, u"กลุ่มทรัพยากร"_s, u"rg-测试"_s, u"संसाधन"_s}) {
            SimulatedResource resource = model;
            resource.group = group;
            resource.id.replace(model.group, group, Qt::CaseInsensitive);
            m_world->server.azure().estate().add(resource);
        }
        m_world->server.azure().faults().resourceGraph = isGraph;
        const Result<Inventory> inventory = list();
        QVERIFY(inventory && inventory->failures.isEmpty());
        QCOMPARE(inventory->resources.size(), m_world->server.azure().estate().resources().size());
        const CommunicationService thai =
            *std::find_if(inventory->resources.begin(), inventory->resources.end(),
                          [](const CommunicationService& one) { return one.id.resourceGroup() == u"กลุ่มทรัพยากร"_s; });
        QVERIFY(finishedResult(m_world->arm.listKeys(thai, this)));
        QVERIFY(finishedResult(m_world->arm.regenerateKey(thai, KeyType::Primary, this)));
    }

    void equalNames_areToldApartEverywhere()
    {
        SimulatedEstate& estate = m_world->server.azure().estate();
        const SimulatedSubscription model = *estate.subscriptionNamed(u"Production"_s);
        SimulatedSubscription twin = model;
        twin.id = SubscriptionId(u"99990000-0000-4000-8000-000000000000"_s);
        twin.tenant = tenants().last().id; // so that it comes after the resources of the other
        estate.add(twin);
        SimulatedResource added = *estate.resourcesOf(model.id, {}).first();
        added.id.replace(model.id.toString(), twin.id.toString(), Qt::CaseInsensitive);
        added.subscription = twin.id;
        estate.add(added);
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QSet<QString> names;
        for (const Subscription& subscription : inventory->subscriptions) {
            names.insert(subscription.displayName);
        }
        QCOMPARE(names.size(), inventory->subscriptions.size());
        QVERIFY(!names.contains(u"Production"_s));
        for (const CommunicationService& resource : inventory->resources) {
            QVERIFY(names.contains(resource.subscriptionName));
        }
        QHash<ResourceId, QString> told; // the last word counts
        for (const CommunicationService& resource : m_found) {
            told.insert(resource.id, resource.subscriptionName);
        }
        for (const QString& name : told) {
            QVERIFY2(names.contains(name), qPrintable(name));
        }
    }

    void pagesWithoutTheirEncoding_areFollowed_data()
    {
        QTest::addColumn<SimulatedNextLink>("link");
        QTest::newRow("unencoded") << SimulatedNextLink::Unencoded;
        QTest::newRow("relative") << SimulatedNextLink::Relative;
    }

    void pagesWithoutTheirEncoding_areFollowed()
    {
        QFETCH(SimulatedNextLink, link);
        m_world->server.azure().faults().pageSize = 1;
        m_world->server.azure().faults().resourceGraph = false;
        m_world->server.azure().faults().nextLink = link;
        const Result<Inventory> inventory = list();
        QVERIFY2(inventory, inventory ? "" : qPrintable(inventory.error().message));
        QVERIFY(inventory->failures.isEmpty());
        QCOMPARE(inventory->resources.size(), m_world->server.azure().estate().resources().size());
    }

private:
    /// A resource that was created a moment ago. @p subscription: its name; it is made where there is none.
    SimulatedResource addNow(const QString& subscription)
    {
        SimulatedEstate& estate = m_world->server.azure().estate();
        SimulatedResource added = estate.resources().first();
        if (!estate.subscriptionNamed(subscription)) {
            SimulatedSubscription empty = *estate.subscription(added.subscription);
            empty.id = SubscriptionId(u"99990000-0000-4000-8000-000000000000"_s);
            empty.displayName = subscription;
            estate.add(empty);
        }
        const SubscriptionId in = estate.subscriptionNamed(subscription)->id;
        added.id.replace(added.subscription.toString(), in.toString(), Qt::CaseInsensitive);
        added.id.replace(added.name, u"made-just-now"_s, Qt::CaseInsensitive);
        added.subscription = in;
        added.name = u"made-just-now"_s;
        added.createdUtc = QDateTime::currentDateTimeUtc();
        estate.add(added);
        return added;
    }

    static bool has(const Inventory& inventory, const SimulatedResource& resource)
    {
        return std::any_of(inventory.resources.begin(), inventory.resources.end(),
                           [&resource](const CommunicationService& one) { return one.id.toString() == resource.id; });
    }

    [[nodiscard]] const QList<SimulatedTenant>& tenants() const { return m_world->server.azure().estate().tenants(); }
    [[nodiscard]] int graphQuestions() const { return m_world->server.azure().count("POST", u"ResourceGraph"_s); }
    [[nodiscard]] int lists() const { return m_world->server.azure().count("GET", u"/communicationServices"_s); }

    Result<Inventory> list()
    {
        InventoryJob* job = m_world->arm.listInventory(this);
        connect(job, &InventoryJob::found, this,
                [this](const QList<CommunicationService>& resources) { m_found.append(resources); });
        return finishedResult<Inventory>(job);
    }

    static QStringList sorted(const QList<CommunicationService>& resources)
    {
        QStringList lines;
        for (const CommunicationService& one : resources) {
            QStringList tags;
            for (auto it = one.tags.begin(); it != one.tags.end(); ++it) {
                tags.append(it.key() + u'=' + it.value());
            }
            lines.append(QStringList{one.id.toString(), one.tenant.toString(), one.subscriptionName, one.location,
                                     one.dataLocation, one.hostName(), one.provisioningState, tags.join(u',')}
                             .join(u'|'));
        }
        lines.sort();
        return lines;
    }

    std::unique_ptr<ArmWorld> m_world;
    QList<CommunicationService> m_found;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::InventoryJobTest)
#include "inventoryjobtest.moc"
