// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyfreshness.h"

#include <QTest>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);

QDateTime before(std::chrono::seconds time)
{
    return now.addSecs(-time.count());
}

/// A listing of this moment, and a key that was stored a day ago.
FreshnessFacts listing()
{
    FreshnessFacts facts;
    facts.nowUtc = now;
    facts.candidateSeenUtc = now;
    facts.knownSeenUtc = before(24h);
    return facts;
}

} // namespace

class KeyFreshnessTest final : public QObject
{
    Q_OBJECT

private slots:
    void freshnessFollowsTheTable_data()
    {
        using Resource = FreshnessFacts::Resource;
        QTest::addColumn<FreshnessFacts>("facts");
        QTest::addColumn<Freshness>("expected");
        const auto row = [](const char* name, Freshness expected, auto change) {
            FreshnessFacts facts = listing();
            change(facts);
            QTest::newRow(name) << facts << expected;
        };
        row("another key than the stored one", Freshness::Newer, [](FreshnessFacts&) {});
        row("no stored key", Freshness::Newer, [](FreshnessFacts& facts) { facts.knownSeenUtc = {}; });
        row("the stored key", Freshness::Same, [](FreshnessFacts& facts) { facts.isSameKey = true; });
        row("replaced by a regeneration here", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateReplaced = {before(1s), true};
        });
        row("replaced by a regeneration here, a year ago", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateReplaced = {before(365 * 24h), true};
        });
        row("replaced, and no key is stored", Freshness::Older, [](FreshnessFacts& facts) {
            facts.knownSeenUtc = {};
            facts.candidateReplaced = {before(1s), true};
        });
        row("the stored key, replaced by a key that was never stored", Freshness::Older, [](FreshnessFacts& facts) {
            facts.isSameKey = true;
            facts.candidateReplaced = {before(1s), true};
        });
        row("another one was listed after it, just now", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateReplaced = {before(1s), false};
        });
        row("another one was listed after it, within the lag", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateReplaced = {before(longestReadLag - 1s), false};
        });
        row("another one was listed after it, before the lag: Azure is right", Freshness::Newer,
            [](FreshnessFacts& facts) {
                facts.candidateReplaced = {before(longestReadLag), false};
            });
        row("the stored key, listed again after another one", Freshness::Same, [](FreshnessFacts& facts) {
            facts.isSameKey = true;
            facts.candidateReplaced = {before(longestReadLag), false};
        });
        row("the stored key was replaced", Freshness::Newer, [](FreshnessFacts& facts) {
            facts.knownReplaced = {before(1h), true};
        });
        row("the stored key was replaced, and stored in the future", Freshness::Newer, [](FreshnessFacts& facts) {
            facts.knownReplaced = {before(1h), true};
            facts.knownSeenUtc = before(-24h);
        });
        row("each was listed after the other", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateReplaced = {before(1s), false};
            facts.knownReplaced = {before(2s), false};
        });
        row("from memory, and another process has stored a later one", Freshness::Older, [](FreshnessFacts& facts) {
            facts.candidateSeenUtc = before(2h);
            facts.knownSeenUtc = before(1h);
        });
        row("seen at the same second", Freshness::Newer, [](FreshnessFacts& facts) { facts.knownSeenUtc = now; });
        row("stored by a clock that was an hour fast", Freshness::Newer,
            [](FreshnessFacts& facts) { facts.knownSeenUtc = before(-1h); });
        row("stored by a clock that is a minute fast", Freshness::Older,
            [](FreshnessFacts& facts) { facts.knownSeenUtc = before(-1min); });
        row("the stored key is of the former resource", Freshness::Newer,
            [](FreshnessFacts& facts) { facts.resource = Resource::KnownIsFormer; });
        row("the stored key is of the former resource, and stored later", Freshness::Newer, [](FreshnessFacts& facts) {
            facts.resource = Resource::KnownIsFormer;
            facts.knownSeenUtc = before(-1min);
        });
        row("of the former resource", Freshness::Older,
            [](FreshnessFacts& facts) { facts.resource = Resource::CandidateIsFormer; });
        row("of the former resource, the stored key", Freshness::Older, [](FreshnessFacts& facts) {
            facts.resource = Resource::CandidateIsFormer;
            facts.isSameKey = true;
        });
    }

    void freshnessFollowsTheTable()
    {
        QFETCH(const FreshnessFacts, facts);
        QTEST(freshnessOf(facts), "expected");
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyFreshnessTest)
#include "keyfreshnesstest.moc"
