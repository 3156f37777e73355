// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/lastregeneration.h"

#include <algorithm>

namespace CommKeys {

namespace {

void takeIfLater(std::optional<LastRegeneration>& last, const LastRegeneration& candidate)
{
    if (!last || candidate.timeUtc > last->timeUtc) {
        last = candidate;
    }
}

/// A new key that the keychain refused is a new key all the same.
bool hasNewKey(const RotationRecord& record)
{
    return !record.fingerprintAfter.isEmpty() && !record.mayBeOld;
}

/// The journal's record of the same regeneration, or null.
const RotationRecord* recordOf(const KeyRegenerationEvent& event, const QList<RotationRecord>& records)
{
    const auto found = std::find_if(records.begin(), records.end(), [&event](const RotationRecord& record) {
        return !event.correlationId.isEmpty() &&
               record.correlationId.compare(event.correlationId, Qt::CaseInsensitive) == 0;
    });
    return found == records.end() ? nullptr : &*found;
}

} // namespace

std::optional<LastRegeneration> lastRegeneration(const ResourceId& resource, KeyType type,
                                                 const QList<KeyRegenerationEvent>& events,
                                                 const QList<RotationRecord>& records)
{
    std::optional<LastRegeneration> last;
    for (const RotationRecord& record : records) {
        if (record.resource == resource && record.type == type && hasNewKey(record)) {
            const QDateTime time = record.endedUtc.isValid() ? record.endedUtc : record.startedUtc;
            takeIfLater(last, {time, record.account, LastRegeneration::Source::Journal, true});
        }
    }
    for (const KeyRegenerationEvent& event : events) {
        const RotationRecord* record = recordOf(event, records);
        if (!event.succeeded || event.resource != resource || (record && hasNewKey(*record))) {
            continue;
        }
        const std::optional<KeyType> known = !event.type && record ? std::optional(record->type) : event.type;
        if (known.value_or(type) == type) {
            takeIfLater(last, {event.timeUtc, event.caller, LastRegeneration::Source::ActivityLog, known.has_value()});
        }
    }
    return last;
}

} // namespace CommKeys
