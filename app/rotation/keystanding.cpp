// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keystanding.h"

#include "rotation/keyrenewal.h"

namespace CommKeys {

namespace {

/// Who regenerated it on this computer, by the time of the regeneration.
QString accountAt(const QList<RotationRecord>& records, const KeyStandingFacts& facts, const QDateTime& atUtc)
{
    for (const RotationRecord& record : records) {
        const bool isIt = record.endedUtc == atUtc || record.startedUtc == atUtc;
        if (record.resource == facts.resource && record.type == facts.type && isIt) {
            return record.account;
        }
    }
    return {};
}

} // namespace

KeyStanding standingOf(const KeyStandingFacts& facts)
{
    using Kind = KeyStanding::Kind;
    if (isOfFormerResource(facts.storedFor, facts.key.keptAtUtc, facts.now)) {
        return {Kind::FormerResource, facts.now.createdUtc, {}};
    }
    if (facts.replacement && facts.replacement->isCertain) {
        const QDateTime& at = facts.replacement->atUtc;
        return {Kind::Replaced, at, accountAt(facts.records, facts, at)};
    }
    KeyStanding worst;
    const QList<KeyRenewal> renewals = keyRenewals(facts.resource, facts.events, facts.records, facts.now.createdUtc);
    for (const KeyRenewal& renewal : renewals) {
        const bool isAfter = facts.key.keptAtUtc.isValid() && renewal.timeUtc > facts.key.keptAtUtc;
        if (renewal.isOfJournal || !isAfter || renewal.type.value_or(facts.type) != facts.type) {
            continue;
        }
        const Kind kind = renewal.type ? Kind::Replaced : Kind::MaybeReplaced;
        const bool isWorse = worst.kind == Kind::Good || (worst.kind == Kind::MaybeReplaced && kind == Kind::Replaced);
        if (isWorse || (kind == worst.kind && renewal.timeUtc > worst.atUtc)) {
            worst = {kind, renewal.timeUtc, renewal.who};
        }
    }
    return worst;
}

} // namespace CommKeys
