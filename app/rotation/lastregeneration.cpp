// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/lastregeneration.h"

#include "rotation/keyrenewal.h"

namespace CommKeys {

std::optional<LastRegeneration> lastRegeneration(const ResourceId& resource, KeyType type,
                                                 const QList<KeyRegenerationEvent>& events,
                                                 const QList<RotationRecord>& records, const QDateTime& createdUtc)
{
    std::optional<LastRegeneration> last;
    const QList<KeyRenewal> renewals = keyRenewals(resource, events, records, createdUtc);
    for (const KeyRenewal& renewal : renewals) {
        if (renewal.type.value_or(type) == type && (!last || renewal.timeUtc > last->timeUtc)) {
            last = {renewal.timeUtc, renewal.who,
                    renewal.isOfJournal ? LastRegeneration::Source::Journal : LastRegeneration::Source::ActivityLog,
                    renewal.type.has_value()};
        }
    }
    return last;
}

} // namespace CommKeys
