// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/accountstore.h"
#include "keychain/qtkeychainstore.h"
#include "support/finishedresult.h"
#include "support/madeupsignin.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// Against a real gnome-keyring that is locked: it says "not found" and "removed" where neither is true. This program
/// is started inside tests/support/with-keyring --locked.
class AccountStoreLockedTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLockedKeychainIsNotOneWhereNobodyIsSignedIn()
    {
        const Result<Done> loaded = finishedResult(m_accounts.load(this));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::KeychainLocked);
    }

    void aSignInIsHeldAndSaysThatItIsNotKept()
    {
        QSignalSpy notKept(&m_accounts, &AccountStore::notKept);
        m_accounts.add(MadeUpSignIn{}.answer(), publicLogin(), madeUpClient());
        QVERIFY(notKept.wait());
        QCOMPARE(notKept.first().first().value<Error>().kind, ErrorKind::KeychainLocked);
        QVERIFY(m_accounts.hasUnkept());
        QCOMPARE(m_accounts.accounts(publicLogin(), madeUpClient()).size(), 1);
    }

    void aSignOutFailsLoudlyAndIsNoted()
    {
        Account account;
        account.homeAccountId = MadeUpSignIn::homeAccountId(1);
        const Result<Done> done = finishedResult(m_accounts.signOut(account, publicLogin(), this));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::KeychainLocked);
        QVERIFY(!done.error().advice.isEmpty());
        QVERIFY(m_accounts.accounts(publicLogin(), madeUpClient()).isEmpty());
        QFile file(notesFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(account.homeAccountId.toUtf8()));
    }

private:
    QString notesFile() const { return m_folder.filePath(u"signed-out"_s); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QtKeychainStore m_secrets{u"CommKeys Test"_s, u"io.example"_s, m_clock};
    AccountStore m_accounts{
        std::make_unique<MsalCacheStore>(m_secrets, u"io.example"_s, m_folder.filePath(u"msal.lock"_s), m_clock),
        notesFile(), m_clock};
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AccountStoreLockedTest)
#include "accountstorelockedtest.moc"
