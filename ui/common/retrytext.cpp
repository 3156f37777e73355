// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/retrytext.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::RetryText)
};

} // namespace

QString retryText(const Error& reason, std::chrono::milliseconds wait)
{
    const int seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
    const QString why =
        reason.kind == ErrorKind::Throttled ? Text::tr("Azure is throttling requests.") : reason.message;
    //: %1: a sentence that says what went wrong
    return Text::tr("%1 Retrying in %n second(s).", nullptr, seconds).arg(why);
}

} // namespace CommKeys
