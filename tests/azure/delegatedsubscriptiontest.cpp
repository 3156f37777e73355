// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "armworld.h"
#include "azure/inventoryjob.h"
#include "support/finishedresult.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// One subscription that two tenants reach, with different rights: its own, and one that it is delegated to.
class DelegatedSubscriptionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { delegate(SimulatedRole::Owner, SimulatedRole::Reader); }
    void cleanup() { m_world.reset(); }

    void listing_whicheverAnswersFirst_usesTheSameTenant_data()
    {
        QTest::addColumn<bool>("isOwnerListed");
        QTest::addColumn<bool>("isFirstSlow");
        for (const bool isOwnerListed : {true, false}) {
            for (const bool isFirstSlow : {true, false}) {
                QTest::addRow("%s, %s", isOwnerListed ? "owner listed" : "two that manage it",
                              isFirstSlow ? "the first is slow" : "the second is slow")
                    << isOwnerListed << isFirstSlow;
            }
        }
    }

    void listing_whicheverAnswersFirst_usesTheSameTenant()
    {
        QFETCH(const bool, isOwnerListed);
        QFETCH(const bool, isFirstSlow);
        if (!isOwnerListed) {
            manageFromTwoTenants();
        }
        const TenantId smaller = std::min(contoso(), fabrikam(), [](const TenantId& a, const TenantId& b) {
            return a.toString().compare(b.toString(), Qt::CaseInsensitive) < 0;
        });
        m_world->tokens.slow = isFirstSlow ? contoso() : fabrikam();
        const Result<Inventory> inventory = list();
        QVERIFY2(inventory, qPrintable(inventory ? QString() : inventory.error().toText()));
        int found = 0;
        for (const Subscription& subscription : inventory->subscriptions) {
            if (subscription.id == m_subscription) {
                ++found;
                QCOMPARE(subscription.tenant, isOwnerListed ? contoso() : smaller);
            }
        }
        QCOMPARE(found, 1);
        for (const CommunicationService& resource : inventory->resources) {
            if (resource.id.subscription() == m_subscription) {
                QCOMPARE(resource.tenant, isOwnerListed ? contoso() : smaller);
            }
        }
    }

    void listing_theOwnerRefuses_usesTheOther()
    {
        m_world->tokens.refusing = contoso();
        const Result<Inventory> inventory = list();
        QVERIFY(inventory);
        QCOMPARE(resource(*inventory).tenant, fabrikam());
    }

    void keys_refusedToOneTenant_areListedByTheOther_data()
    {
        QTest::addColumn<int>("refusal");
        QTest::newRow("by its role") << 0;
        QTest::newRow("no token") << 1;
        QTest::newRow("subscription not found") << 404;
        QTest::newRow("token of a wrong tenant") << 401;
        QTest::newRow("blocked") << 403;
    }

    void keys_refusedToOneTenant_areListedByTheOther()
    {
        QFETCH(const int, refusal);
        CommunicationService one = listed();
        one.tenant = fabrikam();
        if (refusal == 1) {
            m_world->tokens.refusing = fabrikam();
        } else if (refusal > 1) {
            m_world->server.azure().faults().next = {SimulatedFault::given("POST", u"listKeys"_s, refusal)};
            // The 401 is answered with a fresh token before it counts.
            m_world->server.azure().faults().next.first().times = refusal == 401 ? 2 : 1;
        }
        const Result<CommunicationServiceKeys> keys = finishedResult(m_world->arm.listKeys(one, this));
        QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().toText()));
        // What was found is remembered.
        m_world->server.azure().clearLog();
        QVERIFY(finishedResult(m_world->arm.listKeys(one, this)));
        QCOMPARE(m_world->server.azure().count("POST", u"listKeys"_s), 1);
    }

    void keys_refusedToBoth_reportsTheFirstRefusal()
    {
        delegate(SimulatedRole::Reader, SimulatedRole::Reader);
        const Result<CommunicationServiceKeys> keys = finishedResult(m_world->arm.listKeys(listed(), this));
        QCOMPARE(keys.error().kind, ErrorKind::Forbidden);
        QCOMPARE(m_world->server.azure().count("POST", u"listKeys"_s), 2);
    }

    void keys_serviceFails_otherTenantIsNotTried_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 409, 500, 502}) {
            QTest::addRow("HTTP %d", status) << status;
        }
    }

    void keys_serviceFails_otherTenantIsNotTried()
    {
        QFETCH(const int, status);
        const CommunicationService one = listed();
        m_world->server.azure().faults().next = {SimulatedFault::given("POST", u"listKeys"_s, status)};
        const Result<CommunicationServiceKeys> keys = finishedResult(m_world->arm.listKeys(one, this));
        QVERIFY(!keys);
        QCOMPARE(keys.error().httpStatus, status);
        QCOMPARE(m_world->server.azure().count("POST", u"listKeys"_s), 1);
    }

    void regeneration_goesOutOnce_byTheTenantThatMay_data()
    {
        QTest::addColumn<bool>("isPermissionAsked");
        QTest::newRow("the permissions show it") << true;
        QTest::newRow("the keys show it") << false;
    }

    void regeneration_goesOutOnce_byTheTenantThatMay()
    {
        QFETCH(const bool, isPermissionAsked);
        CommunicationService one = listed();
        one.tenant = fabrikam();
        if (isPermissionAsked) {
            const Result<QList<Permission>> permissions = finishedResult(m_world->arm.listPermissions(one, this));
            QVERIFY(permissions);
            QVERIFY(isAllowed(*permissions, regenerateKeyAction.toString()));
        } else {
            QVERIFY(finishedResult(m_world->arm.listKeys(one, this)));
        }
        const Result<CommunicationServiceKeys> keys =
            finishedResult(m_world->arm.regenerateKey(one, KeyType::Primary, this));
        QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().toText()));
        QCOMPARE(m_world->server.azure().count("POST", u"regenerateKey"_s), 1);
    }

    void regeneration_refused_isNotTriedWithAnotherTenant()
    {
        CommunicationService one = listed();
        one.tenant = fabrikam();
        const Result<CommunicationServiceKeys> keys =
            finishedResult(m_world->arm.regenerateKey(one, KeyType::Primary, this));
        QCOMPARE(keys.error().kind, ErrorKind::Forbidden);
        QCOMPARE(m_world->server.azure().count("POST", u"regenerateKey"_s), 1);
    }

    void permissions_ofNoTenant_areThoseOfTheFirst()
    {
        delegate(SimulatedRole::Reader, SimulatedRole::Reader);
        const Result<QList<Permission>> permissions = finishedResult(m_world->arm.listPermissions(listed(), this));
        QVERIFY(permissions);
        QVERIFY(!isAllowed(*permissions, regenerateKeyAction.toString()));
    }

    void ofOneTenantAlone_isAskedOnce()
    {
        const Result<Inventory> inventory = list();
        for (const CommunicationService& one : inventory->resources) {
            if (one.tenant == fabrikam() && one.subscriptionName == u"Fabrikam Archive"_s) {
                m_world->server.azure().clearLog();
                QCOMPARE(finishedResult(m_world->arm.listKeys(one, this)).error().kind, ErrorKind::Forbidden);
                QCOMPARE(m_world->server.azure().count("POST", u"listKeys"_s), 1);
                return;
            }
        }
        QFAIL("the archive was not listed");
    }

    void tenantThatNoLongerListsIt_isNotAsked()
    {
        SubscriptionTenants tenants;
        const CommunicationService one = listed();
        tenants.replace({{m_subscription, {contoso()}}});
        QCOMPARE(tenants.tenantsFor(one.id, fabrikam(), SubscriptionTenants::Right::Read), QList<TenantId>{contoso()});
        tenants.replace({});
        QCOMPARE(tenants.tenantsFor(one.id, fabrikam(), SubscriptionTenants::Right::Read), QList<TenantId>{fabrikam()});
    }

private:
    [[nodiscard]] TenantId contoso() const { return m_world->server.azure().estate().tenants().first().id; }
    [[nodiscard]] TenantId fabrikam() const { return m_world->server.azure().estate().tenants().last().id; }

    /// "Production" of Contoso, delegated to Fabrikam.
    void delegate(SimulatedRole ofOwner, SimulatedRole ofOther)
    {
        const SimulatedEstate demo = demoEstate();
        SimulatedEstate estate;
        for (const SimulatedTenant& tenant : demo.tenants()) {
            estate.add(tenant);
        }
        for (SimulatedSubscription subscription : demo.subscriptions()) {
            if (subscription.displayName == u"Production"_s) {
                m_subscription = subscription.id;
                subscription.role = ofOwner;
                subscription.delegations = {{demo.tenants().last().id, ofOther}};
            }
            estate.add(subscription);
        }
        for (const SimulatedResource& resource : demo.resources()) {
            estate.add(resource);
        }
        m_world = std::make_unique<ArmWorld>(std::move(estate));
    }

    /// A subscription of a tenant in which the person is no guest, delegated to both of theirs.
    void manageFromTwoTenants()
    {
        const SimulatedEstate demo = demoEstate();
        SimulatedEstate estate;
        estate.add(demo.tenants().first());
        estate.add(demo.tenants().last());
        SimulatedSubscription subscription = demo.subscriptions().first();
        m_subscription = subscription.id;
        subscription.tenant = TenantId(u"00000000-0000-0000-0000-00000000000c"_s);
        subscription.delegations = {{demo.tenants().first().id, SimulatedRole::Owner},
                                    {demo.tenants().last().id, SimulatedRole::Reader}};
        estate.add(subscription);
        for (const SimulatedResource& resource : demo.resources()) {
            estate.add(resource);
        }
        m_world = std::make_unique<ArmWorld>(std::move(estate));
    }

    [[nodiscard]] Result<Inventory> list() { return finishedResult<Inventory>(m_world->arm.listInventory(this)); }

    [[nodiscard]] CommunicationService resource(const Inventory& inventory) const
    {
        for (const CommunicationService& one : inventory.resources) {
            if (one.id.subscription() == m_subscription) {
                return one;
            }
        }
        return {};
    }

    [[nodiscard]] CommunicationService listed() { return resource(*list()); }

    std::unique_ptr<ArmWorld> m_world;
    SubscriptionId m_subscription;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::DelegatedSubscriptionTest)
#include "delegatedsubscriptiontest.moc"
