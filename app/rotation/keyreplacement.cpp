// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyreplacement.h"

namespace CommKeys {

namespace {

/// It ended with a key that was certainly or probably not there before.
bool hasNewKey(const RotationRecord& record)
{
    return !record.fingerprintAfter.isEmpty() && !record.mayBeOld &&
           record.fingerprintAfter != record.fingerprintBefore;
}

Replacement replacementBy(const RotationRecord& record)
{
    return {record.endedUtc.isValid() ? record.endedUtc : record.startedUtc, !record.isFromListing};
}

} // namespace

std::optional<Replacement> replacementIn(const QList<RotationRecord>& records, const ResourceId& resource, KeyType type,
                                         const QString& fingerprint)
{
    if (fingerprint.isEmpty()) {
        return std::nullopt;
    }
    std::optional<Replacement> byLater; // of the earliest one after it, and as certain as the surest of them
    for (const RotationRecord& record : records) {
        if (record.resource != resource || record.type != type) {
            continue;
        }
        if (record.fingerprintAfter == fingerprint) {
            return byLater;
        }
        if (record.fingerprintBefore == fingerprint) {
            return hasNewKey(record) ? std::optional(replacementBy(record)) : byLater;
        }
        if (hasNewKey(record)) {
            const bool isCertain = byLater && byLater->isCertain;
            byLater = replacementBy(record);
            byLater->isCertain = byLater->isCertain || isCertain;
        }
    }
    return std::nullopt;
}

} // namespace CommKeys
