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
        QCOMPARE(lists(), 0);
        m_world->server.azure().faults().resourceGraph = false;
        const Result<Inventory> byLists = list();
        QVERIFY(byLists);
        QCOMPARE(lists(), int(m_world->server.azure().estate().subscriptions().size()));
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

private:
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
