// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/msalcachestore.h"
#include "auth/signoutnotes.h"
#include "core/job.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace CommKeys {

/// Who is signed in: in memory, and behind that in the keychain. Everybody who needs a refresh token asks here.
///
/// A keychain that does not open costs nobody their sign-in: it holds until the program is closed, notKept() says so,
/// and keepAgain(), the next sign-in and the next sign-out try once more. Signing out takes the account out of memory
/// at once; a note in a file (home account id, no secret), which stands until the keychain has done it, makes sure that
/// the account is not taken up again by a later start and is removed as soon as the keychain opens.
///
/// One change of the keychain at a time; what comes within a quarter of a second, or while one is on its way, goes
/// there together.
class AccountStore final : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives this. @p signOutFile is where sign-outs that could not be carried out are noted; empty:
    /// nowhere.
    AccountStore(std::unique_ptr<MsalCacheStore> store, const QString& signOutFile, Clock& clock,
                 QObject* parent = nullptr);
    ~AccountStore() override;

    /// Reads the keychain; accounts() is true of it from then on, with what could not be kept yet on top. Accounts that
    /// a note says have signed out are left out, and begin to be removed. Fails as MsalCacheStore::read() does; what is
    /// in memory stays then.
    [[nodiscard]] JobOf<Done>* load(QObject* parent);

    /// Whoever was used last first.
    [[nodiscard]] QList<Account> accounts(const LoginService& login, const QString& clientId) const;
    /// Every tenant that has issued a token to @p account, in no particular order.
    [[nodiscard]] QList<TenantId> tenants(const Account& account, const LoginService& login) const;
    /// Empty when the account is not (any longer) signed in.
    [[nodiscard]] Secret refreshToken(const Account& account, const LoginService& login, const QString& clientId) const;

    /// Somebody has signed in, or a refresh token has been renewed (@p known is whose then): in memory at once, in the
    /// keychain soon. Returns the account. What is renewed for somebody who has signed out meanwhile, here or in
    /// another process, is dropped: it would bring them back.
    Account add(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                const Account& known = {});

    /// Forgets the account here, at once, and in the keychain, whatever becomes of the job. Fails as SecretStore::write
    /// does when the keychain refuses; the account is signed out all the same.
    [[nodiscard]] JobOf<Done>* signOut(const Account& account, const LoginService& login, QObject* parent);

    /// Tries to keep what could not be kept.
    void keepAgain();

    /// True while something is in memory only; quitting then costs a sign-in. A sign-out that waits for the keychain
    /// does not count: it is noted.
    [[nodiscard]] bool hasUnkept() const;

signals:
    /// accounts() may be others: a sign-in, a sign-out, load(). Not for a renewed refresh token.
    void changed();
    void kept();
    void notKept(const CommKeys::Error& error);

private:
    class LoadJob;
    class SignOutJob;

    /// A change of the cache that is not in the keychain yet.
    struct Unkept
    {
        MsalCacheStore::Change change;
        Account account;
        LoginService login;
        bool isSignOut = false;
        QString renewalOf = {}; ///< the application, where a later renewal for it says all that this one does
        int number = 0;         ///< counts all of them
    };

    Account addSignIn(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                      const MsalCacheStore::Change& change);
    Account addRenewal(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                       const Account& known, const MsalCacheStore::Change& change);
    void takeOver(MsalCache cache);
    int keepLater(Unkept unkept);
    int removeLater(const Account& account, const LoginService& login);
    [[nodiscard]] bool isSigningOut(const Account& account) const;
    void keepSoon();
    void keepNow();
    void endKeeping(const Result<MsalCache>& result, int upTo);
    void settleKept(int upTo);

    std::unique_ptr<MsalCacheStore> m_store;
    SignOutNotes m_notes;
    Clock& m_clock;
    MsalCache m_cache;
    QList<Unkept> m_unkept; ///< in order; those on their way included
    QList<QPointer<SignOutJob>> m_signOuts;
    int m_lastNumber = 0;
    int m_keepingUpTo = 0; ///< the last one on its way to the keychain; 0: none is
    int m_timesKept = 0;
    bool m_isScheduled = false;
    bool m_isRefused = false; ///< the last time, the keychain did not take it
};

} // namespace CommKeys
