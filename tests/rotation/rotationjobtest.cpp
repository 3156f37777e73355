// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armclient.h"
#include "demo/simulatedazure.h"
#include "demo/simulatedcatalog.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "rotation/rotationdesk.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"
#include "support/hastyclock.h"
#include "support/lockfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

/// Against the simulated Azure in the process: what is tested is which key ends where, and how often it was asked for.
class RotationJobTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const QUrl address(u"https://arm.own.example"_s);
        m_azure = std::make_unique<SimulatedAzure>(demoEstate(), SimulatedCloud::at(address));
        m_network = std::make_unique<SimulatedNetworkAccessManager>(*m_azure, m_clock);
        const SimulatedSubscription* production = m_azure->estate().subscriptionNamed(u"Production"_s);
        m_tokens = std::make_unique<FixedTokens>(
            QList<QByteArray>{m_azure->issueToken(production->tenant, m_clock.utcNow().addSecs(3600))});
        Cloud cloud;
        cloud.armEndpoint = address;
        cloud.audience = m_azure->cloud().audiences.first();
        m_arm = std::make_unique<ArmClient>(cloud, HttpContext{*m_network, *m_tokens, m_hastyClock});
        m_secrets = std::make_unique<FaultyStore>();
        m_address = address;
        m_folder = std::make_unique<QTemporaryDir>();
        openDesk();
        const SimulatedResource* resource = m_azure->estate().resourcesOf(production->id, {}).first();
        m_resource = CommunicationService();
        m_resource.id = *ResourceId::of(production->id, resource->group, resource->name);
        m_resource.tenant = production->tenant;
    }

    void cleanup()
    {
        m_desk.reset();
        m_journal.reset();
        m_network.reset();
    }

    void theNewKeyIsInTheKeychainAndIsTheOneThatAzureAccepts_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::newRow("primary") << KeyType::Primary;
        QTest::newRow("secondary") << KeyType::Secondary;
    }

    void theNewKeyIsInTheKeychainAndIsTheOneThatAzureAccepts()
    {
        QFETCH(KeyType, type);
        const QString before = accepted(type);
        const QString otherBefore = accepted(other(type));
        const RotationOutcome outcome = regenerate(type);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QVERIFY(!outcome.error);
        QVERIFY(accepted(type) != before);
        QCOMPARE(accepted(other(type)), otherBefore);
        QCOMPARE(keptNow(type), accepted(type));
        QCOMPARE(posts(), 1);
    }

    void aLostAnswerIsFoundAgainByAskingWhatTheKeyIsNow_data()
    {
        QTest::addColumn<SimulatedFault::Reply>("reply");
        QTest::newRow("dropped") << SimulatedFault::Reply::Drop;
        QTest::newRow("empty") << SimulatedFault::Reply::EmptyBody;
        QTest::newRow("html") << SimulatedFault::Reply::Html;
        QTest::newRow("cut off") << SimulatedFault::Reply::MalformedJson;
    }

    void aLostAnswerIsFoundAgainByAskingWhatTheKeyIsNow()
    {
        QFETCH(SimulatedFault::Reply, reply);
        m_azure->faults().next = {SimulatedFault::afterActing("POST", u"regenerateKey"_s, reply)};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QVERIFY(outcome.error); // what happened is told
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(posts(), 1);
    }

    void whatWasNotDoneIsFoundOutToo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {0, 400, 401, 403, 404, 409, 408, 429, 500, 502, 503, 504}) {
            QTest::addRow("%d", status) << status;
        }
    }

    void whatWasNotDoneIsFoundOutToo()
    {
        QFETCH(int, status);
        const QString before = accepted(KeyType::Primary);
        m_azure->faults().next = {
            status == 0 ? SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop)
                        : SimulatedFault::given("POST", u"regenerateKey"_s, status)};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Unchanged);
        QVERIFY(outcome.error);
        QCOMPARE(accepted(KeyType::Primary), before);
        QCOMPARE(posts(), 1);
    }

    void aRequestThatIsCarriedOutLateIsFoundAllTheSame_data()
    {
        QTest::addColumn<int>("later");
        for (int later = 1; later <= 6; ++later) {
            QTest::addRow("after %d more requests", later) << later;
        }
    }

    void aRequestThatIsCarriedOutLateIsFoundAllTheSame()
    {
        QFETCH(const int, later);
        const QString before = accepted(KeyType::Primary);
        SimulatedFault fault = SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop);
        fault.actsAfterRequests = later;
        m_azure->faults().next = {fault};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QVERIFY(!outcome.mayBeOld);
        QVERIFY(accepted(KeyType::Primary) != before);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(posts(), 1);
        QCOMPARE(listings(), 1 + later + 1);
    }

    void armErrorThatSaysItDidNothing_isCheckedOnce_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 405, 409, 412, 415, 423, 429, 451}) {
            QTest::addRow("%d", status) << status;
        }
    }

    void armErrorThatSaysItDidNothing_isCheckedOnce()
    {
        QFETCH(const int, status);
        m_azure->faults().next = {SimulatedFault::given("POST", u"regenerateKey"_s, status, armError)};
        QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::Unchanged);
        QCOMPARE(listings(), 2);
    }

    void responseThatReplacesTheRealOne_doesNotHideTheNewKey_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray html = "<html><head><title>Blocked by policy</title></head><body>No.</body></html>";
        for (const int status : {200, 204, 302, 400, 401, 403, 404, 407, 408, 409, 429, 451, 500, 502, 503, 504, 511}) {
            QTest::addRow("%d HTML", status) << status << QByteArray("text/html") << html;
            QTest::addRow("%d JSON of another shape", status)
                << status << QByteArray("application/json") << QByteArray(R"({"message":"Forbidden","code":7})");
            QTest::addRow("%d OAuth error", status)
                << status << QByteArray("application/json") << QByteArray(R"({"error":"access_denied"})");
            QTest::addRow("%d no body", status) << status << QByteArray("application/json") << QByteArray();
            QTest::addRow("%d ARM error", status) << status << QByteArray("application/json") << armError;
        }
    }

    void responseThatReplacesTheRealOne_doesNotHideTheNewKey()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        SimulatedFault fault =
            SimulatedFault::given("POST", u"regenerateKey"_s, status, body, {{"content-type", type}});
        fault.acts = true;
        m_azure->faults().next = {fault};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QCOMPARE(outcome.end, RotationEnd::Kept);
        QVERIFY(outcome.error);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(posts(), 1);
    }

    void answerWithThePreviousKey_isNoSuccess_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::addColumn<bool>("canList");
        QTest::addColumn<bool>("isStored");
        for (const bool acts : {false, true}) {
            for (const bool canList : {true, false}) {
                for (const bool isStored : {false, true}) {
                    if (canList || isStored) {
                        QTest::addRow("%s, %s, %s", acts ? "executed" : "not executed",
                                      canList ? "listed before" : "not listed before",
                                      isStored ? "stored" : "not stored")
                            << acts << canList << isStored;
                    }
                }
            }
        }
    }

    void answerWithThePreviousKey_isNoSuccess()
    {
        QFETCH(const bool, acts);
        QFETCH(const bool, canList);
        QFETCH(const bool, isStored);
        const QString before = accepted(KeyType::Primary);
        if (isStored) {
            store(KeyType::Primary, before);
        }
        SimulatedFault fault =
            SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::PreviousKeys);
        fault.acts = acts;
        m_azure->faults().next = {fault};
        if (!canList) {
            m_azure->faults().next.append(SimulatedFault::given("POST", u"listKeys"_s, 403));
        }
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QCOMPARE(outcome.end, acts ? RotationEnd::Kept : RotationEnd::Unchanged);
        QCOMPARE(accepted(KeyType::Primary) != before, acts);
        if (acts || isStored) {
            QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        }
        QCOMPARE(posts(), 1);
    }

    void answerWithoutTheRegeneratedKey_isNoSuccess()
    {
        SimulatedFault fault = SimulatedFault::given("POST", u"regenerateKey"_s, 200, R"({"secondaryKey":"x"})");
        fault.acts = true;
        m_azure->faults().next = {fault};
        QCOMPARE(regenerate(KeyType::Primary).end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void checkThatFails_isRepeatedUntilNothingCanArriveAnyMore_data()
    {
        QTest::addColumn<int>("failing");
        QTest::addColumn<int>("status"); // 0: the connection breaks
        for (const int failing : {1, 3, 5}) {
            for (const int status : {0, 403, 404, 500, 504}) {
                QTest::addRow("%d checks fail with %d", failing, status) << failing << status;
            }
        }
    }

    void checkThatFails_isRepeatedUntilNothingCanArriveAnyMore()
    {
        QFETCH(const int, failing);
        QFETCH(const int, status);
        SimulatedFault fails = status == 0
                                   ? SimulatedFault::beforeActing("POST", u"listKeys"_s, SimulatedFault::Reply::Drop)
                                   : SimulatedFault::given("POST", u"listKeys"_s, status);
        fails.times = failing;
        const RotationOutcome outcome = regenerateWithFaultsAfter(
            SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop), {fails});
        QCOMPARE(outcome.end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(posts(), 1);
    }

    void staleListing_isNotTakenForTheKeyOfNow_data()
    {
        QTest::addColumn<int>("lag"); // ms, of which a thousand are a second of the program's clock
        QTest::addColumn<bool>("isLost");
        for (const int lag : {1, 5, 20, 60}) {
            QTest::addRow("%d s, answered", lag) << lag << false;
            QTest::addRow("%d s, answer lost", lag) << lag << true;
        }
    }

    void staleListing_isNotTakenForTheKeyOfNow()
    {
        QFETCH(const int, lag);
        QFETCH(const bool, isLost);
        m_azure->faults().keyReadLag = std::chrono::milliseconds(lag);
        if (isLost) {
            m_azure->faults().next = {
                SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop)};
        }
        QCOMPARE(regenerate(KeyType::Primary).end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void verdictFromAStaleListing_isCorrected()
    {
        // Nothing that is listed shows the new key while the regeneration waits for it.
        SimulatedFault stale = SimulatedFault::beforeActing("POST", u"listKeys"_s, SimulatedFault::Reply::PreviousKeys);
        stale.times = 7;
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        QSignalSpy ended(m_desk.get(), &RotationDesk::ended);
        connect(job, &RotationJob::stateChanged, this, [this, stale](RotationPlan::State state) {
            if (state == RotationPlan::State::Posting) {
                m_azure->faults().next = {
                    SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop), stale};
            }
        });
        QCOMPARE(outcomeOf(job).end, RotationEnd::Unchanged);
        QVERIFY(m_desk->isConfirming());
        QTRY_COMPARE(ended.size(), 2);
        const auto corrected = ended.last().at(1).value<RotationOutcome>();
        QVERIFY(corrected.isCorrection);
        QCOMPARE(corrected.end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(m_journal->records().first().end, std::optional(RotationEnd::Kept));
        QVERIFY(!m_desk->isConfirming());
        QCOMPARE(posts(), 1);
    }

    void otherKeyThatSomebodyRegenerated_isStoredAsItIsNow()
    {
        store(KeyType::Primary, accepted(KeyType::Primary));
        store(KeyType::Secondary, accepted(KeyType::Secondary));
        m_azure->regenerateElsewhere(m_resource.name(), KeyType::Primary, m_clock.utcNow());
        QCOMPARE(regenerate(KeyType::Secondary).end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(keptNow(KeyType::Secondary), accepted(KeyType::Secondary));
    }

    void keyThatIsNotStored_isNotStoredWithTheOther()
    {
        QCOMPARE(regenerate(KeyType::Secondary).end, RotationEnd::Kept);
        QVERIFY(!finishedResult(m_kept->read(m_resource.id, this))->primary);
    }

    void resourceThatWasCreatedAgain_losesTheStoredKeysOfTheFormerOne()
    {
        store(KeyType::Primary, accepted(KeyType::Primary));
        store(KeyType::Secondary, accepted(KeyType::Secondary));
        m_azure->recreate(m_resource.name(), m_clock.utcNow());
        QCOMPARE(regenerate(KeyType::Primary).end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(keptNow(KeyType::Secondary), accepted(KeyType::Secondary));
    }

    void newKeyThatIsInMemoryOnly_isNotForgottenForAStaleListing()
    {
        // Answered, refused by the keychain, and the program ended.
        RotationRecord record = sentRecord();
        record.startedUtc = m_clock.utcNow().addSecs(-1000);
        record.stage = RotationRecord::Stage::Unclear;
        record.fingerprintBefore = m_journal->fingerprintOf(Secret::copyOf(accepted(KeyType::Primary)));
        m_azure->regenerateElsewhere(m_resource.name(), KeyType::Primary, m_clock.utcNow());
        record.fingerprintAfter = m_journal->fingerprintOf(Secret::copyOf(accepted(KeyType::Primary)));
        QVERIFY(m_journal->append(record));
        m_azure->faults().keyReadLag = std::chrono::minutes(1);
        QCOMPARE(outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first())).end, RotationEnd::Unclear);
        m_azure->faults().keyReadLag = {};
        QCOMPARE(outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first())).end, RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void whatWasSentLongAgoIsLookedAtOnce()
    {
        RotationRecord record = sentRecord();
        record.startedUtc = m_clock.utcNow().addSecs(-100);
        record.fingerprintBefore = m_journal->fingerprintOf(Secret::copyOf(accepted(KeyType::Primary)));
        QVERIFY(m_journal->append(record));
        QVERIFY(outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first())).end == RotationEnd::Unchanged);
        QCOMPARE(listings(), 1);
    }

    void aKeyThatNobodyKnewBeforeIsKeptAndNotCalledNew()
    {
        m_azure->faults().next = {SimulatedFault::given("POST", u"listKeys"_s, 403),
                                  SimulatedFault::given("POST", u"regenerateKey"_s, 503)};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QVERIFY(outcome.mayBeOld);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        const RotationRecord record = m_journal->records().first();
        QVERIFY(record.mayBeOld);
        QVERIFY(record.fingerprintBefore.isEmpty());
    }

    void aKeyThatChangesWhileOneLooksIsNewAlsoWhereNobodyKnewItBefore()
    {
        SimulatedFault late = SimulatedFault::given("POST", u"regenerateKey"_s, 503);
        late.actsAfterRequests = 2;
        m_azure->faults().next = {SimulatedFault::given("POST", u"listKeys"_s, 403), late};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QVERIFY(!outcome.mayBeOld);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void whatCannotBeFoundOutIsUnclearAndSaysSo()
    {
        SimulatedFault forbidden = SimulatedFault::given("POST", u"listKeys"_s, 403);
        forbidden.times = 7; // the last one when nothing can arrive any more
        const RotationOutcome outcome = regenerateWithFaultsAfter(
            SimulatedFault::afterActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Drop), {forbidden});
        QVERIFY(outcome.end == RotationEnd::Unclear);
        QVERIFY(outcome.error);
        QCOMPARE(posts(), 1);
        QCOMPARE(m_desk->leftOpen().size(), 1);

        // The next start.
        openDesk();
        QCOMPARE(m_desk->leftOpen().size(), 1);
        const RotationOutcome found = outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first()));
        QVERIFY(found.end == RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
        QCOMPARE(posts(), 1);
        QVERIFY(m_desk->leftOpen().isEmpty());
    }

    void whatWasNeverSentIsFoundUnchangedByTheNextStart()
    {
        const QString before = accepted(KeyType::Primary);
        RotationRecord record = sentRecord();
        record.fingerprintBefore = m_journal->fingerprintOf(Secret::copyOf(before));
        QVERIFY(m_journal->append(record));
        openDesk();
        const RotationOutcome outcome = outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first()));
        QVERIFY(outcome.end == RotationEnd::Unchanged);
        QCOMPARE(posts(), 0);
        QVERIFY(m_journal->find(record.id)->end == RotationEnd::Unchanged);
        QVERIFY(m_desk->leftOpen().isEmpty());
    }

    void whereNobodyKnowsWhatItWasTheKeyOfNowIsKept()
    {
        QVERIFY(m_journal->append(sentRecord()));
        QVERIFY(outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first())).end == RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void anotherCloudsRegenerationIsNotTakenUpHere()
    {
        RotationRecord record = sentRecord();
        record.armHost = u"arm.other.example"_s;
        QVERIFY(m_journal->append(record));
        QVERIFY(m_desk->leftOpen().isEmpty());
    }

    void theJournalHasItOnTheDiskBeforeItIsSent()
    {
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        QList<RotationRecord> seen;
        connect(job, &RotationJob::stateChanged, this, [&](RotationPlan::State state) {
            if (state == RotationPlan::State::Posting) {
                RotationJournal other(m_folder->path(), nullptr);
                QVERIFY(other.open());
                seen = other.openRecords();
            }
        });
        outcomeOf(job);
        QCOMPARE(seen.size(), 1);
        QVERIFY(seen.first().stage == RotationRecord::Stage::Sent);
        QVERIFY(!seen.first().fingerprintBefore.isEmpty());
        const RotationRecord after = m_journal->records().first();
        QVERIFY(after.end == RotationEnd::Kept);
        QVERIFY(after.fingerprintAfter != after.fingerprintBefore);
        QVERIFY(!after.requestId.isEmpty());
        QCOMPARE(after.account, u"avery@contoso.example"_s);
    }

    void aJournalThatCannotBeWrittenMeansThatNothingIsSent()
    {
        const QString before = accepted(KeyType::Primary);
        openDesk(u"/proc/nowhere"_s);
        const Error error = refusalOf(*m_desk->regenerate(m_resource, KeyType::Primary));
        QVERIFY(!error.isCancelled());
        QCOMPARE(posts(), 0);
        QCOMPARE(accepted(KeyType::Primary), before);
    }

    void whatSpeaksAgainstItIsSaidAndNothingIsSent_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("a lock") << u"lock"_s << ErrorKind::Conflict;
        QTest::newRow("no permission") << u"permission"_s << ErrorKind::Forbidden;
        QTest::newRow("keys are disabled") << u"local auth"_s << ErrorKind::Refused;
        QTest::newRow("the keychain is locked") << u"keychain"_s << ErrorKind::KeychainLocked;
    }

    void whatSpeaksAgainstItIsSaidAndNothingIsSent()
    {
        QFETCH(const QString, reason);
        if (reason == "lock"_L1) {
            m_azure->faults().locks = {{m_resource.id.toString(), u"freeze"_s, u"ReadOnly"_s, {}}};
        } else if (reason == "permission"_L1) {
            m_azure->faults().next = {SimulatedFault::given(
                "GET", u"permissions"_s, 200, "{\"value\":[{\"actions\":[\"*/read\"],\"notActions\":[]}]}")};
        } else if (reason == "local auth"_L1) {
            m_azure->faults().next = {SimulatedFault::given("GET", m_resource.name(), 200,
                                                            "{\"id\":\"" + m_resource.id.toString().toUtf8() +
                                                                "\",\"properties\":{\"disableLocalAuth\":true}}")};
            // The path of the other questions has the name in it, too.
            m_azure->faults().next.last().times = 6;
        } else {
            m_secrets->probeSays = StoreHealth::Locked;
        }
        const Error error = refusalOf(*m_desk->regenerate(m_resource, KeyType::Primary));
        QTEST(error.kind, "kind");
        QVERIFY(!error.advice.isEmpty());
        QCOMPARE(posts(), 0);
        QVERIFY(m_journal->records().isEmpty());
    }

    void keychainOfThePreflight_isAReasonOnlyWhenItIsNews_data()
    {
        using Health = std::optional<StoreHealth>;
        QTest::addColumn<Health>("shown");
        QTest::addColumn<StoreHealth>("now");
        QTest::addColumn<std::optional<ErrorKind>>("refusal");
        const std::optional<ErrorKind> none;
        const auto row = [](const char* name, Health shown, StoreHealth now, std::optional<ErrorKind> refusal) {
            QTest::newRow(name) << shown << now << refusal;
        };
        using enum StoreHealth;
        row("ready", Ready, Ready, none);
        row("nothing seen, ready", {}, Ready, none);
        row("failing, ready again", Failing, Ready, none);
        row("failing since before", Failing, Failing, none);
        row("missing since before", Missing, Missing, none);
        row("missing, failing now", Missing, Failing, none);
        row("failing, missing now", Failing, Missing, none);
        row("failing is news", Ready, Failing, ErrorKind::KeychainFailed);
        row("nothing seen, failing", {}, Failing, ErrorKind::KeychainFailed);
        row("locked, failing now", Locked, Failing, ErrorKind::KeychainFailed);
        row("missing is news", Ready, Missing, ErrorKind::KeychainMissing);
        row("nothing seen, missing", {}, Missing, ErrorKind::KeychainMissing);
        row("locked, missing now", Locked, Missing, ErrorKind::KeychainMissing);
        row("locked is news", Ready, Locked, ErrorKind::KeychainLocked);
        row("locked since before", Locked, Locked, ErrorKind::KeychainLocked);
        row("failing, locked now", Failing, Locked, ErrorKind::KeychainLocked);
    }

    void keychainOfThePreflight_isAReasonOnlyWhenItIsNews()
    {
        QFETCH(const std::optional<StoreHealth>, shown);
        QFETCH(const StoreHealth, now);
        QFETCH(const std::optional<ErrorKind>, refusal);
        if (shown) {
            m_secrets->status().setHealth(*shown);
        }
        m_secrets->probeSays = now;
        if (!refusal) {
            QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::Kept);
            return;
        }
        const Error error = refusalOf(*m_desk->regenerate(m_resource, KeyType::Primary));
        QCOMPARE(error.kind, *refusal);
        QVERIFY(!error.advice.isEmpty());
        QCOMPARE(error.message.contains(u"locked"_s), now == StoreHealth::Locked);
        QCOMPARE(error.advice.contains(u"nlock"_s), now == StoreHealth::Locked);
        QCOMPARE(posts(), 0);
        QVERIFY(m_secrets->status().health() == now);
        if (now != StoreHealth::Locked) {
            QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::Kept); // the person confirms again
        }
    }

    void failedPreflight_endsTheJob()
    {
        RotationJob* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        connect(job, &RotationJob::stateChanged, this, [job](RotationPlan::State state) {
            if (state == RotationPlan::State::Checking) {
                // It is made right after this.
                QMetaObject::invokeMethod(
                    job, [job] { job->findChild<PreflightJob*>()->cancel(); }, Qt::QueuedConnection);
            }
        });
        std::optional<ErrorKind> kind;
        job->onFinished(this, [&kind](const Result<RotationOutcome>& outcome) { kind = outcome.error().kind; });
        QTRY_VERIFY(kind == ErrorKind::Cancelled);
        QVERIFY(!m_desk->isBusy());
        QCOMPARE(posts(), 0);
    }

    void aSignInThatIsNotTakenIsSaidBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QString>("path");
        QTest::newRow("when checking") << QByteArray("GET") << u"permissions"_s;
        QTest::newRow("when listing") << QByteArray("POST") << u"listKeys"_s;
    }

    void aSignInThatIsNotTakenIsSaidBeforeAnythingIsSent()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QString, path);
        m_azure->faults().next = {challenge(verb, path)};
        const Error error = refusalOf(*m_desk->regenerate(m_resource, KeyType::Primary));
        QCOMPARE(error.kind, ErrorKind::NotSignedIn);
        QVERIFY(error.signIn);
        QCOMPARE(error.signIn->tenant, m_resource.tenant);
        QCOMPARE(error.signIn->claims, u"{\"a\":1}"_s);
        QCOMPARE(posts(), 0);
    }

    void aChallengeToTheRegenerationItselfSaysWhichSignInHelps()
    {
        m_azure->faults().next = {challenge("POST", u"regenerateKey"_s)};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Unchanged);
        QCOMPARE(outcome.error->signIn->claims, u"{\"a\":1}"_s);
        QCOMPARE(posts(), 1);
    }

    void aQuestionThatCannotBeAnsweredIsSaidAndDoesNotBlock()
    {
        SimulatedFault fault = SimulatedFault::given("GET", u"/locks"_s, 403);
        fault.times = 3;
        m_azure->faults().next = {fault};
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        QSignalSpy unanswered(job, &RotationJob::unanswered);
        QVERIFY(outcomeOf(job).end == RotationEnd::Kept);
        QCOMPARE(unanswered.size(), 1);
    }

    void anotherProcessAtTheSameResourceIsARefusal()
    {
        const auto other = ResourceLock::tryLock(m_folder->path(), u"arm.own.example"_s, m_resource.id);
        QVERIFY(other);
        const Error error = refusalOf(*m_desk->regenerate(m_resource, KeyType::Primary));
        QCOMPARE(error.kind, ErrorKind::Refused);
        QCOMPARE(posts(), 0);
    }

    void whatAComputerThatIsGoneLeftOpenIsShownAndResumedOnceItsLockIsDeleted()
    {
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        m_secrets->probeSays = StoreHealth::Ready;
        QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::NotKept);
        m_secrets->writeFails.reset();
        const QString lock = m_folder->filePath(ResourceLock::fileName(u"arm.own.example"_s, m_resource.id));
        QVERIFY(LeftLock::ofAnotherComputer(60).write(lock));
        QVERIFY2(m_desk->leftOpen().isEmpty(), "a minute ago: it may still be at it");
        QVERIFY(LeftLock::ofAnotherComputer(40 * 24 * 3600).write(lock));
        QCOMPARE(m_desk->leftOpen().size(), 1);

        const int before = posts();
        const Error error = refusalOf(*m_desk->takeUp(m_desk->leftOpen().first()));
        QVERIFY2(error.advice.contains(lock), qPrintable(error.advice));
        QVERIFY(m_desk->hasAbandonedLock(m_resource.id));
        QVERIFY(m_desk->removeAbandonedLock(m_resource.id));
        QVERIFY(!m_desk->hasAbandonedLock(m_resource.id));
        QVERIFY(outcomeOf(*m_desk->takeUp(m_desk->leftOpen().first())).end == RotationEnd::Kept);
        QCOMPARE(posts(), before);
    }

    void withoutThePermissionToListOneMayStillRegenerate()
    {
        m_azure->faults().next = {SimulatedFault::given("POST", u"listKeys"_s, 403)};
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

    void aKeychainThatRefusesDoesNotLoseTheKey()
    {
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        m_secrets->probeSays = StoreHealth::Ready; // when it was asked
        const RotationOutcome outcome = regenerate(KeyType::Primary);
        QVERIFY(outcome.end == RotationEnd::NotKept);
        QCOMPARE(m_desk->leftOpen().size(), 1);
        QCOMPARE(outcome.newKey.key->revealText(), accepted(KeyType::Primary));
        QCOMPARE(outcome.error->kind, ErrorKind::KeychainLocked);
        QVERIFY(m_kept->hasUnsaved());
    }

    void aKeyThatIsKeptAfterAllIsNoLongerLeftOpen()
    {
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        m_secrets->probeSays = StoreHealth::Ready;
        QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::NotKept);
        KeptKeys another = m_kept->unsaved(m_resource.id);
        another.primary->key = Secret::copyOf(u"another key"_s);
        m_desk->noteKept(another);
        QCOMPARE(m_desk->leftOpen().size(), 1);

        QSignalSpy closed(m_desk.get(), &RotationDesk::closed);
        m_secrets->writeFails.reset();
        const Result<KeptKeys> kept = finishedResult(m_kept->keep(m_kept->unsaved(m_resource.id), this));
        QVERIFY(kept);
        m_desk->noteKept(*kept);
        QVERIFY(m_desk->leftOpen().isEmpty());
        QCOMPARE(closed.size(), 1);
        QVERIFY(m_journal->records().first().end == RotationEnd::Kept);
    }

    void aKeyIsKnownAgainInItsConnectionString()
    {
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        m_secrets->probeSays = StoreHealth::Ready;
        QVERIFY(regenerate(KeyType::Primary).end == RotationEnd::NotKept);
        KeptKeys kept = m_kept->unsaved(m_resource.id);
        kept.primary->key = {};
        QVERIFY(!kept.primary->connectionString.isEmpty());
        m_desk->noteKept(kept);
        QVERIFY(m_desk->leftOpen().isEmpty());
    }

    void twoKeysOfOneResourceAreNeverRegeneratedAtTheSameTime()
    {
        QVERIFY(m_desk->regenerate(m_resource, KeyType::Primary));
        for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
            const Result<RotationJob*> second = m_desk->regenerate(m_resource, type);
            QVERIFY(!second);
            QCOMPARE(second.error().kind, ErrorKind::Refused);
        }
        QVERIFY(m_desk->running(*ResourceId::parse(m_resource.id.toString().toUpper())));
        QSignalSpy ended(m_desk.get(), &RotationDesk::ended);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!m_desk->isBusy());
        QCOMPARE(posts(), 1);
        QVERIFY(m_desk->regenerate(m_resource, KeyType::Secondary));
        QTRY_COMPARE(ended.count(), 2);
    }

    void cancelBeforeTheRequestIsOutSendsNothing()
    {
        m_azure->faults().latency = 50ms;
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        std::optional<Result<RotationOutcome>> result;
        job->onFinished(this, [&](const Result<RotationOutcome>& r) { result.emplace(r); });
        QTRY_VERIFY(job->state() == RotationPlan::State::ListingBefore);
        job->cancel();
        QTRY_VERIFY(result);
        QVERIFY(!*result && result->error().isCancelled());
        QCOMPARE(posts(), 0);
        QVERIFY(!m_desk->isBusy());
    }

    void cancelAfterTheRequestIsOutIsNotObeyed()
    {
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        connect(job, &RotationJob::stateChanged, job, [job](RotationPlan::State state) {
            if (!RotationPlan::isBeforeSending(state)) {
                job->cancel();
            }
        });
        QVERIFY(outcomeOf(job).end == RotationEnd::Kept);
        QCOMPARE(keptNow(KeyType::Primary), accepted(KeyType::Primary));
    }

private:
    /// As after a new start; over the same files, unless told otherwise.
    void openDesk(const QString& folder = {})
    {
        m_desk.reset();
        m_journal = std::make_unique<RotationJournal>(folder.isEmpty() ? m_folder->path() : folder, nullptr);
        static_cast<void>(m_journal->open());
        m_kept =
            std::make_unique<KeptKeysStore>(*m_secrets, u"io.example"_s, m_address,
                                            KeptKeysDependencies{&m_hastyClock, m_journal.get(), m_folder->path()});
        m_desk = std::make_unique<RotationDesk>(RotationTools{*m_arm, *m_arm, *m_kept, *m_journal, m_hastyClock,
                                                              u"arm.own.example"_s, u"avery@contoso.example"_s,
                                                              m_folder->path()},
                                                nullptr);
    }

    [[nodiscard]] static SimulatedFault challenge(const QByteArray& verb, const QString& path)
    {
        SimulatedFault fault = SimulatedFault::given(
            verb, path, 401, {},
            {{"WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""}});
        fault.times = 2; // a new token does not help
        return fault;
    }

    [[nodiscard]] RotationRecord sentRecord() const
    {
        RotationRecord record;
        record.id = u"5d0e5c1e-0000-4000-8000-000000000001"_s;
        record.armHost = u"arm.own.example"_s;
        record.resource = m_resource.id;
        record.tenant = m_resource.tenant;
        record.startedUtc = m_clock.utcNow();
        record.stage = RotationRecord::Stage::Sent;
        return record;
    }

    Error refusalOf(RotationJob* job)
    {
        std::optional<Result<RotationOutcome>> result;
        job->onFinished(this, [&result](const Result<RotationOutcome>& finished) { result.emplace(finished); });
        const bool hasEnded = QTest::qWaitFor([&result] { return result.has_value(); }, 60'000);
        return hasEnded && !*result ? result->error() : Error::cancelled();
    }

    /// With faults that only what comes behind the listing before the request meets.
    RotationOutcome regenerateWithFaultsAfter(const SimulatedFault& answer, const QList<SimulatedFault>& later)
    {
        auto* job = *m_desk->regenerate(m_resource, KeyType::Primary);
        connect(job, &RotationJob::stateChanged, this, [this, answer, later](RotationPlan::State state) {
            if (state == RotationPlan::State::Posting) {
                m_azure->faults().next = QList<SimulatedFault>{answer} + later;
            }
        });
        return outcomeOf(job);
    }

    void store(KeyType type, const QString& key)
    {
        KeptKeys keys;
        keys.resource = m_resource.id;
        keys.at(type) = KeptKey{Secret::copyOf(key), Secret(), m_clock.utcNow().addDays(-3), {}};
        QVERIFY(finishedResult(m_kept->keep(keys, this)));
    }

    RotationOutcome regenerate(KeyType type) { return outcomeOf(*m_desk->regenerate(m_resource, type)); }

    RotationOutcome outcomeOf(RotationJob* job)
    {
        std::optional<RotationOutcome> outcome;
        job->onFinished(this, [&outcome](const Result<RotationOutcome>& result) { outcome = *result; });
        const bool hasEnded = QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000);
        QTest::qVerify(hasEnded, "hasEnded", "the regeneration never ended", __FILE__, __LINE__);
        return outcome.value_or(RotationOutcome{});
    }

    QString accepted(KeyType type) { return m_azure->currentKey(m_resource.name(), type); }
    QString keptNow(KeyType type)
    {
        return finishedResult(m_kept->read(m_resource.id, this))->at(type)->key.revealText();
    }
    [[nodiscard]] int posts() const { return m_azure->count("POST", u"regenerateKey"_s); }
    [[nodiscard]] int listings() const { return m_azure->count("POST", u"listKeys"_s); }

    inline static const QByteArray armError =
        R"({"error":{"code":"AuthorizationFailed","message":"The client does not have authorization."}})";

    QUrl m_address;
    SystemClock m_clock;
    HastyClock m_hastyClock;
    std::unique_ptr<SimulatedAzure> m_azure;
    std::unique_ptr<SimulatedNetworkAccessManager> m_network;
    std::unique_ptr<FixedTokens> m_tokens;
    std::unique_ptr<ArmClient> m_arm;
    std::unique_ptr<FaultyStore> m_secrets;
    std::unique_ptr<KeptKeysStore> m_kept;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RotationJournal> m_journal;
    std::unique_ptr<RotationDesk> m_desk;
    CommunicationService m_resource;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::RotationJobTest)
#include "rotationjobtest.moc"
