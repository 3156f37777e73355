// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/httpanswer.h"

#include <QVariantMap>

#include <QtNetworkAuth/QAbstractOAuthReplyHandler>

#include <functional>

namespace CommKeys {

/// Stands between Qt's authorization code flow and the outside: hands the flow the one answer of the browser that was
/// found good, and takes the token endpoint's answer from it as it is.
///
/// Qt's own handlers drop the body of an answer that is not 200, and the flow then waits for ever (Qt 6.4: no signal at
/// all; 6.9: without error, claims and codes).
class TokenReplyReader final : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    /// @p receive is called once with the token endpoint's answer; status 0: @p code says how the line broke.
    using Receive = std::function<void(HttpAnswer answer, QNetworkReply::NetworkError code, const QString& errorText)>;

    TokenReplyReader(const QString& redirectUri, Receive receive, QObject* parent);

    [[nodiscard]] QString callback() const override { return m_redirectUri; }

    /// Gives the flow the browser's answer: it redeems the code.
    void passOn(const QVariantMap& answer);

    /// Nobody waits any more. Deletes this; while a request is under way only after it, for Qt before 6.7 calls a
    /// handler that is gone. @p network is whose requests these are.
    void abandon(QObject* network);

    void networkReplyFinished(QNetworkReply* reply) override;

private:
    const QString m_redirectUri;
    Receive m_receive;
    bool m_isRedeeming = false;
};

} // namespace CommKeys
