// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QObject>
#include <QVariantMap>

class QOAuthHttpServerReplyHandler;

namespace CommKeys {

/// Waits on 127.0.0.1, at a port that the system chooses, for the browser to come back from the sign-in with one
/// answer.
///
/// What does not carry the expected state (a browser's question for an icon, another program that tries) gets a page
/// and is otherwise ignored: it neither ends the sign-in nor reaches it. After the first answer that does, the port is
/// closed. A port at which another program listens on ::1 is not taken: "localhost" may lead a browser there first.
/// Source: RFC 8252 §7.3 and §8.3.
class SignInListener final : public QObject
{
    Q_OBJECT

public:
    /// @p state is what the answer has to carry; it is compared in constant time.
    SignInListener(Secret state, QObject* parent);
    ~SignInListener() override;

    /// False when no port could be had.
    [[nodiscard]] bool isListening() const;
    /// The redirect address, without a slash at its end: the form in which Entra's registrations are written.
    [[nodiscard]] QString redirectUri() const;

    /// True when something on this computer answers at that port of ::1.
    [[nodiscard]] static bool isSquatted(quint16 port);

signals:
    /// The answer's parameters, decoded once. Emitted once.
    void answered(const QVariantMap& parameters);

private:
    void listen();
    void take(const QVariantMap& parameters);

    const Secret m_state;
    QOAuthHttpServerReplyHandler* m_server = nullptr;
    quint16 m_port = 0;
    bool m_hasAnswered = false;
};

} // namespace CommKeys
