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

/// One time at which a key of a resource became a new one.
struct KeyRenewal
{
    QDateTime timeUtc;
    std::optional<KeyType> type; ///< nothing: nobody says which key it was
    QString who;                 ///< may be empty
    bool isOfJournal = false;    ///< this computer's; else the Activity Log's
};

/// The renewals of a resource that log and journal know of, the journal's first. One that both know is the journal's,
/// unless the journal is not sure that the key is a new one: then it is the log's, of the key that the journal names.
/// What is from before @p createdUtc is about another resource, which had the same id; invalid: all of it counts.
[[nodiscard]] QList<KeyRenewal> keyRenewals(const ResourceId& resource, const QList<KeyRegenerationEvent>& events,
                                            const QList<RotationRecord>& records, const QDateTime& createdUtc = {});

} // namespace CommKeys
