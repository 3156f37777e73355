// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/httperror.h"

#include "core/redaction.h"
#include "core/utctime.h"
#include "http/errorbody.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::HttpError)
};

ErrorKind kindOf(int status, bool hasRetryAfter)
{
    switch (status) {
    case 401:
        return ErrorKind::NotSignedIn;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409:
    case 412:
    case 423:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::Throttled;
    case 503:
        return hasRetryAfter ? ErrorKind::Throttled : ErrorKind::Server;
    default:
        // A 4xx is the request's fault; what is neither (1xx, 3xx) is not what the API promises.
        return status >= 400 ? ErrorKind::Server : ErrorKind::BadAnswer;
    }
}

/// A 4xx of Azure Resource Manager says that the request was not executed; so does a throttle. 408, 5xx and everything
/// unexpected leave it open, and so does an answer without Resource Manager's error format: a proxy, a filter or a
/// gateway has put it in the place of an answer that nobody will see.
Effect effectOf(int status, ErrorKind kind, bool isArmError)
{
    const bool refused = status >= 400 && status < 500 && status != 408;
    return isArmError && (refused || kind == ErrorKind::Throttled) ? Effect::None : Effect::Unknown;
}

QString messageFor(ErrorKind kind, int status)
{
    switch (kind) {
    case ErrorKind::NotSignedIn:
        return Text::tr("Azure does not accept the sign-in.");
    case ErrorKind::Forbidden:
        return Text::tr("You are signed in, but not allowed to do this.");
    case ErrorKind::NotFound:
        return Text::tr("Azure knows no such thing (any more).");
    case ErrorKind::Timeout:
        return Text::tr("Azure gave up waiting for the request.");
    case ErrorKind::Conflict:
        return Text::tr("Azure refuses because of the state that the resource is in.");
    case ErrorKind::Throttled:
        return Text::tr("Azure is asked too often and wants a pause.");
    case ErrorKind::BadAnswer:
        return Text::tr("The answer (HTTP %1) is not one that Azure gives.").arg(status);
    default:
        return status >= 500 ? Text::tr("Azure could not do it (HTTP %1).").arg(status)
                             : Text::tr("Azure refused the request (HTTP %1).").arg(status);
    }
}

QString adviceFor(const HttpAnswer& answer, ErrorKind kind, const ErrorDetail& detail)
{
    switch (kind) {
    case ErrorKind::NotSignedIn:
        return detail.code == "InvalidAuthenticationTokenTenant"_L1
                   ? Text::tr("The subscription belongs to another tenant than the sign-in.")
                   : Text::tr("Sign in again.");
    case ErrorKind::Forbidden:
        return Text::tr("Ask for a role with the action that the details name. A role granted just now can take some "
                        "minutes; signing in again helps.");
    case ErrorKind::NotFound:
        return Text::tr("Refresh the list: it may have been deleted or moved.");
    case ErrorKind::Conflict:
        return detail.code == "ScopeLocked"_L1
                   ? Text::tr("A lock forbids it. Whoever set the lock has to remove it first.")
                   : Text::tr("Read the details, and try again when the cause is gone.");
    case ErrorKind::Throttled:
    case ErrorKind::Timeout:
        return Text::tr("Wait a little and try again.");
    case ErrorKind::BadAnswer:
        return answer.status >= 300 && answer.status < 400
                   ? Text::tr(
                         "It points to another address. CommKeys does not follow, so that no token goes astray. Is a "
                         "proxy or a sign-in page of the network in the way?")
                   : QString();
    default:
        return QString();
    }
}

/// The first word that the service found for it: the outer message is often empty of meaning (Resource Graph).
QString firstMessage(const ErrorDetail& detail)
{
    if (!detail.message.isEmpty()) {
        return detail.message;
    }
    for (const ErrorDetail& nested : detail.details) {
        if (QString message = firstMessage(nested); !message.isEmpty()) {
            return message;
        }
    }
    return {};
}

std::optional<std::chrono::milliseconds> secondsOrDate(const QByteArray& value, const QDateTime& nowUtc)
{
    bool isNumber = false;
    const qlonglong seconds = value.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        // A day is more than anyone waits; the bound keeps the arithmetic from running over.
        return seconds < 0 ? std::nullopt
                           : std::optional(std::chrono::milliseconds(std::min(seconds, 86'400LL) * 1000));
    }
    // RFC 9110 §5.6.7: "Mon, 27 Nov 2023 09:05:00 GMT", always in English and always GMT.
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid()) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(
        std::clamp<qint64>(nowUtc.msecsTo(utcTime(date.date(), date.time())), 0, 86'400'000));
}

std::optional<std::chrono::milliseconds> waitInSentence(const QString& sentence, const QDateTime& nowUtc)
{
    static const QRegularExpression seconds(u"after '?(\\d{1,5})'? ?seconds?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression instant(
        u"after '?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?Z?'? ?(UTC)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = seconds.match(sentence); match.hasMatch()) {
        return std::chrono::seconds(match.captured(1).toInt());
    }
    if (const auto match = instant.match(sentence); match.hasMatch()) {
        const QDateTime until = QDateTime::fromString(match.captured(1) + u'Z', Qt::ISODate);
        return std::chrono::milliseconds(std::clamp<qint64>(nowUtc.msecsTo(until), 0, 86'400'000));
    }
    return std::nullopt;
}

QString allMessages(const ErrorDetail& detail)
{
    QString text = detail.message;
    for (const ErrorDetail& nested : detail.details) {
        text += u' ' + allMessages(nested);
    }
    return text;
}

} // namespace

std::optional<std::chrono::milliseconds> retryAfterOf(const HttpAnswer& answer, const ErrorDetail& detail,
                                                      const QDateTime& nowUtc)
{
    for (const char* name : {"retry-after-ms", "x-ms-retry-after-ms"}) {
        bool isNumber = false;
        const qlonglong ms = answer.header(name).trimmed().toLongLong(&isNumber);
        if (isNumber && ms >= 0) {
            return std::chrono::milliseconds(std::min(ms, 86'400'000LL));
        }
    }
    if (const auto wait = secondsOrDate(answer.header("retry-after"), nowUtc)) {
        return wait;
    }
    return answer.status == 429 || answer.status == 503 ? waitInSentence(allMessages(detail), nowUtc) : std::nullopt;
}

Error errorForAnswer(const HttpAnswer& answer, const QDateTime& nowUtc)
{
    Error error;
    error.httpStatus = answer.status;
    error.detail = parseErrorBody(answer.body, answer.header("content-type"));
    error.retryAfter = retryAfterOf(answer, error.detail, nowUtc);
    error.kind = kindOf(answer.status, !answer.header("retry-after").isEmpty() || error.retryAfter.has_value());
    error.effect = effectOf(answer.status, error.kind, isArmErrorBody(answer.body));
    error.message = messageFor(error.kind, answer.status);
    if (const QString said = firstMessage(error.detail); !said.isEmpty()) {
        //: %1: what happened, in our words; %2: what Azure said, in its own.
        error.message = Text::tr("%1 It says: %2").arg(error.message, said);
    }
    error.advice = adviceFor(answer, error.kind, error.detail);
    error.requestId = redacted(QString::fromLatin1(answer.header("x-ms-request-id")));
    error.correlationId = redacted(QString::fromLatin1(answer.header("x-ms-correlation-request-id")));
    return error;
}

Error errorForTransport(QNetworkReply::NetworkError code, const QString& host, const QString& qtErrorText)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.effect = Effect::Unknown;
    error.detail.message = redacted(qtErrorText);
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        error.message = Text::tr("%1 does not answer: the connection was refused.").arg(host);
        error.advice = Text::tr("Is the address right, and does a firewall or proxy let it through?");
        error.effect = Effect::None;
        break;
    case QNetworkReply::HostNotFoundError:
        error.message = Text::tr("There is no server named %1.").arg(host);
        error.advice = Text::tr("Are you connected to the network, and is the address right?");
        error.effect = Effect::None;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = ErrorKind::Tls;
        error.message = Text::tr("The certificate of %1 is not one that this computer trusts.").arg(host);
        error.advice =
            Text::tr("If your network inspects encrypted traffic, its certificate has to be installed in the "
                     "computer's own store. CommKeys never goes on without a valid certificate.");
        error.effect = Effect::None;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what a transfer time-out reports in Qt 6.4
        error.kind = ErrorKind::Timeout;
        error.message = Text::tr("%1 did not answer in time.").arg(host);
        error.advice = Text::tr("Check the connection and try again.");
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        error.message = Text::tr("The proxy between this computer and %1 refused or broke the connection.").arg(host);
        error.advice = Text::tr("Check the system's proxy settings.");
        // What was broken off may have been passed on before.
        error.effect = code == QNetworkReply::ProxyConnectionClosedError || code == QNetworkReply::ProxyTimeoutError
                           ? Effect::Unknown
                           : Effect::None;
        break;
    default:
        error.message = Text::tr("The connection to %1 broke before the answer was complete.").arg(host);
        error.advice = Text::tr("Check the connection and try again.");
        break;
    }
    return error;
}

Error errorForProxy(QNetworkReply::NetworkError code, const UsedProxy& proxy, const QString& host,
                    const QString& qtErrorText)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.effect = Effect::None;
    error.detail.message = redacted(qtErrorText);
    // QNetworkReply has no code of its own for what the socket below says; its words may be translated.
    const auto isSaid = [&qtErrorText](const char* words) {
        return qtErrorText == QCoreApplication::translate("QHttpSocketEngine", words);
    };
    const QString where = proxy.isFromSystem ? Text::tr("The proxy comes from this computer's settings.")
                                             : Text::tr("The proxy comes from the settings of CommKeys.");
    const bool isTooLate = code == QNetworkReply::TimeoutError || code == QNetworkReply::OperationCanceledError ||
                           code == QNetworkReply::ProxyTimeoutError;
    if (code == QNetworkReply::ProxyAuthenticationRequiredError) {
        error.message = Text::tr("The proxy %1 asks for a user name and a password.").arg(proxy.address);
        error.advice = Text::tr("CommKeys doesn't have them. Use a proxy that needs none for this computer.");
    } else if (isTooLate) {
        error.kind = ErrorKind::Timeout;
        //: %1: a proxy. %2: the server behind it
        error.message = Text::tr("The proxy %1 didn't connect to %2 in time.").arg(proxy.address, host);
        error.advice = Text::tr("Check your network or VPN and try again.");
    } else if (code == QNetworkReply::ProxyConnectionRefusedError || isSaid("Proxy connection refused")) {
        error.message = Text::tr("The proxy %1 can't be reached: the connection was refused.").arg(proxy.address);
        error.advice = Text::tr("If it belongs to a VPN, connect to the VPN first. Otherwise, correct the proxy.");
    } else if (code == QNetworkReply::ProxyNotFoundError || isSaid("Proxy server not found")) {
        error.message = Text::tr("There is no proxy named %1.").arg(proxy.address);
        error.advice = Text::tr("If it belongs to a VPN, connect to the VPN first. Otherwise, correct the proxy.");
    } else if (code == QNetworkReply::HostNotFoundError) {
        // Qt says the same of a proxy whose name is not found, and of a proxy that does not find the server (404).
        error.message = Text::tr("%2 can't be found through the proxy %1.").arg(proxy.address, host);
        error.advice = Text::tr("Check that the name of the proxy is right and that you're connected to its network.");
    } else {
        error.message = Text::tr("The proxy %1 didn't let the connection to %2 through.").arg(proxy.address, host);
        error.advice = Text::tr("Ask the administrator of the proxy to allow this server.");
    }
    error.advice = where + u' ' + error.advice;
    return error;
}

} // namespace CommKeys
