// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"
#include "signin/signintools.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QWidget;

namespace CommKeys {

class SettingsStore;
class SignInDialog;

/// What the window does with the identity of its session: listens to it, has the person prove more or sign in as
/// somebody else, and signs out. Where the session has no identity, nothing of it happens.
class IdentityDesk final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives this.
    IdentityDesk(SessionOpener& opener, const SettingsStore& settings, const SignInTools& tools, QObject* parent);
    ~IdentityDesk() override;

    /// Null: there is none. Ends a sign-in that is going on without a word.
    void setSession(const std::shared_ptr<Session>& session);

    /// Has the person sign in as @p hint asks, in a dialog over @p over. @p tenantName: who asks for it; may be empty.
    void signIn(const SignInHint& hint, const QString& tenantName, QWidget& over);
    /// Has somebody else sign in; the session stays until they have.
    void signInAsAnother(QWidget& over);
    /// Who is signed in beside the session's account; none in the demo, whose people exist nowhere else.
    [[nodiscard]] std::optional<Account> nextAccount() const;
    /// Forgets the session's account, also in the keychain. The session may go before that is done.
    void signOut();
    /// Once more, after signOutFailed(): everybody whose sign-out isn't done.
    void signOutAgain();
    /// Once more, after notKept().
    void keepAgain();

signals:
    void accountsChanged();
    /// By signIn() with a hint for @p tenant: requests go on with new tokens.
    void signedIn(const CommKeys::TenantId& tenant);
    /// By signIn(), although somebody else was asked: @p account is among the accounts now.
    void anotherSignedIn(const CommKeys::Account& account);
    /// By signInAsAnother(): their session, to be shown in place of the one before.
    void opened(const std::shared_ptr<CommKeys::Session>& session);
    void signOutFailed(const CommKeys::Error& error);
    void notKept(const CommKeys::Error& error);
    void kept();

private:
    [[nodiscard]] SignInDialog* openDialog(const QString& heading, QWidget& over);
    void dropDialog();
    void forget(const std::shared_ptr<Session>& session);

    SessionOpener& m_opener;
    const SettingsStore& m_settings;
    const SignInTools m_tools;
    std::shared_ptr<Session> m_session;
    /// Whose accounts are not forgotten yet, the oldest first: signing out again needs their identities.
    QList<std::shared_ptr<Session>> m_leaving;
    QPointer<SignInDialog> m_dialog;
};

} // namespace CommKeys
