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

bool isIn(const QList<RotationRecord>& records, const KeyRegenerationEvent& event)
{
    return std::any_of(records.begin(), records.end(), [&event](const RotationRecord& record) {
        return !event.correlationId.isEmpty() &&
               record.correlationId.compare(event.correlationId, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

std::optional<LastRegeneration> lastRegeneration(const ResourceId& resource, KeyType type,
                                                 const QList<KeyRegenerationEvent>& events,
                                                 const QList<RotationRecord>& records)
{
    std::optional<LastRegeneration> last;
    for (const RotationRecord& record : records) {
        // A new key that the keychain refused is a new key all the same.
        const bool hasNewKey = !record.fingerprintAfter.isEmpty() && !record.mayBeOld;
        if (record.resource == resource && record.type == type && hasNewKey) {
            const QDateTime time = record.endedUtc.isValid() ? record.endedUtc : record.startedUtc;
            takeIfLater(last, {time, record.account, LastRegeneration::Source::Journal, true});
        }
    }
    for (const KeyRegenerationEvent& event : events) {
        const bool mayBeThisKey = event.type.value_or(type) == type;
        if (event.succeeded && event.resource == resource && mayBeThisKey && !isIn(records, event)) {
            takeIfLater(last,
                        {event.timeUtc, event.caller, LastRegeneration::Source::ActivityLog, event.type.has_value()});
        }
    }
    return last;
}

} // namespace CommKeys
