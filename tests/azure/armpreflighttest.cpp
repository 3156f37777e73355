// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "armworld.h"
#include "support/finishedresult.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

/// What is asked around a regeneration, over real sockets: permissions, locks, whether keys count, and the past.
class ArmPreflightTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<ArmWorld>(); }

    void cleanup() { m_world.reset(); }

    void permissionsSayWhoMayRegenerate_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<bool>("mayRegenerate");
        QTest::newRow("owner") << u"acs-prod-00000"_s << true;
        QTest::newRow("contributor") << u"acs-stage-00001"_s << true;
        QTest::newRow("reader") << u"acs-retired-00030"_s << false;
    }

    void permissionsSayWhoMayRegenerate()
    {
        QFETCH(QString, resource);
        QFETCH(bool, mayRegenerate);
        PreflightService& preflight = m_world->arm;
        const Result<QList<Permission>> permissions =
            finishedResult(preflight.listPermissions(resourceNamed(resource), this));
        QVERIFY2(permissions, permissions ? "" : qPrintable(permissions.error().toText()));
        const QString services = u"Microsoft.Communication/CommunicationServices/"_s;
        QCOMPARE(isAllowed(*permissions, services + u"RegenerateKey/action"_s), mayRegenerate);
        QVERIFY(isAllowed(*permissions, services + u"Read"_s));
    }

    void permissionsGoOnOverPages()
    {
        m_world->server.azure().faults().pageSize = 1;
        m_world->server.azure().faults().emptyFirstPage = true;
        const auto permissions = finishedResult(m_world->arm.listPermissions(resourceNamed(u"acs-prod-00000"_s), this));
        QVERIFY(permissions && permissions->size() == 1);
        QCOMPARE(m_world->server.azure().count("GET", u"/permissions"_s), 2);
    }

    void aLockIsFoundAtEveryScope_data()
    {
        QTest::addColumn<int>("parts");
        QTest::newRow("subscription") << 2;
        QTest::newRow("group") << 4;
        QTest::newRow("resource") << 8;
    }

    void aLockIsFoundAtEveryScope()
    {
        QFETCH(int, parts);
        const CommunicationService resource = resourceNamed(u"acs-sms-00003"_s);
        const QString scope = resource.id.toString().section(u'/', 0, parts);
        m_world->server.azure().faults().locks = {{scope, u"frozen"_s, u"ReadOnly"_s, u"Until May."_s}};
        const auto locks = finishedResult(m_world->arm.listLocks(resource, this));
        QVERIFY(locks);
        QCOMPARE(locks->size(), 1); // a group and a subscription tell also of what is below them
        const ManagementLock* lock = readOnlyLock(*locks, resource.id);
        QVERIFY(lock);
        QCOMPARE(lock->scope(), scope);
        QCOMPARE(lock->notes, u"Until May."_s);
    }

    void theNearestLockComesFirstAndNeighboursLocksNotAtAll()
    {
        const CommunicationService resource = resourceNamed(u"acs-sms-00003"_s);
        const QString id = resource.id.toString();
        m_world->server.azure().faults().locks = {{id.section(u'/', 0, 2), u"wide"_s, u"ReadOnly"_s, {}},
                                                  {id, u"near"_s, u"ReadOnly"_s, {}},
                                                  {id + u'x', u"neighbour"_s, u"ReadOnly"_s, {}}};
        const auto locks = finishedResult(m_world->arm.listLocks(resource, this));
        QVERIFY(locks);
        QCOMPARE(locks->size(), 2);
        QCOMPARE(readOnlyLock(*locks, resource.id)->name, u"near"_s);
        QCOMPARE(m_world->server.azure().count("GET", u"/locks"_s), 3);
    }

    void aScopeThatRefusesHidesNoLockOfAnother_data()
    {
        QTest::addColumn<int>("refusing");
        QTest::addColumn<int>("locked");
        QTest::newRow("the subscription, and the group tells") << 2 << 4;
        QTest::newRow("the resource, and the subscription tells") << 8 << 2;
        QTest::newRow("the group, and the resource tells") << 4 << 8;
    }

    void aScopeThatRefusesHidesNoLockOfAnother()
    {
        QFETCH(int, refusing);
        QFETCH(int, locked);
        const CommunicationService resource = resourceNamed(u"acs-sms-00003"_s);
        const QString id = resource.id.toString();
        const QString path = id.section(u'/', 0, refusing) + u"/providers/Microsoft.Authorization/locks"_s;
        m_world->server.azure().faults().locks = {{id.section(u'/', 0, locked), u"frozen"_s, u"ReadOnly"_s, {}}};
        m_world->server.azure().faults().next = {SimulatedFault::given("GET", path, 403)};
        const auto locks = finishedResult(m_world->arm.listLocks(resource, this));
        QVERIFY(locks);
        QVERIFY(readOnlyLock(*locks, resource.id));
        QVERIFY(m_world->server.azure().faults().next.isEmpty()); // it has refused
    }

    void whereNoScopeTellsOfLocksNothingIsKnown()
    {
        const CommunicationService resource = resourceNamed(u"acs-sms-00003"_s);
        m_world->server.azure().faults().next = {SimulatedFault::given("GET", u"/locks"_s, 403)};
        m_world->server.azure().faults().next.first().times = 3;
        const auto locks = finishedResult(m_world->arm.listLocks(resource, this));
        QVERIFY(!locks);
        QCOMPARE(locks.error().kind, ErrorKind::Forbidden);
        QVERIFY(locks.error().operation.contains(resource.name()));
    }

    void listingLocksCanBeCalledOff()
    {
        JobOf<QList<ManagementLock>>* job = m_world->arm.listLocks(resourceNamed(u"acs-sms-00003"_s), this);
        QTimer::singleShot(0, job, &Job::cancel);
        const auto locks = finishedResult(job);
        QVERIFY(!locks && locks.error().isCancelled());
    }

    void tellsWhetherTheKeysAreDisabled_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<bool>("isDisabled");
        QTest::newRow("enabled") << u"acs-prod-00000"_s << false;
        QTest::newRow("disabled") << u"acs-retail-00012"_s << true;
    }

    void tellsWhetherTheKeysAreDisabled()
    {
        QFETCH(QString, resource);
        QFETCH(bool, isDisabled);
        const auto state = finishedResult(m_world->arm.localAuthState(resourceNamed(resource), this));
        QVERIFY2(state, state ? "" : qPrintable(state.error().toText()));
        QVERIFY(state->disabled == isDisabled);
    }

    void anOlderCloudDoesNotTellAndThatIsNoFailure_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("gateway") << QByteArray("InvalidApiVersionParameter");
        QTest::newRow("provider") << QByteArray("NoRegisteredProviderFound");
    }

    void anOlderCloudDoesNotTellAndThatIsNoFailure()
    {
        QFETCH(QByteArray, code);
        m_world->server.azure().faults().next = {SimulatedFault::given(
            "GET", u"/acs-prod-00000"_s, 400, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}")};
        const auto state = finishedResult(m_world->arm.localAuthState(resourceNamed(u"acs-prod-00000"_s), this));
        QVERIFY(state);
        QVERIFY(!state->disabled);
    }

    void everyOtherRefusalIsAFailure()
    {
        m_world->server.azure().faults().next = {SimulatedFault::given("GET", u"/acs-prod-00000"_s, 403)};
        const auto state = finishedResult(m_world->arm.localAuthState(resourceNamed(u"acs-prod-00000"_s), this));
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::Forbidden);
    }

    void tellsWhichKeysWereRegeneratedInThePast()
    {
        const auto events = finishedResult(m_world->arm.listKeyRegenerations(production(), QDateTime(), this));
        QVERIFY2(events, events ? "" : qPrintable(events.error().toText()));
        QStringList told;
        for (const KeyRegenerationEvent& event : *events) {
            const qint64 days = qRound64(double(event.timeUtc.secsTo(m_world->clock.utcNow())) / 86400.0);
            told.append(u"%1 %2 %3"_s.arg(event.resource.name(), apiName(*event.type)).arg(days));
            QVERIFY(event.succeeded && !event.caller.isEmpty());
        }
        // The fourth was 120 days ago, and the log has forgotten it.
        QCOMPARE(told, (QStringList{u"acs-prod-00000 Primary 12"_s, u"acs-sms-00003 Secondary 45"_s,
                                    u"acs-Voice-00005 Primary 80"_s}));
        QCOMPARE(m_world->server.azure().count("GET", u"/eventtypes/"_s), 1);
    }

    void tellsOnlyWhatWasSince()
    {
        const auto events =
            finishedResult(m_world->arm.listKeyRegenerations(production(), m_world->clock.utcNow().addDays(-50), this));
        QVERIFY(events);
        QCOMPARE(events->size(), 2);
    }

    void theLogIsFollowedThroughItsPages()
    {
        m_world->server.azure().faults().pageSize = 1; // so that a beginning is not on the page of its end
        m_world->server.azure().faults().emptyFirstPage = true;
        const QDateTime longAgo = m_world->clock.utcNow().addYears(-5); // which the service would refuse
        const auto events = finishedResult(m_world->arm.listKeyRegenerations(production(), longAgo, this));
        QVERIFY2(events, events ? "" : qPrintable(events.error().toText()));
        QCOMPARE(events->size(), 3);
        QVERIFY(events->at(0).type.has_value());
        QCOMPARE(m_world->server.azure().count("GET", u"/eventtypes/"_s), 7);
    }

    void aRegenerationIsInTheLogWithItsCaller()
    {
        m_world->server.azure().faults().activityLogLag = 0s;
        const CommunicationService resource = resourceNamed(u"acs-prod-00008"_s);
        QVERIFY(finishedResult(m_world->arm.regenerateKey(resource, KeyType::Secondary, this)));
        QVERIFY(finishedResult(m_world->arm.listKeys(resource, this)));
        m_world->clock.advance(1h); // past the server's own time
        const auto events =
            finishedResult(m_world->arm.listKeyRegenerations(production(), m_world->clock.utcNow().addDays(-1), this));
        QVERIFY2(events, events ? "" : qPrintable(events.error().toText()));
        QCOMPARE(events->size(), 1);
        QVERIFY(events->at(0).resource == resource.id);
        QVERIFY(events->at(0).type == KeyType::Secondary);
        QCOMPARE(events->at(0).caller, u"avery@contoso.example"_s);
        QVERIFY(events->at(0).succeeded);
    }

    void aRefusedLogSaysWhyInItsOwnWords()
    {
        m_world->clock.advance(-24h * 200); // a computer that lives in the past
        const auto events = finishedResult(m_world->arm.listKeyRegenerations(production(), QDateTime(), this));
        QVERIFY(!events);
        QCOMPARE(events.error().httpStatus, 400);
        QCOMPARE(events.error().detail.message, u"The start time cannot be more than 90 days in the past."_s);
    }

private:
    [[nodiscard]] Subscription production() const
    {
        const SimulatedSubscription* simulated = m_world->server.azure().estate().subscriptionNamed(u"Production"_s);
        return Subscription{simulated->id, simulated->displayName, simulated->state, simulated->tenant};
    }

    [[nodiscard]] CommunicationService resourceNamed(const QString& name) const
    {
        const SimulatedEstate& estate = m_world->server.azure().estate();
        CommunicationService service;
        service.id = *ResourceId::parse(estate.resourceNamed(name)->id);
        service.tenant = estate.subscription(service.id.subscription())->tenant;
        return service;
    }

    std::unique_ptr<ArmWorld> m_world;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ArmPreflightTest)
#include "armpreflighttest.moc"
