// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/keytype.h"
#include "core/resourceid.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace CommKeys {

/// One entry of Azure's Activity Log. An operation has two: one when it begins, one when it ends.
/// Source: EventData, Microsoft.Insights 2015-04-01.
struct ActivityLogEvent
{
    ResourceId resource; ///< empty when it is about anything but a Communication Services resource
    QString operation;   ///< "Microsoft.Communication/CommunicationServices/RegenerateKey/action", in any casing
    QString phase;       ///< "BeginRequest" or "EndRequest"
    QString status;      ///< "Started", "Accepted", "Succeeded" or "Failed"
    QString caller;      ///< the name somebody signs in with, or an object id; redacted; may be empty
    QString correlationId;
    QDateTime timeUtc;
    std::optional<KeyType> keyType; ///< of the request's body, where that was logged

    [[nodiscard]] bool isKeyRegeneration() const;
    bool operator==(const ActivityLogEvent&) const = default;
};

/// One regeneration of a key, as the Activity Log tells it.
struct KeyRegenerationEvent
{
    ResourceId resource;
    std::optional<KeyType> type; ///< nothing: the log does not say which key it was
    QString caller;
    QDateTime timeUtc;      ///< when it ended, or when it began while no end is known
    bool succeeded = false; ///< false: it was refused, or no end of it is in the log yet
    QString correlationId;

    bool operator==(const KeyRegenerationEvent&) const = default;
};

/// An entry without a time or a correlation id is left out. Source of the shape: recorded events of another provider;
/// no recording of one of Communication Services is known.
[[nodiscard]] Result<Page<ActivityLogEvent>> parseActivityLogPage(const QByteArray& json);

/// Puts beginnings and ends together by resource and correlation id, the newest first. Everything that is no
/// regeneration of a key is left out. Which key it was only the beginning knows: when there is none, when it does not
/// say, or when two of one id say different things, it stays unknown.
[[nodiscard]] QList<KeyRegenerationEvent> keyRegenerations(const QList<ActivityLogEvent>& events);

/// The start of a query that the service accepts: @p sinceUtc, but no more than 89 days and 23 hours before @p nowUtc
/// and not after it. The service keeps 90 days and refuses an earlier start; the hour is for clocks that differ.
[[nodiscard]] QDateTime activityLogStart(const QDateTime& sinceUtc, const QDateTime& nowUtc);

} // namespace CommKeys
