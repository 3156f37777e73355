// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/httpjob.h"

#include "core/logging.h"
#include "core/serviceurl.h"
#include "core/version.h"
#include "http/bearerchallenge.h"
#include "http/httperror.h"
#include "http/oneshotbody.h"
#include "http/proxyfinder.h"
#include "http/retrypolicy.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// An answer larger than this is none of ARM's (it drops its own beyond 8 MB); stop before the memory is gone.
constexpr qint64 largestAnswer = 64LL * 1024 * 1024;
/// The property of a reply that was stopped for that. What Qt reports is the same as for a time-out.
constexpr auto isTooLarge = "commkeys_isTooLarge";

QNetworkRequest plainRequest(const HttpRequest& request)
{
    QNetworkRequest result(request.url);
    result.setTransferTimeout(static_cast<int>(request.timeout.count()));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setHeader(QNetworkRequest::UserAgentHeader, u"CommKeys/"_s + versionText);
    result.setRawHeader("Accept", "application/json");
    if (!request.form.isEmpty()) {
        result.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    } else if (!request.body.isEmpty()) {
        result.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    return result;
}

/// Qt has error codes that are but its names for HTTP statuses: then the whole answer is there.
bool isCompleteWith(QNetworkReply::NetworkError code)
{
    const bool isContentError = code >= QNetworkReply::ContentAccessDenied &&
                                code <= QNetworkReply::UnknownContentError && code != QNetworkReply::ContentReSendError;
    const bool isBadRequest = code == QNetworkReply::ProtocolInvalidOperationError; // its name for 400
    const bool isServerError = code >= QNetworkReply::InternalServerError && code <= QNetworkReply::UnknownServerError;
    return code == QNetworkReply::NoError || isContentError || isBadRequest || isServerError;
}

/// What the token has to prove, by the challenge of a 401; empty where it does not say.
QString claimsOf(const HttpAnswer& answer)
{
    const std::optional<BearerChallenge> challenge = parseBearerChallenge(answer.header("www-authenticate"));
    return challenge ? challenge->claims : QString();
}

bool isRefusal(int status)
{
    return status == 400 || status == 401 || status == 403;
}

QString operationOf(const HttpRequest& request)
{
    return QString::fromLatin1(request.verb) + u' ' + request.url.path();
}

} // namespace

HttpJob::HttpJob(HttpContext context, HttpRequest request, QObject* parent)
    : JobOf<HttpAnswer>(parent)
    , m_context(context)
    , m_request(std::move(request))
    , m_clientRequestId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

HttpJob::~HttpJob()
{
    dropReply();
}

void HttpJob::run()
{
    // The last gate: whatever an address was checked for before, nothing leaves in the clear.
    // Encoded, for that is how it leaves: a space in a query is %20 and nothing wrong.
    const QString address = m_request.url.toString(QUrl::FullyEncoded);
    if (const Result<QUrl> url = checkServiceUrl(address, tr("The address")); !url) {
        finishWith(url.error());
        return;
    }
    if (m_request.token) {
        fetchToken(tokenRequest());
    } else {
        findProxy({});
    }
}

void HttpJob::abort()
{
    dropReply();
}

void HttpJob::fetchToken(const TokenRequest& token)
{
    m_context.tokens.accessToken(token, this)
        ->onFinished(this,
                     [this](const Result<Secret>& result) {
                         if (!isOpen()) {
                             return;
                         }
                         if (result) {
                             findProxy(*result);
                         } else {
                             Error error = result.error();
                             error.effect = Effect::None; // of this request: it was not sent
                             finishWith(std::move(error));
                         }
                     })
        ->start();
}

void HttpJob::findProxy(const Secret& token)
{
    ProxyFinder* finder = proxyFinderOf(m_context.network);
    if (!finder) {
        send(token);
        return;
    }
    finder->findProxy(m_request.url, this)
        ->onFinished(this,
                     [this, token](const Result<Done>& found) {
                         if (!isOpen()) {
                             return;
                         }
                         if (found) {
                             send(token);
                         } else {
                             finishWith(found.error()); // it has taken long enough: the person decides on a next try
                         }
                     })
        ->start();
}

void HttpJob::send(const Secret& token)
{
    QNetworkRequest request = plainRequest(m_request);
    request.setRawHeader("x-ms-client-request-id", m_clientRequestId.toLatin1());
    request.setRawHeader("x-ms-return-client-request-id", "true");
    if (!token.isEmpty()) {
        request.setRawHeader("Authorization", QByteArrayLiteral("Bearer ") + token.reveal().toByteArray());
    }
    m_token = token;
    m_isSent = false;
    m_reply = post(std::move(request));
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_isSent = true; });
    m_sentAt = m_context.clock.utcNow();
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::receive);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > largestAnswer) {
            m_reply->setProperty(isTooLarge, true);
            m_reply->abort();
        }
    });
}

QNetworkReply* HttpJob::post(QNetworkRequest request)
{
    const QByteArray body = m_request.form.isEmpty() ? m_request.body : m_request.form.reveal().toByteArray();
    if (m_request.retry != RetryRule::Never) {
        return m_context.network.sendCustomRequest(request, m_request.verb, body);
    }
    // See OneShotBody. HTTP/2 has a way of its own to send a request again (GOAWAY), so it is left out here.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto* once = new OneShotBody(body, this);
    QNetworkReply* reply = m_context.network.sendCustomRequest(request, m_request.verb, once);
    once->setParent(reply);
    return reply;
}

void HttpJob::receive()
{
    if (!isOpen() || !m_reply) {
        return;
    }
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = m_reply->rawHeaderPairs();
    answer.body = m_reply->readAll();
    const QNetworkReply::NetworkError code = m_reply->error();
    const QString errorText = m_reply->errorString();
    const bool wasTooLarge = m_reply->property(isTooLarge).toBool();
    dropReply();

    qCDebug(logHttp).noquote() << operationOf(m_request) << answer.status << m_sentAt.msecsTo(m_context.clock.utcNow())
                               << "ms" << answer.header("x-ms-request-id");

    if (wasTooLarge) {
        Error error = Error::badAnswer(tr("The answer of %1 is larger than %2 MB. It was not read to its end.")
                                           .arg(m_request.url.host())
                                           .arg(largestAnswer / 1024 / 1024));
        error.httpStatus = answer.status;
        error.effect = m_request.verb == "GET" ? Effect::None : Effect::Unknown;
        retryOrFail(std::move(error));
        return;
    }
    if (answer.status == 0 || !isCompleteWith(code)) {
        Error error = errorForBrokenExchange(code, errorText);
        error.httpStatus = answer.status;
        if (answer.status != 0) {
            error.effect = Effect::Unknown; // an answer came, so the request had been received
        }
        retryOrFail(std::move(error));
        return;
    }
    if ((answer.status >= 200 && answer.status < 300) || (m_request.takesRefusals && isRefusal(answer.status))) {
        finishWith(std::move(answer));
        return;
    }
    const QString claims = m_request.token ? claimsOf(answer) : QString();
    if (m_request.token && (answer.status == 401 || (answer.status == 403 && !claims.isEmpty()))) {
        refuse(answer, claims);
        return;
    }
    retryOrFail(errorForAnswer(answer, m_context.clock.utcNow()));
}

Error HttpJob::errorForBrokenExchange(QNetworkReply::NetworkError code, const QString& errorText) const
{
    const QString host = m_request.url.host();
    const ProxyFinder* finder = proxyFinderOf(m_context.network);
    const std::optional<UsedProxy> proxy = finder ? finder->proxyFor(m_request.url) : std::nullopt;
    // A certificate is shown by the server behind the proxy.
    return proxy && !m_isSent && code != QNetworkReply::SslHandshakeFailedError
               ? errorForProxy(code, *proxy, host, errorText)
               : errorForTransport(code, host, errorText);
}

TokenRequest HttpJob::tokenRequest() const
{
    TokenRequest token = *m_request.token;
    token.operation = operationOf(m_request);
    return token;
}

/// The service doesn't accept the token: it is another one or none.
void HttpJob::refuse(const HttpAnswer& answer, const QString& claims)
{
    Error error = errorForAnswer(answer, m_context.clock.utcNow());
    error.kind = ErrorKind::NotSignedIn;
    error.signIn = SignInHint{m_request.token->tenant, claims};
    describe(error);
    TokenRequest token = tokenRequest();
    token.refused = std::exchange(m_token, {});
    token.claims = claims;
    const Effect effect = error.effect;
    error = m_context.tokens.noteRefusal(token, error);
    error.effect = effect; // whatever else is known of the token: what this answer says of the request
    if (!renewToken(token)) {
        retryOrFail(std::move(error));
    }
}

bool HttpJob::renewToken(const TokenRequest& refused)
{
    if (m_tokenRenewed || m_request.retry == RetryRule::Never) {
        return false;
    }
    m_tokenRenewed = true;
    fetchToken(refused);
    return true;
}

void HttpJob::describe(Error& error) const
{
    error.operation = operationOf(m_request);
    error.clientRequestId = m_clientRequestId;
}

void HttpJob::retryOrFail(Error error)
{
    describe(error);
    const auto delay = retryDelay(m_request.retry, error, m_retries, QRandomGenerator::global()->generateDouble());
    if (!delay) {
        finishWith(std::move(error));
        return;
    }
    ++m_retries;
    qCDebug(logHttp).noquote() << operationOf(m_request) << "again in" << delay->count() << "ms";
    emit waitingToRetry(*delay, error);
    m_context.clock.callAfter(*delay, this, [this] {
        if (isOpen()) {
            run();
        }
    });
}

void HttpJob::dropReply()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

} // namespace CommKeys
