// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/identity.h"
#include "core/finishedjob.h"
#include "session/signinsessionjob.h"

#include <QPointer>

#include <optional>

namespace CommKeys {

/// A sign-in that does what a test says: the test emits its signals, and finishes it.
class FakeSignInJob final : public SignInJob
{
public:
    using SignInJob::SignInJob;
    void finish(const Result<Account>& result) { finishWith(result); }

private:
    void run() override {}
};

/// The same, for one that begins a session.
class FakeSignInSessionJob final : public SignInSessionJob
{
public:
    using SignInSessionJob::SignInSessionJob;
    void finish(const Result<std::shared_ptr<Session>>& result) { finishWith(result); }

private:
    void run() override {}
};

[[nodiscard]] inline Account accountOf(const QString& username)
{
    return {username + QStringLiteral(".uid.utid"),
            QStringLiteral("login.own.example"),
            TenantId(QStringLiteral("e8abe575-baa6-4436-af8a-dbf3eeb3a857")),
            QStringLiteral("11112222-3333-4444-5555-666677778888"),
            username,
            {}};
}

/// What a test sees of an identity, also when the identity is gone with its session.
struct IdentityRecord
{
    QList<Account> accounts{accountOf(QStringLiteral("avery.hart@contoso.example"))}; ///< the first is the session's
    SignInRequest lastRequest;
    QPointer<FakeSignInJob> signIn; ///< the last one that was asked for
    std::optional<Error> signOutFails;
    int signedOut = 0;
    int keptAgain = 0;
};

/// An identity that keeps nothing and asks nobody.
class FakeIdentity final : public Identity
{
public:
    explicit FakeIdentity(IdentityRecord& record) : m_record(record), m_account(record.accounts.constFirst()) {}

    [[nodiscard]] Account account() const override { return m_account; }
    [[nodiscard]] QList<Account> accounts() const override { return m_record.accounts; }
    [[nodiscard]] SignInJob* signIn(const SignInRequest& request, QObject* parent) override
    {
        m_record.lastRequest = request;
        m_record.signIn = new FakeSignInJob(parent);
        return m_record.signIn;
    }
    [[nodiscard]] JobOf<Done>* signOut(QObject* parent) override
    {
        ++m_record.signedOut;
        if (m_record.signOutFails) {
            return new FinishedJob<Done>(*m_record.signOutFails, parent);
        }
        return new FinishedJob<Done>(Done{}, parent);
    }
    void keepAgain() override { ++m_record.keptAgain; }

private:
    IdentityRecord& m_record;
    const Account m_account;
};

} // namespace CommKeys
