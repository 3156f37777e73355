// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/activitylog.h"
#include "rotation/rotationrecord.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace CommKeys {

/// How old the older one of a resource's two keys is, as far as anybody knows.
struct KeyAge
{
    enum class Kind {
        Unknown, ///< this computer's history does not know of both keys, and the Activity Log was not read, or it has
                 ///< nothing of a resource of which nobody knows when it was made
        Since,   ///< both keys are of `sinceUtc` or later
        Before,  ///< one of them is older than the Activity Log reaches back
    };

    Kind kind = Kind::Unknown;
    QDateTime sinceUtc; ///< with Kind::Since
    bool isSure = true; ///< false: the log does not say which key it was; the key may be older than that

    /// As many whole days as it is old at least; nothing while it is unknown. With Kind::Before the days of the log.
    [[nodiscard]] std::optional<int> days(const QDateTime& nowUtc) const;
    /// True when it is certain to be older than so many days; none are: 0 and below.
    [[nodiscard]] bool isOlderThan(int days, const QDateTime& nowUtc) const;

    bool operator==(const KeyAge&) const = default;
};

/// As far back as Azure keeps the Activity Log.
inline constexpr int daysOfActivityLog = 90;

/// What is known of a resource.
struct KeyAgeFacts
{
    ResourceId resource;
    QDateTime createdUtc;                              ///< when it was made, with both keys; invalid: not known
    std::optional<QList<KeyRegenerationEvent>> events; ///< none: the log was not read
    QList<RotationRecord> records;                     ///< of this computer's history
};

/// Puts creation, log and history together. An event that does not say which key it was is taken for the key that was
/// the older one then, as people do who renew one after the other; where that decides, the answer is not sure.
[[nodiscard]] KeyAge olderKeyAge(const KeyAgeFacts& facts, const QDateTime& nowUtc);

} // namespace CommKeys
