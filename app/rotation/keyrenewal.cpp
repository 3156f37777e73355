// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyrenewal.h"

#include <algorithm>

namespace CommKeys {

namespace {

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

QList<KeyRenewal> keyRenewals(const ResourceId& resource, const QList<KeyRegenerationEvent>& events,
                              const QList<RotationRecord>& records, const QDateTime& createdUtc)
{
    QList<KeyRenewal> renewals;
    for (const RotationRecord& record : records) {
        if (record.resource == resource && hasNewKey(record)) {
            const QDateTime time = record.endedUtc.isValid() ? record.endedUtc : record.startedUtc;
            renewals.append({time, record.type, record.account, true});
        }
    }
    for (const KeyRegenerationEvent& event : events) {
        const RotationRecord* record = recordOf(event, records);
        if (event.succeeded && event.resource == resource && !(record && hasNewKey(*record))) {
            const std::optional<KeyType> type = !event.type && record ? std::optional(record->type) : event.type;
            renewals.append({event.timeUtc, type, event.caller, false});
        }
    }
    renewals.removeIf(
        [&createdUtc](const KeyRenewal& renewal) { return createdUtc.isValid() && renewal.timeUtc < createdUtc; });
    return renewals;
}

} // namespace CommKeys
