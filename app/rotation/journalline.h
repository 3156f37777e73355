// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationrecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace CommKeys {

/// The lines of the journal, as pure functions. A line is
///
///     <first 16 hex digits of the SHA-256 of the JSON> <compact JSON>
///
/// and every one names the format's version and the salt of its fingerprints, so that no line needs another to be
/// understood: a journal whose first line is lost has lost nothing else.
struct JournalLine
{
    int version = 0;
    QByteArray salt;                      ///< 32 bytes; of a version that is not ours: empty
    std::optional<RotationRecord> record; ///< nothing on the first line and on one of a version that is not ours
};

constexpr int journalVersion = 1;
constexpr qsizetype saltSize = 32;
/// Many times the longest line that we write; what is longer is damage, and is not read.
constexpr qsizetype longestJournalLine = 64 * 1024;

/// The first line of a journal, and that of a record; both end with LF. A fingerprint that is none is left out.
[[nodiscard]] QByteArray encodeJournalHead(QByteArrayView salt);
[[nodiscard]] QByteArray encodeJournalLine(const RotationRecord& record, QByteArrayView salt);

/// What a line says, without its LF; nothing when it is damaged. Members that are not known are passed over.
[[nodiscard]] std::optional<JournalLine> readJournalLine(QByteArrayView line);

/// The record of a line, nothing when it has none or is damaged. Takes whatever bytes there are.
[[nodiscard]] std::optional<RotationRecord> parseJournalLine(QByteArrayView line);

/// What is whole inside a damaged line: when a LF is hit, two good lines look like a bad one.
[[nodiscard]] QList<JournalLine> wholeLinesInside(QByteArrayView damaged);

} // namespace CommKeys
