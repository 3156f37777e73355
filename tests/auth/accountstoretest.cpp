// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/accountstore.h"
#include "support/finishedresult.h"
#include "support/madeupsignin.h"
#include "support/manualclock.h"
#include "support/sharedstore.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString owner = u"io.example.App"_s;

Error locked()
{
    return Error::of(ErrorKind::KeychainLocked, u"locked"_s);
}

} // namespace

class AccountStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_entries.clear();
        m_secrets = std::make_unique<SharedStore>(m_entries);
        m_clock = std::make_unique<ManualClock>();
        m_accounts = newStart();
    }

    void whoSignsInIsThereAtOnceAndInTheKeychainSoon()
    {
        QSignalSpy changed(m_accounts.get(), &AccountStore::changed);
        const Account account = signIn(1);
        QCOMPARE(people(), QList<int>{1});
        QCOMPARE(token(account), u"refresh-1"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_accounts->hasUnkept());
        QVERIFY(keep());
        QVERIFY(!m_accounts->hasUnkept());
        QCOMPARE(peopleInKeychain(), QList<int>{1});
    }

    void aLaterStartFindsWhoIsSignedIn()
    {
        signIn(1);
        QVERIFY(keep());
        m_accounts = newStart();
        QVERIFY(people().isEmpty());
        QSignalSpy changed(m_accounts.get(), &AccountStore::changed);
        QVERIFY(load());
        QCOMPARE(people(), QList<int>{1});
        QCOMPARE(changed.size(), 1);
    }

    void anAnswerThatNamesNobodyChangesNothing()
    {
        QSignalSpy changed(m_accounts.get(), &AccountStore::changed);
        QVERIFY(add({.hasIdToken = false}).homeAccountId.isEmpty());
        QVERIFY(changed.isEmpty());
        QVERIFY(!m_accounts->hasUnkept());
    }

    void aBurstGoesToTheKeychainAtOnce()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        QSignalSpy kept(m_accounts.get(), &AccountStore::kept);
        QSignalSpy changed(m_accounts.get(), &AccountStore::changed);
        for (int i = 0; i < 30; ++i) {
            renew(account, u"renewed-%1"_s.arg(i));
            QCOMPARE(token(account), u"renewed-%1"_s.arg(i));
        }
        QVERIFY(keep());
        QCOMPARE(kept.size(), 1);
        QVERIFY(changed.isEmpty());
        QCOMPARE(tokenInKeychain(account), u"renewed-29"_s);
    }

    void whatComesWhileOneIsOnItsWayGoesNext()
    {
        const Account account = signIn(1);
        m_clock->advance(250ms);
        m_secrets->beforeRead = [&](const QString&) {
            m_secrets->beforeRead = nullptr;
            renew(account, u"renewed"_s);
            signIn(2);
            m_clock->advance(250ms); // its time comes, and one is still on its way
        };
        QTRY_VERIFY(!m_accounts->hasUnkept());
        QCOMPARE(peopleInKeychain(), (QList<int>{1, 2}));
        QCOMPARE(tokenInKeychain(account), u"renewed"_s);
    }

    void neverTwoAtOnce()
    {
        // A change begins with the head: the first one has the first person, the second one all others.
        int changes = 0;
        m_secrets->beforeRead = [&](const QString& key) { changes += key.endsWith(u"/msal"_s) ? 1 : 0; };
        for (int person = 1; person <= 5; ++person) {
            signIn(person);
            m_accounts->keepAgain();
        }
        QTRY_VERIFY(!m_accounts->hasUnkept());
        QCOMPARE(changes, 2);
        QCOMPARE(peopleInKeychain().size(), 5);
    }

    void aKeychainThatDoesNotOpenCostsNobodyTheirSignIn()
    {
        m_secrets->fails = locked();
        QSignalSpy notKept(m_accounts.get(), &AccountStore::notKept);
        const Account account = signIn(1);
        QVERIFY(!keep());
        QCOMPARE(notKept.size(), 1);
        QCOMPARE(notKept.first().first().value<Error>().kind, ErrorKind::KeychainLocked);
        QVERIFY(m_accounts->hasUnkept());
        QCOMPARE(token(account), u"refresh-1"_s);

        m_secrets->fails.reset();
        m_accounts->keepAgain();
        QTRY_VERIFY(!m_accounts->hasUnkept());
        QCOMPARE(peopleInKeychain(), QList<int>{1});
    }

    void renewalsDoNotAskALockedKeychainAgainButASignInDoes()
    {
        const Account account = signIn(1);
        m_secrets->fails = locked();
        QVERIFY(!keep());
        QSignalSpy notKept(m_accounts.get(), &AccountStore::notKept);
        for (int i = 0; i < 5; ++i) {
            renew(account, u"renewed-%1"_s.arg(i));
            m_clock->advance(1h);
            QCoreApplication::processEvents();
        }
        QVERIFY(notKept.isEmpty());
        QCOMPARE(m_clock->waiting(), 0);
        m_secrets->fails.reset();
        signIn(2);
        QVERIFY(keep());
        QCOMPARE(tokenInKeychain(account), u"renewed-4"_s);
    }

    void aRenewalForSomebodyWhoHasSignedOutIsDropped()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        QVERIFY(signOut(account));
        renew(account, u"renewed"_s);
        QVERIFY(people().isEmpty());
        QVERIFY(!m_accounts->hasUnkept());
    }

    void aSignOutInAnotherProcessIsNotUndoneByARenewal()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        m_entries.clear();
        renew(account, u"renewed"_s);
        QVERIFY(keep());
        QVERIFY(m_entries.isEmpty());
        QCOMPARE(token(account), u"renewed"_s);
    }

    void loadingKeepsWhatIsOnlyInMemory()
    {
        signIn(1);
        QVERIFY(keep());
        m_accounts = newStart();
        const Account second = signIn(2);
        QVERIFY(load());
        QCOMPARE(people(), (QList<int>{1, 2}));
        QVERIFY(keep());
        QCOMPARE(peopleInKeychain(), (QList<int>{1, 2}));
        QCOMPARE(token(second), u"refresh-2"_s);
    }

    void loadingWhileKeepingReadsAgain()
    {
        signIn(1);
        auto* job = m_accounts->load(this);
        bool isLoaded = false;
        job->onFinished(this, [&isLoaded](const Result<Done>& done) { isLoaded = done.isOk(); })->start();
        m_accounts->keepAgain();
        QTRY_VERIFY(isLoaded);
        QTRY_VERIFY(!m_accounts->hasUnkept());
        QCOMPARE(people(), QList<int>{1});
    }

    void loadingFromALockedKeychainFailsAndKeepsMemory()
    {
        signIn(1);
        m_secrets->fails = locked();
        const Result<Done> loaded = load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(people(), QList<int>{1});
    }

    void signingOutLeavesNothing()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        QSignalSpy changed(m_accounts.get(), &AccountStore::changed);
        JobOf<Done>* const job = m_accounts->signOut(account, publicLogin(), this);
        QVERIFY(people().isEmpty()); // at once
        QVERIFY(token(account).isEmpty());
        QCOMPARE(changed.size(), 1);
        QVERIFY(finishedResult(job));
        QVERIFY(m_entries.isEmpty());
        QVERIFY(!QFileInfo::exists(notesFile()));
        QVERIFY(!m_accounts->hasUnkept());
    }

    void signingOutHappensAlsoWhenNobodyWaits()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        delete m_accounts->signOut(account, publicLogin(), this);
        QTRY_VERIFY(m_entries.isEmpty());
        QTRY_VERIFY(!QFileInfo::exists(notesFile()));
    }

    void aSignOutThatTheKeychainRefusesIsNotedAndDoneLater()
    {
        const Account account = signIn(1);
        signIn(2);
        QVERIFY(keep());
        m_secrets->fails = locked();
        const Result<Done> done = signOut(account);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(people(), QList<int>{2});
        QVERIFY(!m_accounts->hasUnkept());
        QVERIFY(notes().contains(MadeUpSignIn::homeAccountId(1) + u" login.microsoftonline.com\n"_s));
        QVERIFY(!notes().contains(u"refresh"_s));
        QCOMPARE(QFileInfo(notesFile()).permissions() & ~QFile::Permissions(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);

        // A later start does not take the account up again, and removes it.
        m_secrets->fails.reset();
        m_accounts = newStart();
        QVERIFY(load());
        QCOMPARE(people(), QList<int>{2});
        QCOMPARE(peopleInKeychain(), (QList<int>{1, 2}));
        QVERIFY(keep());
        QCOMPARE(peopleInKeychain(), QList<int>{2});
        QVERIFY(!QFileInfo::exists(notesFile()));
    }

    void aSignOutThatWasRefusedIsTriedAgainInTheSameRun()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        m_secrets->fails = locked();
        QVERIFY(!signOut(account));
        m_secrets->fails.reset();
        QVERIFY(load());
        QVERIFY(people().isEmpty());
        m_accounts->keepAgain();
        QTRY_VERIFY(m_entries.isEmpty());
        QTRY_VERIFY(!QFileInfo::exists(notesFile()));
    }

    void aSignInTakesTheNoteBack()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        m_secrets->fails = locked();
        QVERIFY(!signOut(account));
        add({.person = 1, .refreshToken = u"new"_s});
        QVERIFY(!QFileInfo::exists(notesFile()));
        m_secrets->fails.reset();
        QVERIFY(keep());
        QCOMPARE(tokenInKeychain(account), u"new"_s);
    }

    void whatWasNeverKeptNeedNotBeKeptForASignOut()
    {
        const Account account = signIn(1);
        QVERIFY(signOut(account));
        QVERIFY(m_entries.isEmpty());
        QVERIFY(!m_accounts->hasUnkept());
    }

    void signingOutWhileASignInIsOnItsWay()
    {
        const Account account = signIn(1);
        m_accounts->keepAgain();
        QVERIFY(signOut(account));
        QVERIFY(m_entries.isEmpty());
        QVERIFY(people().isEmpty());
    }

    void notesWithStrangeLinesDoNoHarm()
    {
        signIn(1);
        QVERIFY(keep());
        QFile file(notesFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\n \none\na b c\n%zz %\n\xff\xfe x\nnobody login.microsoftonline.com");
        file.close();
        m_accounts = newStart();
        QVERIFY(load());
        QCOMPARE(people(), QList<int>{1});
        QVERIFY(keep());
        QCOMPARE(peopleInKeychain(), QList<int>{1});
    }

    void anIdWithSpacesIsOneNote()
    {
        SignOutNotes sheet(notesFile());
        sheet.add(u"a b\nc.\u00fc"_s, publicLogin());
        QCOMPARE(sheet.all().size(), 4);
        QCOMPARE(sheet.all().first(), (SignOutNotes::Note{u"a b\nc.\u00fc"_s, u"login.microsoftonline.com"_s}));
        sheet.takeBack(u"A B\nC.\u00dc"_s, publicLogin());
        QVERIFY(!QFileInfo::exists(notesFile()));
    }

    void withoutAFileASignOutHoldsForThisRun()
    {
        m_accounts = std::make_unique<AccountStore>(newStore(), QString(), *m_clock);
        const Account account = signIn(1);
        QVERIFY(keep());
        m_secrets->fails = locked();
        QVERIFY(!signOut(account));
        m_secrets->fails.reset();
        QVERIFY(load());
        QVERIFY(people().isEmpty());
    }

    void jobsOfAccountsThatAreGoneEnd()
    {
        const Account account = signIn(1);
        QVERIFY(keep());
        int cancelled = 0;
        const auto count = [&cancelled](const Result<Done>& done) {
            cancelled += !done && done.error().isCancelled() ? 1 : 0;
        };
        m_accounts->load(this)->onFinished(this, count)->start();
        m_accounts->signOut(account, publicLogin(), this)->onFinished(this, count)->start();
        m_accounts.reset();
        QTRY_COMPARE(cancelled, 2);
    }

private:
    std::unique_ptr<MsalCacheStore> newStore()
    {
        return std::make_unique<MsalCacheStore>(*m_secrets, owner, m_folder->filePath(u"msal.lock"_s), *m_clock);
    }
    std::unique_ptr<AccountStore> newStart()
    {
        return std::make_unique<AccountStore>(newStore(), notesFile(), *m_clock);
    }

    Account add(const MadeUpSignIn& signIn, const Account& known = {})
    {
        return m_accounts->add(signIn.answer(), publicLogin(), madeUpClient(), known);
    }
    Account signIn(int person) { return add({.person = person}); }
    void renew(const Account& account, const QString& refreshToken)
    {
        add({.person = personOf(account), .refreshToken = refreshToken}, account);
    }

    /// Lets time pass until what waits has been tried.
    bool keep()
    {
        QSignalSpy kept(m_accounts.get(), &AccountStore::kept);
        QSignalSpy notKept(m_accounts.get(), &AccountStore::notKept);
        m_clock->advance(250ms);
        return QTest::qWaitFor([&] { return !kept.isEmpty() || !notKept.isEmpty(); }) && notKept.isEmpty();
    }
    Result<Done> load() { return finishedResult(m_accounts->load(this)); }
    Result<Done> signOut(const Account& account)
    {
        return finishedResult(m_accounts->signOut(account, publicLogin(), this));
    }

    QString notesFile() const { return m_folder->filePath(u"signed-out"_s); }
    QString notes() const
    {
        QFile file(notesFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QString token(const Account& account) const
    {
        return m_accounts->refreshToken(account, publicLogin(), madeUpClient()).revealText();
    }
    QString tokenInKeychain(const Account& account)
    {
        return inKeychain().refreshToken(account, publicLogin(), madeUpClient()).revealText();
    }
    QList<int> people() const { return numbersOf(m_accounts->accounts(publicLogin(), madeUpClient())); }
    QList<int> peopleInKeychain() { return numbersOf(inKeychain().accounts(publicLogin(), madeUpClient())); }
    MsalCache inKeychain()
    {
        const Result<MsalCache> cache = finishedResult(newStore()->read(this));
        return cache ? *cache : MsalCache();
    }

    static int personOf(const Account& account) { return account.homeAccountId.right(12).toInt(); }
    static QList<int> numbersOf(const QList<Account>& accounts)
    {
        QList<int> numbers;
        std::transform(accounts.begin(), accounts.end(), std::back_inserter(numbers), personOf);
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SharedStore::Entries m_entries;
    std::unique_ptr<SharedStore> m_secrets;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<AccountStore> m_accounts;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AccountStoreTest)
#include "accountstoretest.moc"
