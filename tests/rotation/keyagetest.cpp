// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyage.h"

#include "support/exampleresource.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class KeyAgeTest final : public QObject
{
    Q_OBJECT

private slots:
    void withoutTheLogTheAgeIsUnknown()
    {
        QVERIFY(age().kind == KeyAge::Kind::Unknown);
        QVERIFY(!age().days(m_now));
        QVERIFY(!age().isOlderThan(1, m_now));
        m_facts.createdUtc = daysAgo(3);
        QVERIFY(age().kind == KeyAge::Kind::Unknown);
        m_facts.records = {record(KeyType::Primary, 5)};
        QVERIFY(age().kind == KeyAge::Kind::Unknown);
    }

    void theHistoryAloneIsEnoughWhenItKnowsBothKeys()
    {
        m_facts.records = {record(KeyType::Primary, 5), record(KeyType::Secondary, 200)};
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(200), true}));
        QCOMPARE(*age().days(m_now), 200);
        QVERIFY(age().isOlderThan(199, m_now));
        QVERIFY(!age().isOlderThan(200, m_now));
    }

    void aLogThatKnowsOfNothingMeansOlderThanTheLog()
    {
        m_facts.events = QList<KeyRegenerationEvent>();
        QVERIFY(age().kind == KeyAge::Kind::Before);
        QCOMPARE(*age().days(m_now), 90);
        QVERIFY(age().isOlderThan(90, m_now));
        QVERIFY(!age().isOlderThan(91, m_now));
        QVERIFY(!age().isOlderThan(0, m_now));
    }

    void aLogThatKnowsOfNothingTellsNothingOfAResourceOfAnyAge()
    {
        m_facts.createdUtc = {};
        m_facts.events = QList<KeyRegenerationEvent>();
        QCOMPARE(age(), KeyAge());
        m_facts.events->append(event(KeyType::Primary, 12));
        QCOMPARE(age(), KeyAge());
        m_facts.events->append(event(KeyType::Secondary, 40));
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(40), true}));
    }

    void aYoungResourceHasYoungKeys()
    {
        m_facts.events = QList<KeyRegenerationEvent>();
        m_facts.createdUtc = daysAgo(10);
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(10), true}));
    }

    void noKeyIsOlderThanItsResource()
    {
        // An earlier resource had the same id.
        m_facts.events = {event(KeyType::Primary, 58), event(std::nullopt, 40)};
        m_facts.records = {record(KeyType::Secondary, 80)};
        m_facts.createdUtc = daysAgo(27);
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(27), true}));
        m_facts.events->append(event(KeyType::Primary, 12));
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(27), true}));
        m_facts.events->append(event(KeyType::Secondary, 5));
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(12), true}));
        // Where the day of its creation is not known, as before.
        m_facts.createdUtc = {};
        m_facts.events = {event(KeyType::Primary, 58)};
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(80), true}));
    }

    void theOlderKeyCounts()
    {
        m_facts.events = {event(KeyType::Primary, 12)};
        QVERIFY(age().kind == KeyAge::Kind::Before);
        m_facts.events->append(event(KeyType::Secondary, 40));
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(40), true}));
        m_facts.events->append(event(KeyType::Secondary, 2));
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(12), true}));
    }

    void oneEventThatNamesNoKeyRenewsOneKeyOnly()
    {
        m_facts.events = {event(std::nullopt, 12)};
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Before, {}, true}));
    }

    void twoEventsThatNameNoKeyMayHaveRenewedBoth()
    {
        m_facts.events = {event(std::nullopt, 5), event(std::nullopt, 12)};
        QCOMPARE(age(), (KeyAge{KeyAge::Kind::Since, daysAgo(12), false}));
    }

    void whatFailedRenewsNothing()
    {
        KeyRegenerationEvent failed = event(KeyType::Secondary, 1);
        failed.succeeded = false;
        m_facts.events = {event(KeyType::Primary, 12), event(KeyType::Secondary, 40), failed};
        QCOMPARE(age().sinceUtc, daysAgo(40));
    }

    void aClockThatWentBackMakesNoNegativeAge()
    {
        m_facts.records = {record(KeyType::Primary, -2), record(KeyType::Secondary, -1)};
        QCOMPARE(*age().days(m_now), 0);
    }

    void init()
    {
        m_facts = {};
        m_facts.resource = m_resource;
        m_facts.createdUtc = daysAgo(400);
    }

private:
    [[nodiscard]] KeyAge age() const { return olderKeyAge(m_facts, m_now); }
    [[nodiscard]] QDateTime daysAgo(int days) const { return m_now.addDays(-days); }
    [[nodiscard]] KeyRegenerationEvent event(std::optional<KeyType> type, int days) const
    {
        KeyRegenerationEvent event;
        event.resource = m_resource;
        event.type = type;
        event.timeUtc = daysAgo(days);
        event.succeeded = true;
        event.correlationId = QString::number(days);
        return event;
    }
    [[nodiscard]] RotationRecord record(KeyType type, int days) const
    {
        RotationRecord record;
        record.resource = m_resource;
        record.type = type;
        record.endedUtc = daysAgo(days);
        record.fingerprintAfter = u"new"_s;
        return record;
    }

    const ResourceId m_resource = exampleResource().id;
    const QDateTime m_now = QDateTime::fromString(u"2026-01-15T10:42:00Z"_s, Qt::ISODate);
    KeyAgeFacts m_facts;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyAgeTest)
#include "keyagetest.moc"
