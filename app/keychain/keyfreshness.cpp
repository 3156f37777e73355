// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyfreshness.h"

namespace CommKeys {

namespace {

bool counts(const std::optional<Replacement>& replacement, const QDateTime& nowUtc)
{
    return replacement && (replacement->isCertain || replacement->atUtc + longestReadLag > nowUtc);
}

} // namespace

Freshness freshnessOf(const FreshnessFacts& facts)
{
    using Resource = FreshnessFacts::Resource;
    if (facts.resource == Resource::CandidateIsFormer) {
        return Freshness::Older;
    }
    if (facts.resource == Resource::KnownIsFormer) {
        return Freshness::Newer;
    }
    if (counts(facts.candidateReplaced, facts.nowUtc)) {
        return Freshness::Older;
    }
    if (facts.isSameKey) {
        return Freshness::Same;
    }
    if (!facts.knownSeenUtc.isValid() || counts(facts.knownReplaced, facts.nowUtc)) {
        return Freshness::Newer;
    }
    // A time in the future was written by a clock that was wrong, and would hold back every key until then.
    const bool isFromFuture = facts.knownSeenUtc > facts.nowUtc + longestClockSkew;
    return facts.knownSeenUtc > facts.candidateSeenUtc && !isFromFuture ? Freshness::Older : Freshness::Newer;
}

} // namespace CommKeys
