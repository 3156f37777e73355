// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keystanding.h"
#include "support/exampleresource.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

using Kind = KeyStanding::Kind;

const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);

QDateTime hoursAgo(int hours)
{
    return now.addSecs(-3600LL * hours);
}

KeyRegenerationEvent regenerated(std::optional<KeyType> type, int hours, const QString& caller)
{
    KeyRegenerationEvent event;
    event.resource = exampleResource().id;
    event.type = type;
    event.timeUtc = hoursAgo(hours);
    event.caller = caller;
    event.succeeded = true;
    event.correlationId = caller + QString::number(hours);
    return event;
}

/// Stored three days ago.
KeyStandingFacts stored()
{
    KeyStandingFacts facts;
    facts.resource = exampleResource().id;
    facts.key.key = Secret::copyOf(u"key"_s);
    facts.key.keptAtUtc = hoursAgo(72);
    return facts;
}

} // namespace

class KeyStandingTest final : public QObject
{
    Q_OBJECT

private slots:
    void standingFollowsWhatIsRecorded_data()
    {
        QTest::addColumn<KeyStandingFacts>("facts");
        QTest::addColumn<KeyStanding>("expected");
        const auto row = [](const char* name, const KeyStanding& expected, auto change) {
            KeyStandingFacts facts = stored();
            change(facts);
            QTest::newRow(name) << facts << expected;
        };
        using Facts = KeyStandingFacts;
        row("nothing", {}, [](Facts&) {});
        row("an event after it", {Kind::Replaced, hoursAgo(1), u"robin"_s},
            [](Facts& facts) { facts.events = {regenerated(KeyType::Primary, 1, u"robin"_s)}; });
        row("an event before it", {},
            [](Facts& facts) { facts.events = {regenerated(KeyType::Primary, 73, u"robin"_s)}; });
        row("an event of the other key", {},
            [](Facts& facts) { facts.events = {regenerated(KeyType::Secondary, 1, u"robin"_s)}; });
        row("an event that names no key", {Kind::MaybeReplaced, hoursAgo(1), u"robin"_s},
            [](Facts& facts) { facts.events = {regenerated(std::nullopt, 1, u"robin"_s)}; });
        row("one that names it, and a later one that doesn't", {Kind::Replaced, hoursAgo(5), u"robin"_s},
            [](Facts& facts) {
                facts.events = {regenerated(std::nullopt, 1, u"kim"_s), regenerated(KeyType::Primary, 5, u"robin"_s)};
            });
        row("two that name it", {Kind::Replaced, hoursAgo(1), u"kim"_s}, [](Facts& facts) {
            facts.events = {regenerated(KeyType::Primary, 5, u"robin"_s), regenerated(KeyType::Primary, 1, u"kim"_s)};
        });
        row("one that failed", {}, [](Facts& facts) {
            facts.events = {regenerated(KeyType::Primary, 1, u"robin"_s)};
            facts.events.first().succeeded = false;
        });
        row("one of another resource", {}, [](Facts& facts) {
            facts.events = {regenerated(KeyType::Primary, 1, u"robin"_s)};
            facts.events.first().resource = *ResourceId::of(facts.resource.subscription(), u"rg"_s, u"other"_s);
        });
        row("stored at a time that is not known", {}, [](Facts& facts) {
            facts.key.keptAtUtc = {};
            facts.events = {regenerated(KeyType::Primary, 1, u"robin"_s)};
        });
        row("replaced here", {Kind::Replaced, hoursAgo(2), u"avery"_s}, [](Facts& facts) {
            facts.replacement = {hoursAgo(2), true};
            RotationRecord record;
            record.resource = facts.resource;
            record.endedUtc = hoursAgo(2);
            record.account = u"avery"_s;
            facts.records = {record};
        });
        row("listed before another one, which is no proof", {}, [](Facts& facts) {
            facts.replacement = {hoursAgo(2), false};
        });
        row("regenerated here, and this is the new key", {}, [](Facts& facts) {
            RotationRecord record;
            record.resource = facts.resource;
            record.startedUtc = hoursAgo(73);
            record.endedUtc = hoursAgo(71); // the key is stored before the end is written
            record.fingerprintAfter = u"new"_s;
            record.correlationId = u"c"_s;
            facts.records = {record};
            facts.events = {regenerated(KeyType::Primary, 71, u"avery"_s)};
            facts.events.first().correlationId = u"C"_s;
        });
        row("stored before the resource was created", {Kind::FormerResource, hoursAgo(24), {}},
            [](Facts& facts) { facts.now.createdUtc = hoursAgo(24); });
        row("stored for another resource", {Kind::FormerResource, {}, {}}, [](Facts& facts) {
            facts.storedFor.immutableId = QUuid::createUuidV5(QUuid(), u"a"_s);
            facts.now.immutableId = QUuid::createUuidV5(QUuid(), u"b"_s);
        });
        row("an event of the former resource", {}, [](Facts& facts) {
            facts.now.createdUtc = hoursAgo(30);
            facts.storedFor = facts.now;
            facts.key.keptAtUtc = hoursAgo(60);
            facts.events = {regenerated(KeyType::Primary, 40, u"robin"_s)};
        });
    }

    void standingFollowsWhatIsRecorded()
    {
        QFETCH(const KeyStandingFacts, facts);
        QFETCH(const KeyStanding, expected);
        const KeyStanding standing = standingOf(facts);
        QCOMPARE(standing.kind, expected.kind);
        QCOMPARE(standing.atUtc, expected.atUtc);
        QCOMPARE(standing.who, expected.who);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyStandingTest)
#include "keystandingtest.moc"
