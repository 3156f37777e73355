// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/sessionstarter.h"

namespace CommKeys {

SessionStarter::SessionStarter(SessionOpener& opener, QObject* parent) : QObject(parent), m_opener(opener) {}

void SessionStarter::startDemo()
{
    start(m_opener.openDemo(this));
}

void SessionStarter::startAzureCli(const Settings& settings)
{
    start(m_opener.openAzureCli(settings, this));
}

void SessionStarter::startSignIn(const Settings& settings, const SignInRequest& request)
{
    SignInSessionJob* job = m_opener.signIn(settings, request, this);
    connect(job, &SignInSessionJob::browserOpened, this, &SessionStarter::browserOpened);
    connect(job, &SignInSessionJob::codeReceived, this, &SessionStarter::codeReceived);
    start(job);
}

void SessionStarter::startAccount(const Settings& settings, const Account& account)
{
    start(m_opener.openAccount(settings, account, this));
}

void SessionStarter::resume(const Settings& settings)
{
    start(m_opener.resume(settings, this));
}

void SessionStarter::cancel()
{
    delete m_job;
}

void SessionStarter::start(JobOf<std::shared_ptr<Session>>* job)
{
    cancel();
    m_job = job;
    connect(job, &Job::waitingToRetry, this, &SessionStarter::waitingToRetry);
    job->onFinished(this, [this](const Result<std::shared_ptr<Session>>& session) {
        m_job = nullptr; // it deletes itself
        if (session) {
            emit opened(*session);
        } else {
            emit failed(session.error());
        }
    });
    job->start();
}

} // namespace CommKeys
