// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/devicecodejob.h"

#include "auth/entraerror.h"
#include "auth/entrarequests.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// RFC 8628 §3.5: what "slow_down" means.
constexpr auto slowDown = 5s;

} // namespace

DeviceCodeJob::DeviceCodeJob(EntraClient client, Authority authority, QString scope, SignInHint hint, QObject* parent)
    : JobOf<TokenAnswer>(parent)
    , m_client(std::move(client))
    , m_authority(std::move(authority))
    , m_scope(std::move(scope))
    , m_hint(std::move(hint))
{
}

void DeviceCodeJob::run()
{
    if (m_authority.deviceCode.isEmpty()) {
        finishWith(Error::of(ErrorKind::InvalidInput, tr("This cloud has no sign-in with a code."),
                             tr("Sign in through the browser.")));
        return;
    }
    auto* job =
        new HttpJob(m_client.http, EntraRequests::deviceCode(m_authority.deviceCode, m_client.clientId, m_scope), this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<HttpAnswer>& answer) { takeCode(answer); })->start();
}

void DeviceCodeJob::takeCode(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        finishWith(answer.error());
        return;
    }
    if (answer->status != 200) {
        finishWith(entraError(*answer, m_hint));
        return;
    }
    QByteArray body = answer->body;
    Result<DeviceCodeAnswer> code = parseDeviceCodeAnswer(body, m_client.http.clock.utcNow());
    if (!code) {
        finishWith(code.error());
        return;
    }
    m_code = *std::move(code);
    emit codeReceived(m_code.code);
    askLater();
}

void DeviceCodeJob::askLater()
{
    m_client.http.clock.callAfter(m_code.interval, this, [this] {
        if (isOpen()) {
            ask();
        }
    });
}

void DeviceCodeJob::ask()
{
    if (m_client.http.clock.utcNow() >= m_code.code.expiresUtc) {
        finishWith(Error::of(ErrorKind::Timeout, tr("The code has run out."), tr("Get a new code.")));
        return;
    }
    HttpRequest request =
        EntraRequests::redeemDeviceCode(m_authority.token, m_client.clientId, m_code.deviceCode, m_hint.claims);
    request.retry = RetryRule::OnlyWhenNotDone; // this job asks again by itself
    (new HttpJob(m_client.http, request, this))
        ->onFinished(this, [this](const Result<HttpAnswer>& answer) { takeTokens(answer); })
        ->start();
}

void DeviceCodeJob::takeTokens(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        goOnAfter(answer.error());
        return;
    }
    if (answer->status == 200) {
        QByteArray body = answer->body;
        finishWith(parseTokenAnswer(body, m_client.http.clock.utcNow()));
        return;
    }
    const EntraRefusal refusal = parseEntraRefusal(*answer);
    if (refusal.error == "slow_down"_L1) {
        m_code.interval += slowDown;
    } else if (refusal.error != "authorization_pending"_L1) {
        finishWith(entraError(*answer, m_hint));
        return;
    }
    askLater();
}

void DeviceCodeJob::goOnAfter(const Error& error)
{
    const bool mayPass = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
                         error.kind == ErrorKind::Throttled || error.httpStatus >= 500;
    if (!mayPass) {
        finishWith(error);
        return;
    }
    emit waitingToRetry(m_code.interval, error);
    askLater();
}

} // namespace CommKeys
