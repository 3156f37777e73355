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

/// At the time of the earliest, and as certain as the surest of them.
std::optional<Replacement> firstOf(const QList<RotationRecord>& later)
{
    std::optional<Replacement> replacement;
    for (const RotationRecord& record : later) {
        const bool isCertain = replacement && replacement->isCertain;
        replacement = replacementBy(record);
        replacement->isCertain = replacement->isCertain || isCertain;
    }
    return replacement;
}

} // namespace

std::optional<Replacement> replacementIn(const QList<RotationRecord>& records, const ResourceId& resource, KeyType type,
                                         const QString& fingerprint)
{
    if (fingerprint.isEmpty()) {
        return std::nullopt;
    }
    QList<RotationRecord> later; // that ended with another key, the latest first
    for (const RotationRecord& record : records) {
        if (record.resource != resource || record.type != type) {
            continue;
        }
        if (record.fingerprintAfter == fingerprint) {
            if (record.isFromListing) {
                // Found maybe long after it was sent: only what began after that has replaced it.
                const QDateTime foundUtc = replacementBy(record).atUtc;
                later.removeIf([&foundUtc](const RotationRecord& one) { return one.startedUtc < foundUtc; });
            }
            return firstOf(later);
        }
        if (record.fingerprintBefore == fingerprint) {
            return hasNewKey(record) ? std::optional(replacementBy(record)) : firstOf(later);
        }
        if (hasNewKey(record)) {
            later.append(record);
        }
    }
    return std::nullopt;
}

} // namespace CommKeys
