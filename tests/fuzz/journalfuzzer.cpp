// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/journalline.h"
#include "rotation/rotationhistory.h"

#include <QCryptographicHash>

#include <cstddef>
#include <cstdint>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(parseJournalLine(bytes));
    // Behind a checksum that is right, since no fuzzer finds one.
    const QByteArray checksum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16);
    const QByteArray line = checksum + ' ' + bytes;
    if (const auto record = parseJournalLine(line)) {
        static_cast<void>(RotationHistory::toCsv({*record}));
        static_cast<void>(RotationHistory::toJson({*record}));
    }
    return 0;
}
