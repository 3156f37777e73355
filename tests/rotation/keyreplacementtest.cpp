// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyreplacement.h"
#include "rotation/examplerecord.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// A regeneration of the primary key; numbers give the order.
RotationRecord record(int number, const QString& before, const QString& after)
{
    RotationRecord record = exampleRecord(number * 2 + 1);
    record.fingerprintBefore = before;
    record.fingerprintAfter = after;
    return record;
}

RotationRecord unchanged(int number, const QString& before)
{
    RotationRecord unchanged = record(number, before, {});
    unchanged.end = RotationEnd::Unchanged;
    return unchanged;
}

RotationRecord listed(int number, const QString& before, const QString& after)
{
    RotationRecord listed = record(number, before, after);
    listed.isFromListing = true;
    return listed;
}

enum class Expected { Nothing, Certain, Uncertain };

} // namespace

class KeyReplacementTest final : public QObject
{
    Q_OBJECT

private slots:
    void replacementFollowsTheRecords_data()
    {
        QTest::addColumn<QList<RotationRecord>>("records"); // the latest first
        QTest::addColumn<QString>("fingerprint");
        QTest::addColumn<Expected>("expected");
        using Records = QList<RotationRecord>;
        const RotationRecord first = record(1, u"a"_s, u"b"_s);
        const RotationRecord second = record(2, u"b"_s, u"c"_s);
        QTest::newRow("no record") << Records{} << u"a"_s << Expected::Nothing;
        QTest::newRow("no fingerprint") << Records{first} << QString() << Expected::Nothing;
        QTest::newRow("the key before") << Records{first} << u"a"_s << Expected::Certain;
        QTest::newRow("the key after") << Records{first} << u"b"_s << Expected::Nothing;
        QTest::newRow("an unknown key") << Records{first} << u"x"_s << Expected::Nothing;
        QTest::newRow("two back") << Records{second, first} << u"a"_s << Expected::Certain;
        QTest::newRow("one back") << Records{second, first} << u"b"_s << Expected::Certain;
        QTest::newRow("the last one") << Records{second, first} << u"c"_s << Expected::Nothing;
        QTest::newRow("the one before was not known")
            << Records{record(2, {}, u"c"_s), first} << u"b"_s << Expected::Certain;
        QTest::newRow("found by a listing") << Records{listed(1, u"a"_s, u"b"_s)} << u"a"_s << Expected::Uncertain;
        QTest::newRow("found by a listing, then regenerated")
            << Records{second, listed(1, u"a"_s, u"b"_s)} << u"b"_s << Expected::Certain;
        QTest::newRow("one listed and one answered after it")
            << Records{record(3, u"c"_s, u"d"_s), listed(2, {}, u"c"_s), first} << u"b"_s << Expected::Certain;
        RotationRecord foundLate = listed(1, u"a"_s, u"d"_s);
        foundLate.endedUtc = foundLate.startedUtc.addDays(3);
        QTest::newRow("found by a listing long after a later regeneration")
            << Records{second, foundLate} << u"d"_s << Expected::Nothing;
        QTest::newRow("found unchanged since")
            << Records{unchanged(2, u"a"_s), listed(1, u"a"_s, u"b"_s)} << u"a"_s << Expected::Nothing;
        QTest::newRow("unchanged, then regenerated")
            << Records{record(2, u"a"_s, u"b"_s), unchanged(1, u"a"_s)} << u"a"_s << Expected::Certain;
        RotationRecord maybe = record(1, {}, u"b"_s);
        maybe.mayBeOld = true;
        QTest::newRow("a key that may be the previous one replaces nothing")
            << Records{maybe, record(0, u"x"_s, u"a"_s)} << u"a"_s << Expected::Nothing;
        RotationRecord open = record(1, u"a"_s, {});
        open.stage = RotationRecord::Stage::Sent;
        QTest::newRow("sent, and no more is known") << Records{open} << u"a"_s << Expected::Nothing;
        RotationRecord notKept = record(1, u"a"_s, u"b"_s);
        notKept.stage = RotationRecord::Stage::Unclear;
        notKept.end.reset();
        QTest::newRow("the new key is in memory only") << Records{notKept} << u"a"_s << Expected::Certain;
        RotationRecord otherKey = first;
        otherKey.type = KeyType::Secondary;
        QTest::newRow("of the other key") << Records{otherKey} << u"a"_s << Expected::Nothing;
        RotationRecord otherResource = first;
        otherResource.resource = *ResourceId::of(otherResource.resource.subscription(), u"rg"_s, u"other"_s);
        QTest::newRow("of another resource") << Records{otherResource} << u"a"_s << Expected::Nothing;
    }

    void replacementFollowsTheRecords()
    {
        QFETCH(const QList<RotationRecord>, records);
        QFETCH(const QString, fingerprint);
        QFETCH(const Expected, expected);
        const std::optional<Replacement> found =
            replacementIn(records, exampleRecord().resource, KeyType::Primary, fingerprint);
        QCOMPARE(found.has_value(), expected != Expected::Nothing);
        if (found) {
            QCOMPARE(found->isCertain, expected == Expected::Certain);
        }
    }

    void replacementHasTheTimeOfTheFirstOneAfterIt()
    {
        const RotationRecord first = record(1, u"a"_s, u"b"_s);
        const RotationRecord second = record(2, u"b"_s, u"c"_s);
        const auto found = replacementIn({second, first}, first.resource, KeyType::Primary, u"a"_s);
        QCOMPARE(found->atUtc, first.endedUtc);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyReplacementTest)
#include "keyreplacementtest.moc"
