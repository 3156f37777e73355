// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/signinlistener.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <QtNetworkAuth/QOAuthHttpServerReplyHandler>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// The handler leaves some escapes as they came and others not, but never decodes "+" (form encoding's blank).
QString decoded(const QVariant& value)
{
    return QUrl::fromPercentEncoding(value.toString().replace(u'+', u' ').toUtf8());
}

/// Somebody who squats on so many of them in a row is not to be escaped.
constexpr int mostPorts = 8;

/// This computer answers itself at once, be it with a refusal.
constexpr auto loopbackTime = 500ms;

/// How long the page may take on its way to the browser after the answer was taken.
constexpr auto pageTime = 2s;

} // namespace

SignInListener::SignInListener(Secret state, QObject* parent) : QObject(parent), m_state(std::move(state))
{
    listen();
    m_server->setCallbackText(tr("CommKeys does not expect an answer here.").toHtmlEscaped());
    connect(m_server, &QAbstractOAuthReplyHandler::callbackReceived, this, &SignInListener::take);
}

void SignInListener::listen()
{
    for (int tries = 0; tries < mostPorts && (!m_server || isSquatted(m_port)); ++tries) {
        delete m_server;
        // Not (QHostAddress::LocalHost, 0): that enumerator is taken for a port number, on all interfaces.
        m_server = new QOAuthHttpServerReplyHandler(QHostAddress(QHostAddress::LocalHost), 0, this);
        m_port = m_server->port();
    }
}

bool SignInListener::isSquatted(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), port);
    return socket.waitForConnected(static_cast<int>(std::chrono::milliseconds(loopbackTime).count()));
}

SignInListener::~SignInListener()
{
    // The page that was just written is still in the socket, which the server owns.
    m_server->disconnect(this);
    m_server->close();
    if (m_hasAnswered) {
        m_server->setParent(QCoreApplication::instance());
        QTimer::singleShot(pageTime, m_server, &QObject::deleteLater);
    }
}

bool SignInListener::isListening() const
{
    return m_server->isListening() || m_hasAnswered;
}

QString SignInListener::redirectUri() const
{
    return u"http://localhost:%1"_s.arg(m_port);
}

void SignInListener::take(const QVariantMap& parameters)
{
    if (m_hasAnswered || !parameters.contains(u"state"_s)) {
        return;
    }
    if (Secret::copyOf(decoded(parameters.value(u"state"_s))) != m_state) {
        qCWarning(logAuth) << "an answer that belongs to no sign-in was ignored";
        return;
    }
    m_hasAnswered = true;
    QVariantMap answer;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        answer.insert(it.key(), decoded(it.value()));
    }
    const QString page = answer.contains(u"code"_s) ? tr("CommKeys has your answer. You may close this page.")
                                                    : tr("You are not signed in. You may close this page.");
    m_server->setCallbackText(page.toHtmlEscaped());
    // Closing at once would take the page with it; the server writes it when this returns.
    QMetaObject::invokeMethod(
        m_server, [server = m_server] { server->close(); }, Qt::QueuedConnection);
    emit answered(answer);
}

} // namespace CommKeys
