// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/secretstore.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace CommKeys {

class Session;

/// Puts the state of the session's keychain (StoreStatus) into words, and follows it. Probes the keychain when the
/// session begins and on request; a probe may make the system ask for the password of the keychain.
class KeychainWatch final : public QObject
{
    Q_OBJECT

public:
    explicit KeychainWatch(QObject* parent);
    ~KeychainWatch() override;

    /// Null: there is none.
    void setSession(const std::shared_ptr<Session>& session);
    /// Nothing while a probe is running or there is no session.
    void probe();

signals:
    /// @p summary for the status line ("Keychain: Secret Service ✓"); @p warning for the message bar, empty when there
    /// is nothing to warn of. Both empty when there is no session.
    void changed(const QString& summary, const QString& warning);
    /// The same @p summary as before, in another language.
    void reworded(const QString& summary);

private:
    struct Words
    {
        QString summary;
        QString warning;
    };
    [[nodiscard]] Words wordsFor(StoreHealth health) const;
    void disconnectSession();
    void publish();

    std::shared_ptr<Session> m_session;
    QPointer<Job> m_probe;
};

} // namespace CommKeys
