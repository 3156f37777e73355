// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/lastregeneration.h"

#include "support/exampleresource.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class LastRegenerationTest : public QObject
{
    Q_OBJECT

private slots:
    void nobodyKnowsOfAny() { QVERIFY(!lastRegeneration(m_resource, KeyType::Primary, {}, {})); }

    void theLaterOneCountsWhereverItIsFrom()
    {
        const QList<KeyRegenerationEvent> events{event(10, KeyType::Primary)};
        QVERIFY(lastRegeneration(m_resource, KeyType::Primary, events, {record(5)})->source ==
                LastRegeneration::Source::ActivityLog);
        const LastRegeneration last = *lastRegeneration(m_resource, KeyType::Primary, events, {record(20)});
        QVERIFY(last.source == LastRegeneration::Source::Journal);
        QCOMPARE(last.who, u"here@contoso.example"_s);
        QCOMPARE(last.timeUtc, at(20));
    }

    void whatFailedOrIsAnothersDoesNotCount()
    {
        KeyRegenerationEvent failed = event(10, KeyType::Primary);
        failed.succeeded = false;
        KeyRegenerationEvent elsewhere = event(10, KeyType::Primary);
        elsewhere.resource = *ResourceId::of(m_resource.subscription(), u"g"_s, u"other"_s);
        RotationRecord unchanged = record(10);
        unchanged.fingerprintAfter.clear();
        QVERIFY(!lastRegeneration(m_resource, KeyType::Primary, {failed, elsewhere, event(10, KeyType::Secondary)},
                                  {unchanged}));
    }

    void anEventThatNamesNoKeyIsNotSure()
    {
        for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
            const LastRegeneration last = *lastRegeneration(m_resource, type, {event(10, std::nullopt)}, {});
            QVERIFY(!last.isOfThisKey);
        }
    }

    void anEventThatTheJournalKnowsIsTheJournals()
    {
        KeyRegenerationEvent same = event(21, std::nullopt);
        same.correlationId = u"SAME"_s;
        RotationRecord mine = record(20);
        mine.correlationId = u"same"_s;
        QVERIFY(lastRegeneration(m_resource, KeyType::Primary, {same}, {mine})->isOfThisKey);
        QVERIFY(!lastRegeneration(m_resource, KeyType::Secondary, {same}, {mine}));
    }

    void whereTheJournalIsNotSureTheLogsWordCounts()
    {
        KeyRegenerationEvent same = event(21, std::nullopt);
        same.correlationId = u"same"_s;
        RotationRecord mine = record(20);
        mine.correlationId = u"same"_s;
        mine.mayBeOld = true;
        QVERIFY(!lastRegeneration(m_resource, KeyType::Primary, {}, {mine}));
        const std::optional<LastRegeneration> last = lastRegeneration(m_resource, KeyType::Primary, {same}, {mine});
        QVERIFY(last);
        QCOMPARE(last->source, LastRegeneration::Source::ActivityLog);
        QVERIFY2(last->isOfThisKey, "the journal says which key it was");
        QVERIFY(!lastRegeneration(m_resource, KeyType::Secondary, {same}, {mine}));
    }

private:
    static QDateTime at(int minute) { return QDateTime::fromSecsSinceEpoch(1'800'000'000 + minute * 60, Qt::UTC); }

    [[nodiscard]] KeyRegenerationEvent event(int minute, std::optional<KeyType> type) const
    {
        return {m_resource, type, u"log@contoso.example"_s, at(minute), true, u"c-%1"_s.arg(minute)};
    }

    [[nodiscard]] RotationRecord record(int minute) const
    {
        RotationRecord record;
        record.resource = m_resource;
        record.account = u"here@contoso.example"_s;
        record.startedUtc = at(minute).addSecs(-1);
        record.endedUtc = at(minute);
        record.stage = RotationRecord::Stage::Ended;
        record.end = RotationEnd::Kept;
        record.fingerprintAfter = u"f"_s;
        return record;
    }

    const ResourceId m_resource = exampleResource().id;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::LastRegenerationTest)
#include "lastregenerationtest.moc"
