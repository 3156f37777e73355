// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entraerror.h"
#include "core/redaction.h"
#include "http/bearerchallenge.h"
#include "http/httperror.h"

#include <QDateTime>

#include <cstddef>
#include <cstdint>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(parseBearerChallenge(bytes));
    static_cast<void>(redacted(QString::fromUtf8(bytes)));
    HttpAnswer answer;
    answer.status = bytes.isEmpty() ? 500 : 400 + static_cast<unsigned char>(bytes.front()) % 200;
    answer.headers = {{"Content-Type", "application/json"}, {"Retry-After", bytes.left(40)}};
    answer.body = bytes;
    static_cast<void>(errorForAnswer(answer, QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC)).toText());
    static_cast<void>(entraError(answer, SignInHint{}).toText());
    return 0;
}
