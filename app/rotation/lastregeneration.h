// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/activitylog.h"
#include "rotation/rotationrecord.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace CommKeys {

/// When a key was last regenerated, and by whom, as far as anybody knows. No field of the resource says so.
struct LastRegeneration
{
    enum class Source {
        ActivityLog, ///< Azure's: everybody's, the last 90 days, minutes late
        Journal,     ///< this computer's: for ever, at once
    };

    QDateTime timeUtc;
    QString who; ///< may be empty
    Source source = Source::ActivityLog;
    bool isOfThisKey = true; ///< false: the log does not say which of the resource's two keys it was

    bool operator==(const LastRegeneration&) const = default;
};

/// Puts the two together. An event that is in the journal, too (by its correlation id), is the journal's, unless the
/// journal is not sure that the key is a new one: then the log's word counts, for the key that the journal names. Any
/// other event that does not say which key it was counts for both and says that it is not sure. What is from before
/// @p createdUtc, of the resource, is about another one that had the same id.
[[nodiscard]] std::optional<LastRegeneration> lastRegeneration(const ResourceId& resource, KeyType type,
                                                               const QList<KeyRegenerationEvent>& events,
                                                               const QList<RotationRecord>& records,
                                                               const QDateTime& createdUtc = {});

} // namespace CommKeys
