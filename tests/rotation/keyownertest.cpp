// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyowner.h"

#include "rotation/examplerecord.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"

#include <QTemporaryFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace CommKeys {

using Standing = KeyOwner::Standing;

class KeyOwnerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<FaultyStore>();
        m_kept = std::make_unique<KeptKeysStore>(*m_store, u"test"_s, QUrl(u"https://arm.own.example"_s));
        m_journal = std::make_unique<RotationJournal>(QString(), nullptr);
        QVERIFY(m_journal->open());
        m_listed = {listed(u"first"_s), listed(u"second"_s)};
        m_events.clear();
    }

    void aKeyThatNobodyKnowsIsSaidToBeSo()
    {
        const Result<KeyOwner> owner = find(u"KEY=="_s);
        QVERIFY(owner);
        QCOMPARE(owner->standing, Standing::Unknown);
        QVERIFY(owner->resource.isEmpty());
        QVERIFY(owner->isKeychainRead);
    }

    void aKeyThatIsKeptIsFoundWithAndWithoutItsHost()
    {
        keep(1, KeyType::Secondary, u"KEY=="_s, at(5));
        for (const QString& pasted : {u"KEY=="_s, u"endpoint=https://SECOND.example/;accesskey=KEY=="_s}) {
            const Result<KeyOwner> owner = find(pasted);
            QVERIFY(owner);
            QCOMPARE(owner->standing, Standing::Current);
            QCOMPARE(owner->resource, m_listed.at(1).id);
            QCOMPARE(owner->type, KeyType::Secondary);
            QCOMPARE(owner->whenUtc, at(5));
            QVERIFY(owner->isKept);
        }
    }

    void aKeyThatARegenerationHasReplacedIsToldWithItsDate()
    {
        note(1, 0, KeyType::Primary, u"OLD"_s, u"NEW"_s, 10);
        const KeyOwner old = *find(u"OLD"_s);
        QCOMPARE(old.standing, Standing::Replaced);
        QCOMPARE(old.resource, m_listed.at(0).id);
        QCOMPARE(old.whenUtc, at(11));
        const KeyOwner fresh = *find(u"NEW"_s);
        QCOMPARE(fresh.standing, Standing::Current);
        QVERIFY(!fresh.isKept);
        keep(0, KeyType::Primary, u"NEW"_s, at(11));
        QVERIFY(find(u"NEW"_s)->isKept);
    }

    void storedKeyThatWasRegeneratedElsewhere_isReplaced_data()
    {
        QTest::addColumn<bool>("isNamed");
        QTest::addColumn<Standing>("standing");
        QTest::newRow("the log says which key") << true << Standing::Replaced;
        QTest::newRow("the log doesn't say which key") << false << Standing::MaybeReplaced;
    }

    void storedKeyThatWasRegeneratedElsewhere_isReplaced()
    {
        QFETCH(const bool, isNamed);
        QFETCH(const Standing, standing);
        keep(0, KeyType::Primary, u"KEY=="_s, at(5));
        KeyRegenerationEvent event;
        event.resource = m_listed.at(0).id;
        event.type = isNamed ? std::optional(KeyType::Primary) : std::nullopt;
        event.timeUtc = at(4);
        event.succeeded = true;
        m_events = {event};
        QCOMPARE(find(u"KEY=="_s)->standing, Standing::Current);
        m_events.first().timeUtc = at(20);
        QCOMPARE(find(u"KEY=="_s)->standing, standing);
    }

    void storedKeyOfADeletedResource_isNotThePresentOnes()
    {
        keep(0, KeyType::Primary, u"KEY=="_s, at(5));
        m_listed[0].createdUtc = at(4);
        QCOMPARE(find(u"KEY=="_s)->standing, Standing::Current);
        m_listed[0].createdUtc = at(30);
        const KeyOwner owner = *find(u"KEY=="_s);
        QCOMPARE(owner.standing, Standing::FormerResource);
        QCOMPARE(owner.resource, m_listed.at(0).id);
    }

    void keyBeforeTheStoredOne_isReplaced()
    {
        keep(0, KeyType::Primary, u"Zmlyc3Qx"_s, at(5));
        keep(0, KeyType::Primary, u"c2Vjb25k"_s, at(9));
        const KeyOwner owner = *find(u"Zmlyc3Qx"_s);
        QCOMPARE(owner.standing, Standing::Replaced);
        QCOMPARE(owner.resource, m_listed.at(0).id);
        QCOMPARE(find(u"c2Vjb25k"_s)->standing, Standing::Current);
    }

    void aRegenerationOfTheOtherKeyReplacesNothing()
    {
        note(1, 0, KeyType::Primary, u"OLD"_s, u"NEW"_s, 10);
        note(2, 0, KeyType::Secondary, u"OTHER"_s, u"OTHERNEW"_s, 20);
        note(3, 1, KeyType::Primary, u"ELSEWHERE"_s, u"ELSEWHERENEW"_s, 30);
        QCOMPARE(find(u"NEW"_s)->standing, Standing::Current);
    }

    void theRegenerationThatReplacedItCountsNotTheOnesAfterIt()
    {
        note(1, 0, KeyType::Primary, u"A"_s, u"B"_s, 10);
        note(2, 0, KeyType::Primary, u"B"_s, u"C"_s, 20);
        note(3, 0, KeyType::Primary, u"C"_s, u"D"_s, 30);
        QCOMPARE(find(u"A"_s)->whenUtc, at(11));
        QCOMPARE(find(u"B"_s)->whenUtc, at(21));
        QCOMPARE(find(u"C"_s)->standing, Standing::Replaced);
        QCOMPARE(find(u"D"_s)->standing, Standing::Current);
    }

    void aKeptKeyThatWasReplacedSinceIsNotCurrent()
    {
        keep(0, KeyType::Primary, u"OLD"_s, at(5));
        note(1, 0, KeyType::Primary, {}, u"NEW"_s, 10);
        const KeyOwner owner = *find(u"OLD"_s);
        QCOMPARE(owner.standing, Standing::Replaced);
        QVERIFY(owner.isKept);
    }

    void aRegenerationThatChangedNothingReplacesNothing()
    {
        note(1, 0, KeyType::Primary, u"OLD"_s, {}, 10);
        const KeyOwner owner = *find(u"OLD"_s);
        QCOMPARE(owner.standing, Standing::Current);
        QCOMPARE(owner.whenUtc, at(10));
    }

    void aRegenerationThatIsOpenLeavesItUnclear()
    {
        RotationRecord record = recordOf(1, 0, KeyType::Primary, u"OLD"_s, {}, 10);
        record.stage = RotationRecord::Stage::Unclear;
        record.end.reset();
        record.endedUtc = {};
        QVERIFY(m_journal->append(record));
        QCOMPARE(find(u"OLD"_s)->standing, Standing::Unclear);
    }

    void aHostOfAnotherResourceIsNoticed()
    {
        note(1, 0, KeyType::Primary, u"OLD"_s, u"NEW"_s, 10);
        const KeyOwner owner = *find(u"endpoint=https://second.example/;accesskey=NEW"_s);
        QCOMPARE(owner.resource, m_listed.at(0).id);
        QCOMPARE(owner.resourceOfHost, m_listed.at(1).id);
        QCOMPARE(owner.host, u"second.example"_s);
        QVERIFY(find(u"endpoint=https://third.example/;accesskey=NEW"_s)->resourceOfHost.isEmpty());
    }

    void aKeychainThatDoesNotOpenIsAskedOnceAndSaid()
    {
        note(1, 0, KeyType::Primary, u"OLD"_s, u"NEW"_s, 10);
        m_store->readFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        const KeyOwner owner = *find(u"NEW"_s);
        QCOMPARE(owner.standing, Standing::Current);
        QVERIFY(!owner.isKeychainRead);
        QVERIFY(!find(u"KEY"_s)->isKeychainRead);
    }

    void keyBesideAnotherEndpoint_isFoundAmongAllStoredOnes()
    {
        keep(0, KeyType::Primary, u"KEY="_s, at(5));
        const KeyOwner owner = *find(u"endpoint=https://second.example/;accesskey=KEY="_s);
        QCOMPARE(owner.standing, Standing::Current);
        QCOMPARE(owner.resource, m_listed.at(0).id);
        QCOMPARE(owner.resourceOfHost, m_listed.at(1).id);
        QVERIFY(owner.isKept);
    }

    void keyOfAResourceThatIsNotListed_isFoundByTheHistory()
    {
        note(1, 1, KeyType::Primary, u"OLD="_s, u"NEW="_s, 10);
        keep(1, KeyType::Secondary, u"KEY="_s, at(5));
        const ResourceId resource = m_listed.takeLast().id;
        QCOMPARE(find(u"KEY="_s)->resource, resource);
    }

    void spellingsOfAKey_haveTheSameAnswer_data()
    {
        QTest::addColumn<QString>("pasted");
        const QString key = u"kJ53+Mf/AA"_s;
        QTest::newRow("whole") << key + u"=="_s;
        QTest::newRow("no padding") << key;
        QTest::newRow("half of the padding") << key + u'=';
        QTest::newRow("URL-safe") << u"kJ53-Mf_AA"_s;
        QTest::newRow("percent-encoded") << u"kJ53%2BMf%2FAA%3D%3D"_s;
        QTest::newRow("JSON") << u"\"primaryKey\": \"kJ53\\u002BMf\\/AA==\","_s;
        QTest::newRow("connection string") << u"endpoint=https://first.example/;accesskey=kJ53+Mf/AA"_s;
        QTest::newRow("another endpoint") << u"ACS=\"endpoint=https://second.example/;accesskey=kJ53+Mf/AA==\""_s;
        QTest::newRow("base64") << QString::fromLatin1(
            QByteArray("endpoint=https://second.example/;accesskey=kJ53+Mf/AA==").toBase64());
    }

    void spellingsOfAKey_haveTheSameAnswer()
    {
        QFETCH(QString, pasted);
        keep(0, KeyType::Secondary, u"kJ53+Mf/AA=="_s, at(5));
        const KeyOwner stored = *find(pasted);
        QCOMPARE(stored.standing, Standing::Current);
        QVERIFY(stored.isKept);
        QCOMPARE(stored.resource, m_listed.at(0).id);
        QCOMPARE(stored.type, KeyType::Secondary);

        note(1, 1, KeyType::Primary, u"kJ53+Mf/AA=="_s, u"NEW="_s, 10);
        const KeyOwner replaced = *find(pasted);
        QCOMPARE(replaced.standing, Standing::Replaced);
        QCOMPARE(replaced.resource, m_listed.at(1).id);
    }

    void entryOfAnotherVersion_isPassedOverAndCounted()
    {
        QVERIFY(finishedResult(
            m_store->write(m_kept->entryName(m_listed.at(0).id), Secret::copyOf(u"{\"commkeys\":99}"), nullptr)));
        keep(1, KeyType::Primary, u"KEY="_s, at(5));
        QCOMPARE(find(u"KEY="_s)->resource, m_listed.at(1).id);
        const KeyOwner owner = *find(u"OTHER=="_s);
        QCOMPARE(owner.standing, Standing::Unknown);
        QVERIFY(owner.isKeychainRead);
        QCOMPARE(owner.unreadableEntries, 1);
    }

    void historyThatDoesNotOpen_isSaid()
    {
        QTemporaryFile file; // in the place of a folder
        QVERIFY(file.open());
        RotationJournal closed(file.fileName(), nullptr);
        keep(0, KeyType::Primary, u"KEY="_s, at(5));
        for (const QString& pasted : {u"KEY="_s, u"OTHER=="_s}) {
            const Result<KeyOwner> owner = finishedResult(
                new FindKeyOwnerJob(*m_kept, closed, m_listed, m_events, Secret::copyOf(pasted), nullptr));
            QVERIFY(owner);
            QVERIFY(!owner->isHistoryRead);
            QCOMPARE(owner->isKept, pasted == u"KEY="_s);
        }
        QVERIFY(find(u"OTHER=="_s)->isHistoryRead);
    }

    void textWithTwoKeys_isRefused()
    {
        keep(0, KeyType::Primary, u"KEY="_s, at(5));
        const Result<KeyOwner> owner = find(u"accesskey=KEY=;accesskey=OTHER="_s);
        QVERIFY(!owner);
        QVERIFY(owner.error().message.contains(u"more than one key"_s));
    }

    void whatIsNoKeyIsRefused()
    {
        const Result<KeyOwner> owner = find(u"no key at all?"_s);
        QVERIFY(!owner);
        QCOMPARE(owner.error().kind, ErrorKind::InvalidInput);
    }

    void withoutFingerprintsTheJournalSaysNothing()
    {
        RotationRecord record = recordOf(1, 0, KeyType::Primary, {}, {}, 10);
        QCOMPARE(ownerByJournal({}, {record}), KeyOwner());
    }

private:
    static QDateTime at(int minute) { return QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC).addSecs(60 * minute); }

    static CommunicationService listed(const QString& name)
    {
        CommunicationService service = exampleResource(name);
        service.setHostName(name + u".example"_s);
        return service;
    }

    void keep(int resource, KeyType type, const QString& key, const QDateTime& keptAtUtc)
    {
        KeptKeys keys;
        keys.resource = m_listed.at(resource).id;
        keys.at(type) = KeptKey{Secret::copyOf(key), Secret(), keptAtUtc};
        QVERIFY(finishedResult(m_kept->keep(keys, nullptr)));
    }

    // Takes a minute. Without a new key it has changed nothing.
    [[nodiscard]] RotationRecord recordOf(int number, int resource, KeyType type, const QString& before,
                                          const QString& after, int minute) const
    {
        RotationRecord record = exampleRecord(number);
        record.resource = m_listed.at(resource).id;
        record.type = type;
        record.fingerprintBefore = before.isEmpty() ? QString() : m_journal->fingerprintOf(Secret::copyOf(before));
        record.fingerprintAfter = after.isEmpty() ? QString() : m_journal->fingerprintOf(Secret::copyOf(after));
        record.startedUtc = at(minute);
        record.endedUtc = at(minute + 1);
        record.end = after.isEmpty() ? RotationEnd::Unchanged : RotationEnd::Kept;
        return record;
    }

    void note(int number, int resource, KeyType type, const QString& before, const QString& after, int minute)
    {
        QVERIFY(m_journal->append(recordOf(number, resource, type, before, after, minute)));
    }

    [[nodiscard]] Result<KeyOwner> find(const QString& pasted)
    {
        return finishedResult(
            new FindKeyOwnerJob(*m_kept, *m_journal, m_listed, m_events, Secret::copyOf(pasted), nullptr));
    }

    std::unique_ptr<FaultyStore> m_store;
    std::unique_ptr<KeptKeysStore> m_kept;
    std::unique_ptr<RotationJournal> m_journal;
    QList<CommunicationService> m_listed;
    QList<KeyRegenerationEvent> m_events;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyOwnerTest)
#include "keyownertest.moc"
