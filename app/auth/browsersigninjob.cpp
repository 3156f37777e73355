// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersigninjob.h"

#include "auth/claimsparameter.h"
#include "auth/entraerror.h"
#include "auth/randomtext.h"
#include "auth/signinlistener.h"
#include "auth/tokenreplyreader.h"
#include "core/logging.h"
#include "core/redaction.h"
#include "http/httperror.h"
#include "http/proxyfinder.h"

#include <QCryptographicHash>

#include <QtNetworkAuth/QOAuth2AuthorizationCodeFlow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

using Parameters = QMultiMap<QString, QVariant>;

constexpr auto longestWait = 15min; ///< Entra's own code and pages do not live longer
constexpr auto longestRedemption = 60s;

/// Qt puts the values into the address and the form as they are, so what is not plain has to be escaped before.
QString escaped(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

void set(Parameters& parameters, const QString& name, const QString& value)
{
    parameters.remove(name); // in a multi map an insertion would stand beside what is there
    parameters.insert(name, escaped(value));
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
/// RFC 7636 §4.2.
QString challengeFor(const Secret& verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.reveal().toByteArray(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
#endif

} // namespace

BrowserSignInJob::BrowserSignInJob(EntraClient client, Authority authority, Question question, QObject* parent)
    : JobOf<TokenAnswer>(parent)
    , m_client(std::move(client))
    , m_authority(std::move(authority))
    , m_question(std::move(question))
    , m_state(randomText())
    , m_nonce(randomText())
{
    QString verifier = randomText();
    m_verifier = Secret::take(verifier);
}

BrowserSignInJob::~BrowserSignInJob()
{
    letGo();
}

void BrowserSignInJob::run()
{
    m_listener = new SignInListener(Secret::copyOf(m_state), this);
    if (!m_listener->isListening()) {
        finishWith(Error::of(ErrorKind::Network,
                             tr("No port of this computer could be opened for the browser's answer."),
                             tr("Sign in with a code instead.")));
        return;
    }
    connect(m_listener, &SignInListener::answered, this, &BrowserSignInJob::takeAnswer);
    setUpFlow();
    m_client.http.clock.callAfter(longestWait, this, [this] {
        finishWith(Error::of(ErrorKind::Timeout, tr("Nobody came back from the browser."), tr("Sign in again.")));
        letGo();
    });
    m_flow->grant();
}

void BrowserSignInJob::abort()
{
    letGo();
}

void BrowserSignInJob::setUpFlow()
{
    m_reader = new TokenReplyReader(
        m_listener->redirectUri(),
        [this](HttpAnswer answer, QNetworkReply::NetworkError code, const QString& errorText) {
            takeTokens(std::move(answer), code, errorText);
        },
        this);
    m_flow = new QOAuth2AuthorizationCodeFlow(m_client.clientId, m_authority.authorize, m_authority.token,
                                              &m_client.http.network, this);
    m_flow->setReplyHandler(m_reader);
    m_flow->setScope(m_question.scope);
    m_flow->setState(m_state); // Qt's own has few random bits before 6.7.3 and stays the same for an object's life
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_flow->setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::S256, 64);
#endif
    m_flow->setModifyParametersFunction([this](QAbstractOAuth::Stage stage, Parameters* parameters) {
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            fillAuthorization(*parameters);
        } else if (stage == QAbstractOAuth::Stage::RequestingAccessToken) {
            fillRedemption(*parameters);
        }
    });
    connect(m_flow, &QAbstractOAuth::authorizeWithBrowser, this, &BrowserSignInJob::openBrowser);
}

void BrowserSignInJob::openBrowser(const QUrl& address)
{
    const bool hasStarted = m_client.openBrowser(address);
    if (!hasStarted) {
        qCWarning(logAuth) << "no browser could be started";
    }
    emit browserOpened(address, hasStarted);
}

void BrowserSignInJob::fillAuthorization(Parameters& parameters) const
{
    set(parameters, u"redirect_uri"_s, m_listener->redirectUri());
    set(parameters, u"scope"_s, m_question.scope);
    set(parameters, u"response_mode"_s, u"query"_s);
    set(parameters, u"nonce"_s, m_nonce);
    set(parameters, u"client_info"_s, u"1"_s);
    set(parameters, u"claims"_s, claimsParameter(m_question.hint.claims));
    if (m_question.loginHint.isEmpty()) {
        set(parameters, u"prompt"_s, u"select_account"_s);
    } else {
        set(parameters, u"login_hint"_s, m_question.loginHint);
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    set(parameters, u"code_challenge"_s, challengeFor(m_verifier));
    set(parameters, u"code_challenge_method"_s, u"S256"_s);
#endif
}

void BrowserSignInJob::fillRedemption(Parameters& parameters) const
{
    set(parameters, u"code"_s, m_code.revealText());
    set(parameters, u"redirect_uri"_s, m_listener->redirectUri());
    set(parameters, u"scope"_s, m_question.scope);
    set(parameters, u"client_info"_s, u"1"_s);
    set(parameters, u"claims"_s, claimsParameter(m_question.hint.claims));
    parameters.remove(u"client_secret"_s); // a public client has none; an empty one is refused as a wrong one
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    set(parameters, u"code_verifier"_s, m_verifier.revealText());
#endif
}

void BrowserSignInJob::takeAnswer(const QVariantMap& answer)
{
    QString code = answer.value(u"code"_s).toString();
    if (!isOpen()) {
        return;
    }
    if (code.isEmpty()) {
        EntraRefusal refusal;
        refusal.error = answer.value(u"error"_s).toString().left(100);
        refusal.description = redacted(answer.value(u"error_description"_s).toString().left(2000));
        refusal.codes = entraCodesIn(answer.value(u"error_description"_s).toString().left(2000),
                                     answer.value(u"error_uri"_s).toString().left(2000));
        Error error = entraError(refusal, m_question.hint);
        if (const QString words = entraWords(refusal); !words.isEmpty() && !error.message.contains(words)) {
            //: %1: what happened, in our words; %2: what Microsoft Entra ID said, in its own.
            error.message = tr("%1 It says: %2").arg(error.message, words);
        }
        finishWith(std::move(error));
        return;
    }
    m_code = Secret::take(code);
    m_client.http.clock.callAfter(longestRedemption, this, [this] {
        finishWith(Error::of(ErrorKind::Timeout, tr("The sign-in service did not answer in time."),
                             tr("Check the connection and sign in again.")));
        letGo();
    });
    redeem();
}

// Qt sends this request by itself, so nothing else asks for its proxy.
void BrowserSignInJob::redeem()
{
    ProxyFinder* finder = proxyFinderOf(m_client.http.network);
    if (!finder) {
        m_reader->passOn({{u"code"_s, m_code.revealText()}, {u"state"_s, m_state}});
        return;
    }
    finder->findProxy(m_authority.token, this)
        ->onFinished(this,
                     [this](const Result<Done>& found) {
                         if (found && m_reader) {
                             m_reader->passOn({{u"code"_s, m_code.revealText()}, {u"state"_s, m_state}});
                         } else if (isOpen()) {
                             finishWith(found.error());
                             letGo();
                         }
                     })
        ->start();
}

void BrowserSignInJob::takeTokens(HttpAnswer answer, QNetworkReply::NetworkError code, const QString& errorText)
{
    if (answer.status == 0) {
        const ProxyFinder* finder = proxyFinderOf(m_client.http.network);
        const std::optional<UsedProxy> proxy = finder ? finder->proxyFor(m_authority.token) : std::nullopt;
        const bool isOfServer =
            !proxy || code == QNetworkReply::SslHandshakeFailedError || code == QNetworkReply::RemoteHostClosedError;
        finishWith(isOfServer ? errorForTransport(code, m_authority.token.host(), errorText)
                              : errorForProxy(code, *proxy, m_authority.token.host(), errorText));
    } else if (answer.status != 200) {
        finishWith(entraError(answer, m_question.hint));
    } else {
        Result<TokenAnswer> tokens = parseTokenAnswer(answer.body, m_client.http.clock.utcNow());
        if (tokens && Secret::copyOf(tokens->identity.nonce) != Secret::copyOf(m_nonce)) {
            tokens = Error::of(ErrorKind::Refused, tr("The sign-in service answered a question that was not asked."),
                               tr("Sign in again."));
        }
        finishWith(std::move(tokens));
    }
}

void BrowserSignInJob::letGo()
{
    if (m_reader) {
        m_reader->abandon(&m_client.http.network);
        m_reader.clear();
    }
    delete std::exchange(m_flow, nullptr);
    delete std::exchange(m_listener, nullptr);
}

} // namespace CommKeys
