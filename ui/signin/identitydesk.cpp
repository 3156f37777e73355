// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/identitydesk.h"

#include "settings/settingsstore.h"
#include "signin/signindialog.h"

#include <algorithm>

namespace CommKeys {

IdentityDesk::IdentityDesk(SessionOpener& opener, const SettingsStore& settings, const SignInTools& tools,
                           QObject* parent)
    : QObject(parent)
    , m_opener(opener)
    , m_settings(settings)
    , m_tools(tools)
{
}

IdentityDesk::~IdentityDesk()
{
    dropDialog();
}

void IdentityDesk::setSession(const std::shared_ptr<Session>& session)
{
    dropDialog();
    if (m_session && m_session->identity() != nullptr) {
        disconnect(m_session->identity(), nullptr, this, nullptr);
    }
    m_session = session;
    if (m_session && m_session->identity() != nullptr) {
        connect(m_session->identity(), &Identity::accountsChanged, this, &IdentityDesk::accountsChanged);
        connect(m_session->identity(), &Identity::notKept, this, &IdentityDesk::notKept);
        connect(m_session->identity(), &Identity::kept, this, &IdentityDesk::kept);
    }
}

void IdentityDesk::signIn(const SignInHint& hint, const QString& tenantName, QWidget& over)
{
    if (m_dialog || !m_session || m_session->identity() == nullptr) {
        return;
    }
    const QString heading = tenantName.isEmpty()
                                ? tr("Azure asks you to sign in again.")
                                //: %1: the name of a tenant, which is a directory of Microsoft Entra ID
                                : tr("%1 asks you to sign in.").arg(tenantName);
    SignInDialog* dialog = openDialog(heading, over);
    connect(dialog, &SignInDialog::startRequested, this, [this, dialog, hint](SignInWay way) {
        Identity& identity = *m_session->identity();
        SignInRequest request;
        request.way = way;
        request.tenant = hint.tenant.toString();
        request.loginHint = identity.account().username;
        request.claims = hint.claims;
        SignInJob* job = identity.signIn(request, dialog);
        dialog->follow(job);
        job->onFinished(this, [this, tenant = hint.tenant](const Result<Account>& account) {
            if (account && account->isSamePersonAs(m_session->identity()->account())) {
                emit signedIn(tenant);
            } else if (account) {
                emit anotherSignedIn(*account);
            }
        });
    });
    dialog->open();
}

void IdentityDesk::signInAsAnother(QWidget& over)
{
    if (m_dialog) {
        return;
    }
    SignInDialog* dialog = openDialog(tr("Sign in with another account."), over);
    connect(dialog, &SignInDialog::startRequested, this, [this, dialog](SignInWay way) {
        SignInSessionJob* job = m_opener.signIn(m_settings.settings(), SignInRequest{way}, dialog);
        dialog->follow(job);
        job->onFinished(this, [this](const Result<std::shared_ptr<Session>>& session) {
            if (session) {
                m_dialog = nullptr; // it has closed, and deletes itself: this is a slot of its job
                emit opened(*session);
            }
        });
    });
    dialog->open();
}

std::optional<Account> IdentityDesk::nextAccount() const
{
    if (!m_session || m_session->isDemo() || m_session->identity() == nullptr) {
        return std::nullopt;
    }
    const QList<Account> accounts = m_session->identity()->accounts();
    const auto next = std::find_if(accounts.begin(), accounts.end(), [this](const Account& account) {
        return !account.isSamePersonAs(m_session->identity()->account());
    });
    return next == accounts.end() ? std::nullopt : std::optional(*next);
}

void IdentityDesk::signOut()
{
    if (m_session && m_session->identity() != nullptr) {
        if (!m_leaving.contains(m_session)) {
            m_leaving.append(m_session);
        }
        forget(m_session);
    }
}

void IdentityDesk::signOutAgain()
{
    const QList<std::shared_ptr<Session>> leaving = m_leaving;
    for (const std::shared_ptr<Session>& session : leaving) {
        forget(session);
    }
}

void IdentityDesk::forget(const std::shared_ptr<Session>& session)
{
    session->identity()
        ->signOut(this)
        ->onFinished(this,
                     [this, session](const Result<Done>& done) {
                         if (done) {
                             m_leaving.removeOne(session);
                         } else {
                             emit signOutFailed(done.error());
                         }
                     })
        ->start();
}

void IdentityDesk::keepAgain()
{
    if (m_session && m_session->identity() != nullptr) {
        m_session->identity()->keepAgain();
    }
}

SignInDialog* IdentityDesk::openDialog(const QString& heading, QWidget& over)
{
    m_dialog = new SignInDialog(heading, m_tools, &over);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    return m_dialog;
}

// Before the session whose identity its job uses.
void IdentityDesk::dropDialog()
{
    delete m_dialog;
}

} // namespace CommKeys
