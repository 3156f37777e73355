// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "http/httpanswer.h"
#include "http/httprequest.h"

#include <QNetworkAccessManager>
#include <QPointer>

namespace CommKeys {

/// What every HTTP exchange needs; all of it outlives every job.
struct HttpContext
{
    QNetworkAccessManager& network;
    TokenProvider& tokens;
    Clock& clock;
};

/// One HTTP exchange done well: token, request, time-out, retry, and an Error that can be shown.
///
/// A network that is a ProxyFinder is asked for the proxy first.
///
/// Ends with the answer when the status is 2xx, with an Error otherwise. A retry keeps verb and body. A 401 asks once
/// for a fresh token (with the claims of the challenge, if there was one) and sends once more, unless the rule is
/// RetryRule::Never; the Error then says which sign-in would help. A 403 with a claims challenge counts as a 401.
/// Redirects are not followed: a token stays with the host it was meant for. Nothing that is sent or received is logged
/// but verb, path, status, time and request id.
class HttpJob final : public JobOf<HttpAnswer>
{
    Q_OBJECT

public:
    HttpJob(HttpContext context, HttpRequest request, QObject* parent);
    ~HttpJob() override;

private:
    void run() override;
    void abort() override;

    void fetchToken(const TokenRequest& token);
    void findProxy(const Secret& token);
    void send(const Secret& token);
    [[nodiscard]] QNetworkReply* post(QNetworkRequest request);
    void receive();
    [[nodiscard]] Error errorForBrokenExchange(QNetworkReply::NetworkError code, const QString& errorText) const;
    [[nodiscard]] TokenRequest tokenRequest() const;
    [[nodiscard]] bool renewToken(const TokenRequest& refused);
    void refuse(const HttpAnswer& answer, const QString& claims);
    void describe(Error& error) const;
    void retryOrFail(Error error);
    void dropReply();

    HttpContext m_context;
    const HttpRequest m_request;
    QPointer<QNetworkReply> m_reply;
    QString m_clientRequestId;
    Secret m_token;
    QDateTime m_sentAt;
    int m_retries = 0;
    bool m_tokenRenewed = false;
    bool m_isSent = false;
};

} // namespace CommKeys
