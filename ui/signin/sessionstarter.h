// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"

#include <QObject>
#include <QPointer>

namespace CommKeys {

/// Opens one session at a time, in the way that the person chose.
class SessionStarter final : public QObject
{
    Q_OBJECT

public:
    /// @p opener outlives this.
    SessionStarter(SessionOpener& opener, QObject* parent);

    /// Each takes the place of an opening that is still going on.
    void startDemo();
    void startAzureCli(const Settings& settings);
    void startSignIn(const Settings& settings, const SignInRequest& request);
    void startAccount(const Settings& settings, const Account& account);
    void resume(const Settings& settings);
    /// Nothing more is heard of an opening that is going on.
    void cancel();

signals:
    /// Null after resume() where nobody is signed in.
    void opened(const std::shared_ptr<CommKeys::Session>& session);
    void failed(const CommKeys::Error& error);
    /// Somebody did not answer, or asked to wait; it goes on after @p wait.
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    /// Of startSignIn(), as SignInJob has them.
    void browserOpened(const QUrl& address, bool hasStarted);
    void codeReceived(const CommKeys::DeviceCode& code);

private:
    void start(JobOf<std::shared_ptr<Session>>* job);

    SessionOpener& m_opener;
    QPointer<Job> m_job;
};

} // namespace CommKeys
