// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationrecord.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace CommKeys::RotationHistory {

/// Which regenerations to show. What is empty lets everything through.
struct Filter
{
    /// Somewhere in the resource's name, group or ids, in the account, in the ids of the requests or in the tenant's,
    /// in any casing. With a slash in it: in the resource's whole id.
    QString text;
    std::optional<KeyType> type;
    std::optional<RotationEnd> end; ///< lets no open one through
    QDateTime from;                 ///< begun at this time or later
    QDateTime until;                ///< begun before this time
};

[[nodiscard]] bool isShown(const RotationRecord& record, const Filter& filter);
[[nodiscard]] QList<RotationRecord> filtered(const QList<RotationRecord>& records, const Filter& filter);

/// The request that the regeneration was, to be sent by other means: "POST https://…". It has no header, so no token.
[[nodiscard]] QString requestLine(const RotationRecord& record);
[[nodiscard]] QByteArray requestBody(const RotationRecord& record);

/// A table after RFC 4180, in UTF-8, with a line of names. It begins with a byte order mark, without which Excel reads
/// it in the code page of the computer; Python's `utf-8-sig` takes it off. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe.
[[nodiscard]] QByteArray toCsv(const QList<RotationRecord>& records);
/// An array of objects with the same members; what is not known is left out. Without a byte order mark (RFC 8259 §8.1).
[[nodiscard]] QByteArray toJson(const QList<RotationRecord>& records);

} // namespace CommKeys::RotationHistory
