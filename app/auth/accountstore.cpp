// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/accountstore.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// The tokens of many tenants are renewed together; they go into the keychain together.
constexpr std::chrono::milliseconds collecting = 250ms;

/// A note says no more than this.
Account accountOf(const SignOutNotes::Note& note)
{
    Account account;
    account.homeAccountId = note.homeAccountId;
    account.environment = note.environment;
    return account;
}

LoginService loginOf(const SignOutNotes::Note& note)
{
    LoginService login;
    login.environment = note.environment;
    return login;
}

} // namespace

class AccountStore::LoadJob final : public JobOf<Done>
{
public:
    LoadJob(AccountStore& accounts, QObject* parent) : JobOf<Done>(parent), m_accounts(accounts)
    {
        connect(&accounts, &QObject::destroyed, this, &Job::cancel);
    }

private:
    void run() override
    {
        m_timesKept = m_accounts.m_timesKept;
        m_accounts.m_store->read(this)
            ->onFinished(this, [this](const Result<MsalCache>& cache) { take(cache); })
            ->start();
    }

    void take(const Result<MsalCache>& cache)
    {
        if (!cache) {
            finishWith(cache.error());
        } else if (m_timesKept != m_accounts.m_timesKept) {
            run(); // what was read may be older than what was kept meanwhile
        } else {
            m_accounts.takeOver(*cache);
            finishWith(Done{});
        }
    }

    AccountStore& m_accounts;
    int m_timesKept = 0;
};

/// Waits for a sign-out that goes its way without it.
class AccountStore::SignOutJob final : public JobOf<Done>
{
public:
    SignOutJob(AccountStore& accounts, int number, QObject* parent) : JobOf<Done>(parent), m_number(number)
    {
        connect(&accounts, &QObject::destroyed, this, &Job::cancel);
    }

    [[nodiscard]] int number() const { return m_number; }

    void end(const Result<Done>& result)
    {
        if (m_isRunning) {
            finishWith(result);
        } else {
            m_ended.emplace(result);
        }
    }

private:
    void run() override
    {
        m_isRunning = true;
        if (m_ended) {
            finishWith(*m_ended);
        }
    }

    const int m_number;
    bool m_isRunning = false;
    std::optional<Result<Done>> m_ended;
};

AccountStore::AccountStore(std::unique_ptr<MsalCacheStore> store, const QString& signOutFile, Clock& clock,
                           QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_notes(signOutFile)
    , m_clock(clock)
{
}

AccountStore::~AccountStore() = default;

JobOf<Done>* AccountStore::load(QObject* parent)
{
    return new LoadJob(*this, parent);
}

void AccountStore::takeOver(MsalCache cache)
{
    const QList<SignOutNotes::Note> notes = m_notes.all();
    for (const SignOutNotes::Note& note : notes) {
        cache.remove(accountOf(note), loginOf(note));
    }
    for (const Unkept& unkept : std::as_const(m_unkept)) {
        unkept.change(cache);
    }
    m_cache = std::move(cache);
    for (const SignOutNotes::Note& note : notes) {
        if (!isSigningOut(accountOf(note))) {
            removeLater(accountOf(note), loginOf(note));
        }
    }
    emit changed();
    keepSoon();
}

QList<Account> AccountStore::accounts(const LoginService& login, const QString& clientId) const
{
    return m_cache.accounts(login, clientId);
}

QList<TenantId> AccountStore::tenants(const Account& account, const LoginService& login) const
{
    return m_cache.tenants(account, login);
}

Secret AccountStore::refreshToken(const Account& account, const LoginService& login, const QString& clientId) const
{
    return m_cache.refreshToken(account, login, clientId);
}

Account AccountStore::add(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                          const Account& known)
{
    TokenAnswer news = answer;
    news.access = {}; // never kept, so not to be held here either
    const MsalCacheStore::Change change = [news, login, clientId, known, now = m_clock.utcNow()](MsalCache& cache) {
        const bool isRenewal = !known.homeAccountId.isEmpty();
        if (!isRenewal || !cache.refreshToken(known, login, clientId).isEmpty()) {
            cache.add(news, login, clientId, now, known);
        }
    };
    return known.homeAccountId.isEmpty() ? addSignIn(news, login, clientId, change)
                                         : addRenewal(news, login, clientId, known, change);
}

Account AccountStore::addSignIn(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                                const MsalCacheStore::Change& change)
{
    const Account account = m_cache.add(answer, login, clientId, m_clock.utcNow());
    if (account.homeAccountId.isEmpty()) {
        return account;
    }
    m_notes.takeBack(account.homeAccountId, login);
    keepLater({change, account, login});
    m_isRefused = false;
    keepSoon();
    emit changed();
    return account;
}

Account AccountStore::addRenewal(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                                 const Account& known, const MsalCacheStore::Change& change)
{
    if (refreshToken(known, login, clientId).isEmpty()) {
        return known;
    }
    const Account account = m_cache.add(answer, login, clientId, m_clock.utcNow(), known);
    Unkept unkept{change, account, login};
    if (!answer.idToken.isEmpty() && !answer.refreshToken.isEmpty()) {
        unkept.renewalOf = clientId;
    }
    keepLater(unkept);
    // A keychain that has refused would ask for its password at every renewal.
    if (!m_isRefused) {
        keepSoon();
    }
    return account;
}

JobOf<Done>* AccountStore::signOut(const Account& account, const LoginService& login, QObject* parent)
{
    m_cache.remove(account, login);
    m_notes.add(account.homeAccountId, login);
    // What has not begun its way to the keychain need not go there any more.
    m_unkept.removeIf([&](const Unkept& unkept) {
        return !unkept.isSignOut && unkept.number > m_keepingUpTo && unkept.account.isSamePersonAs(account);
    });
    auto* job = new SignOutJob(*this, removeLater(account, login), parent);
    m_signOuts.append(job);
    emit changed();
    keepNow();
    return job;
}

void AccountStore::keepAgain()
{
    keepNow();
}

bool AccountStore::hasUnkept() const
{
    return std::any_of(m_unkept.begin(), m_unkept.end(), [](const Unkept& unkept) { return !unkept.isSignOut; });
}

int AccountStore::keepLater(Unkept unkept)
{
    // What a later renewal says again need not wait too: a keychain may stay locked for weeks.
    m_unkept.removeIf([&](const Unkept& earlier) {
        return !unkept.renewalOf.isEmpty() && earlier.renewalOf == unkept.renewalOf && earlier.number > m_keepingUpTo &&
               earlier.account.isSamePersonAs(unkept.account) && earlier.account.tenant == unkept.account.tenant;
    });
    unkept.number = ++m_lastNumber;
    m_unkept.append(std::move(unkept));
    return m_lastNumber;
}

int AccountStore::removeLater(const Account& account, const LoginService& login)
{
    return keepLater({[account, login](MsalCache& cache) { cache.remove(account, login); }, account, login, true});
}

bool AccountStore::isSigningOut(const Account& account) const
{
    return std::any_of(m_unkept.begin(), m_unkept.end(), [&account](const Unkept& unkept) {
        return unkept.isSignOut && unkept.login.answersTo(account.environment) &&
               unkept.account.homeAccountId.compare(account.homeAccountId, Qt::CaseInsensitive) == 0;
    });
}

void AccountStore::keepSoon()
{
    if (m_isScheduled || m_unkept.isEmpty()) {
        return;
    }
    m_isScheduled = true;
    m_clock.callAfter(collecting, this, [this] {
        m_isScheduled = false;
        keepNow();
    });
}

void AccountStore::keepNow()
{
    if (m_keepingUpTo > 0 || m_unkept.isEmpty()) {
        return;
    }
    const int upTo = m_unkept.last().number;
    m_keepingUpTo = upTo;
    m_store
        ->change(
            [batch = m_unkept](MsalCache& cache) {
                for (const Unkept& unkept : batch) {
                    unkept.change(cache);
                }
            },
            this)
        ->onFinished(this, [this, upTo](const Result<MsalCache>& result) { endKeeping(result, upTo); })
        ->start();
}

void AccountStore::endKeeping(const Result<MsalCache>& result, int upTo)
{
    m_keepingUpTo = 0;
    m_isRefused = !result;
    if (result) {
        settleKept(upTo);
    }
    const Result<Done> done = result ? Result<Done>(Done{}) : Result<Done>(result.error());
    m_signOuts.removeIf([&](const QPointer<SignOutJob>& job) {
        const bool isOver = !job || job->number() <= upTo;
        if (isOver && job) {
            job->end(done);
        }
        return isOver;
    });
    if (!m_unkept.isEmpty() && m_unkept.last().number > upTo) {
        keepNow();
    }
    if (result) {
        emit kept();
    } else {
        emit notKept(result.error());
    }
}

void AccountStore::settleKept(int upTo)
{
    ++m_timesKept;
    const QList<Unkept> before = m_unkept;
    m_unkept.removeIf([upTo](const Unkept& unkept) { return unkept.number <= upTo; });
    for (const Unkept& done : before) {
        if (done.number <= upTo && done.isSignOut && !isSigningOut(done.account)) {
            m_notes.takeBack(done.account.homeAccountId, done.login);
        }
    }
}

} // namespace CommKeys
