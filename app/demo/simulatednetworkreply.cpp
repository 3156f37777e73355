// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatednetworkreply.h"

#include <QTimer>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// As QNetworkAccessManager sorts statuses; the documentation of QNetworkReply::NetworkError names them.
QNetworkReply::NetworkError errorOf(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    return status < 400   ? QNetworkReply::NoError
           : status < 500 ? QNetworkReply::UnknownContentError
                          : QNetworkReply::UnknownServerError;
}

} // namespace

SimulatedNetworkReply::SimulatedNetworkReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request,
                                             QObject* parent)
    : QNetworkReply(parent)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (request.transferTimeout() > 0) {
        // Not QTimer::singleShot(), whose timer stays for its whole time when the reply is long gone.
        auto* patience = new QTimer(this);
        patience->setSingleShot(true);
        connect(patience, &QTimer::timeout, this, &SimulatedNetworkReply::abort);
        patience->start(request.transferTimeout());
    }
}

void SimulatedNetworkReply::deliver(const SimulatedAnswer& answer)
{
    using Transport = SimulatedAnswer::Transport;
    if (isFinished() || answer.transport == Transport::Silence) {
        return;
    }
    if (answer.transport == Transport::Drop) {
        fail(RemoteHostClosedError, u"Connection closed"_s);
        finish();
        return;
    }
    if (answer.transport == Transport::UnknownHost) {
        fail(HostNotFoundError, u"Host %1 not found"_s.arg(url().host()));
        finish();
        return;
    }
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, reasonPhrase(answer.status));
    for (const auto& [name, value] : answer.headers) {
        setRawHeader(name, value);
    }
    setHeader(QNetworkRequest::ContentLengthHeader, answer.body.size());
    if (answer.status / 100 == 3 && hasRawHeader("location")) {
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(rawHeader("location")));
    }
    m_body = answer.body;
    emit metaDataChanged();
    if (!isFinished() && !m_body.isEmpty()) {
        emit readyRead();
    }
    const NetworkError error = errorOf(answer.status);
    if (!isFinished() && error != NoError) {
        fail(error, u"Error transferring %1 - server replied: %2"_s.arg(
                        url().toDisplayString(), QString::fromLatin1(reasonPhrase(answer.status))));
    }
    if (!isFinished()) {
        finish();
    }
}

void SimulatedNetworkReply::abort()
{
    if (isFinished()) {
        return;
    }
    fail(OperationCanceledError, u"Operation canceled"_s);
    finish();
}

qint64 SimulatedNetworkReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_body.size() - m_position;
}

qint64 SimulatedNetworkReply::readData(char* data, qint64 maxSize)
{
    const qsizetype length = std::min(static_cast<qsizetype>(maxSize), m_body.size() - m_position);
    if (length == 0) {
        return isFinished() ? -1 : 0;
    }
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(length));
    m_position += length;
    return length;
}

void SimulatedNetworkReply::fail(NetworkError error, const QString& text)
{
    setError(error, text);
    emit errorOccurred(error);
}

void SimulatedNetworkReply::finish()
{
    if (!isFinished()) { // a slot of errorOccurred may have aborted
        setFinished(true);
        emit readChannelFinished();
        emit finished();
    }
}

} // namespace CommKeys
