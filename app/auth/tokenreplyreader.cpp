// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenreplyreader.h"

namespace CommKeys {

TokenReplyReader::TokenReplyReader(const QString& redirectUri, Receive receive, QObject* parent)
    : QAbstractOAuthReplyHandler(parent)
    , m_redirectUri(redirectUri)
    , m_receive(std::move(receive))
{
}

void TokenReplyReader::passOn(const QVariantMap& answer)
{
    m_isRedeeming = true;
    emit callbackReceived(answer);
}

void TokenReplyReader::abandon(QObject* network)
{
    m_receive = nullptr;
    if (m_isRedeeming) {
        setParent(network);
    } else {
        deleteLater();
    }
}

void TokenReplyReader::networkReplyFinished(QNetworkReply* reply)
{
    m_isRedeeming = false;
    reply->deleteLater(); // Qt 6.4 forgets to
    if (!m_receive) {
        deleteLater();
        return;
    }
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply->rawHeaderPairs();
    answer.body = reply->readAll();
    std::exchange(m_receive, nullptr)(std::move(answer), reply->error(), reply->errorString());
}

} // namespace CommKeys
