// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

void appendLine(QString& text, const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        text += name + u": "_s + value + u'\n';
    }
}

} // namespace

QString Error::toText() const
{
    QString text = message + u'\n';
    if (!advice.isEmpty()) {
        text += advice + u'\n';
    }
    text += u'\n';
    appendLine(text, u"kind"_s, nameOf(kind));
    appendLine(text, u"operation"_s, operation);
    appendLine(text, u"HTTP status"_s, httpStatus == 0 ? QString() : QString::number(httpStatus));
    text += detail.toText();
    appendLine(text, u"x-ms-request-id"_s, requestId);
    appendLine(text, u"x-ms-correlation-request-id"_s, correlationId);
    appendLine(text, u"x-ms-client-request-id"_s, clientRequestId);
    return text.trimmed() + u'\n';
}

Error Error::cancelled()
{
    return of(ErrorKind::Cancelled, QCoreApplication::translate("CommKeys::Error", "Cancelled."));
}

Error Error::invalidInput(const QString& message, const QString& advice)
{
    return of(ErrorKind::InvalidInput, message, advice);
}

Error Error::badAnswer(const QString& message)
{
    return of(ErrorKind::BadAnswer, message);
}

Error Error::of(ErrorKind kind, const QString& message, const QString& advice)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.advice = advice;
    return error;
}

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return u"Cancelled"_s;
    case ErrorKind::InvalidInput:
        return u"InvalidInput"_s;
    case ErrorKind::NotSignedIn:
        return u"NotSignedIn"_s;
    case ErrorKind::Forbidden:
        return u"Forbidden"_s;
    case ErrorKind::NotFound:
        return u"NotFound"_s;
    case ErrorKind::Conflict:
        return u"Conflict"_s;
    case ErrorKind::Throttled:
        return u"Throttled"_s;
    case ErrorKind::Server:
        return u"Server"_s;
    case ErrorKind::Network:
        return u"Network"_s;
    case ErrorKind::Timeout:
        return u"Timeout"_s;
    case ErrorKind::Tls:
        return u"Tls"_s;
    case ErrorKind::BadAnswer:
        return u"BadAnswer"_s;
    case ErrorKind::KeychainLocked:
        return u"KeychainLocked"_s;
    case ErrorKind::KeychainMissing:
        return u"KeychainMissing"_s;
    case ErrorKind::KeychainFailed:
        return u"KeychainFailed"_s;
    case ErrorKind::ToolMissing:
        return u"ToolMissing"_s;
    case ErrorKind::Refused:
        return u"Refused"_s;
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
