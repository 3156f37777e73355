// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/qtkeychainstore.h"
#include "core/clock.h"
#include "keychain/dismissingprompter.h"
#include "keychain/keyringdaemon.h"
#include "support/finishedresult.h"
#include "support/hastyclock.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <libintl.h>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// Against a real gnome-keyring on a bus of its own: this program is started inside tests/support/with-keyring, which
/// makes that world, once for each kind of world, and told which kind it is.
class KeychainTest : public QObject
{
    Q_OBJECT

protected:
    Result<Done> write(const QString& key, const QString& value)
    {
        return finishedResult(m_store.write(key, Secret::copyOf(value), this));
    }
    Result<Secret> read(const QString& key) { return finishedResult(m_store.read(key, this)); }
    Result<Done> remove(const QString& key) { return finishedResult(m_store.remove(key, this)); }
    StoreHealth probe() { return *finishedResult(m_store.probe(this)); }
    [[nodiscard]] std::optional<StoreHealth> status() { return m_store.status().health(); }

    SystemClock m_clock;
    QtKeychainStore m_store{u"CommKeys Test"_s, u"io.example"_s, m_clock};

protected slots:
    /// Where the world speaks another language than English, it really does: else this would prove nothing.
    void initTestCase()
    {
        if (!qEnvironmentVariableIsEmpty("LANGUAGE")) {
            const char* const sentence = "Could not connect: ";
            QVERIFY2(qstrcmp(dgettext("glib20", sentence), sentence) != 0,
                     "GLib's messages are not translated: is /usr/share/locale there, and LOCPATH's locale?");
        }
    }
};

class OpenKeychainTest final : public KeychainTest
{
    Q_OBJECT

private slots:
    void anOpenKeychainKeepsWhatItIsGiven()
    {
        QVERIFY(write(u"k"_s, u"sch\u00fcssel =+/"_s));
        QCOMPARE(read(u"k"_s)->revealText(), u"sch\u00fcssel =+/"_s);
        QVERIFY(write(u"k"_s, u"another"_s));
        QCOMPARE(read(u"k"_s)->revealText(), u"another"_s);
    }

    void aPersonFindsTheEntryWithTheirOwnTools()
    {
        QVERIFY(write(u"io.example/found"_s, u"value"_s));
        QProcess tool;
        tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"CommKeys Test"_s, u"user"_s, u"io.example/found"_s});
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.readAllStandardOutput(), QByteArray("value"));
    }

    void anOpenKeychainSaysForCertainThatThereIsNothing()
    {
        const Result<Secret> nothing = read(u"never written"_s);
        QVERIFY(nothing);
        QVERIFY(nothing->isEmpty());
    }

    void removingLeavesNothingAndMayBeRepeated()
    {
        QVERIFY(write(u"gone"_s, u"x"_s));
        QVERIFY(remove(u"gone"_s));
        QVERIFY(read(u"gone"_s)->isEmpty());
        QVERIFY(remove(u"gone"_s));
    }

    void aRemovalThatWasCutShortHasLeftNothing()
    {
        QVERIFY(write(u"half gone"_s, u"-"_s));
        const Result<Secret> value = read(u"half gone"_s);
        QVERIFY(value);
        QVERIFY(value->isEmpty());
    }

    void takesTheLargestEntryAndNoLargerOne()
    {
        const QString largest(maximumSecretSize, u'x');
        QVERIFY(write(u"large"_s, largest));
        QCOMPARE(read(u"large"_s)->size(), maximumSecretSize);
        const Result<Done> tooLarge = write(u"large"_s, largest + u'x');
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(read(u"large"_s)->size(), maximumSecretSize);
    }

    void manyAtOnceAllArrive()
    {
        int written = 0;
        for (int i = 0; i < 20; ++i) {
            m_store.write(u"many-%1"_s.arg(i), Secret::copyOf(QString::number(i)), this)
                ->onFinished(this, [&written](const Result<Done>& done) { written += done ? 1 : 0; })
                ->start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(written, 20, 30'000);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(read(u"many-%1"_s.arg(i))->revealText(), QString::number(i));
        }
    }

    void aJobThatNobodyWaitsForAnyMoreDoesNoHarm()
    {
        for (int i = 0; i < 10; ++i) {
            auto* owner = new QObject;
            m_store.write(u"dropped"_s, Secret::copyOf(u"x"), owner)->start();
            m_store.read(u"dropped"_s, owner)->start();
            QTest::qWait(i);
            delete owner;
        }
        QVERIFY(write(u"after"_s, u"y"_s));
        QCOMPARE(read(u"after"_s)->revealText(), u"y"_s);
    }

    void theProbeLeavesNothingBehind()
    {
        const QStringList before = KeyringDaemon::entries();
        QVERIFY(!status() || status() == StoreHealth::Ready);
        QVERIFY(probe() == StoreHealth::Ready);
        QVERIFY(status() == StoreHealth::Ready);
        QCOMPARE(KeyringDaemon::entries(), before);
    }

    void readOfAbsentEntry_leavesNothingBehind()
    {
        QtKeychainStore other(u"CommKeys Test"_s, u"io.example"_s, m_clock); // one that has not written yet
        const QStringList before = KeyringDaemon::entries();
        QVERIFY(finishedResult(other.read(u"absent"_s, this))->isEmpty());
        QCOMPARE(KeyringDaemon::entries(), before);
    }

    void jobsDroppedHalfway_leaveNothingBehind()
    {
        const QStringList before = KeyringDaemon::entries();
        for (int i = 0; i < 12; ++i) {
            QtKeychainStore other(u"CommKeys Test"_s, u"io.example"_s, m_clock);
            auto* owner = new QObject;
            other.probe(owner)->start();
            other.read(u"absent"_s, owner)->start();
            QTest::qWait(i * 2);
            delete owner;
        }
        QTRY_COMPARE(KeyringDaemon::entries(), before);
    }

    void probesAtOnce_doNotDisturbEachOther()
    {
        QtKeychainStore other(u"CommKeys Test"_s, u"io.example"_s, m_clock);
        int ready = 0;
        int absent = 0;
        constexpr int rounds = 10;
        for (int i = 0; i < rounds; ++i) {
            for (QtKeychainStore* store : {&m_store, &other}) {
                store->probe(this)
                    ->onFinished(
                        this,
                        [&ready](const Result<StoreHealth>& health) { ready += *health == StoreHealth::Ready ? 1 : 0; })
                    ->start();
                store->read(u"absent"_s, this)
                    ->onFinished(this, [&absent](const Result<Secret>& value) { absent += value ? 1 : 0; })
                    ->start();
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(absent, 2 * rounds, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(ready, 2 * rounds, 30'000);
    }

    void probeInAnotherProcess_doesNotDisturbThisOne()
    {
        QProcess other;
        other.setProgram(QCoreApplication::applicationFilePath());
        other.setArguments({u"theProbeSaysReadyAgainAndAgain"_s});
        other.start();
        QVERIFY(other.waitForStarted());
        theProbeSaysReadyAgainAndAgain();
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(other.exitCode(), 0);
    }

    void theProbeSaysReadyAgainAndAgain()
    {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(probe() == StoreHealth::Ready);
        }
    }
};

/// A keychain that does not open, for one reason or another: "not found" is not "not there".
class ClosedKeychainTest final : public KeychainTest
{
    Q_OBJECT

public:
    ClosedKeychainTest(ErrorKind kind, StoreHealth health) : m_kind(kind), m_health(health) {}

private slots:
    void readingWritingAndRemovingAllSayWhy()
    {
        const Result<Secret> value = read(u"k"_s);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, m_kind);
        QVERIFY(!value.error().advice.isEmpty());
        const Result<Done> written = write(u"k"_s, u"a secret value"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, m_kind);
        QVERIFY(!written.error().toText().contains(u"a secret value"_s));
        const Result<Done> removed = remove(u"k"_s);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, m_kind);
        QVERIFY(status() == m_health);
    }

    void theProbeSaysHowItIs()
    {
        QVERIFY(probe() == m_health);
        QVERIFY(status() == m_health);
    }

    void whatTheSystemSaid_isShownInItsLanguage()
    {
        const QString said = write(u"k"_s, u"v"_s).error().detail.message;
        QVERIFY(!said.isEmpty());
        // The other worlds' sentences come from daemons, which have no translation of them.
        if (!qEnvironmentVariableIsEmpty("LANGUAGE") && qEnvironmentVariable("COMMKEYS_TEST_KEYCHAIN") == u"nobus"_s) {
            QVERIFY2(!said.contains(u"Could not connect"_s), qPrintable(said));
        }
    }

private:
    const ErrorKind m_kind;
    const StoreHealth m_health;
};

/// A locked keychain on a desktop where the person cancels the prompt for its password.
class DismissedPromptTest final : public KeychainTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        KeychainTest::initTestCase();
        QVERIFY(m_prompter.isRegistered());
    }

    void everyOperation_saysLocked()
    {
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(m_prompter.dismissed() > 0);
        QCOMPARE(read(u"k"_s).error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(remove(u"k"_s).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(status() == StoreHealth::Locked);
        QVERIFY(probe() == StoreHealth::Locked);
    }

    void oneOperation_asksOnce()
    {
        const int before = m_prompter.dismissed();
        QVERIFY(!write(u"k"_s, u"v"_s));
        QCOMPARE(m_prompter.dismissed(), before + 1);
    }

    void promptThatStaysOpen_saysLockedAndWhere()
    {
        HastyClock hasty;
        QtKeychainStore impatient(u"CommKeys Test"_s, u"io.example"_s, hasty);
        m_prompter.keepsOpen = true;
        const Result<Done> written = finishedResult(impatient.write(u"k"_s, Secret::copyOf(u"v"), this));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainLocked);
        QVERIFY(written.error().advice.contains(u"window behind this one"_s));
        QTRY_VERIFY(m_prompter.isOpen());
        m_prompter.keepsOpen = false;
        m_prompter.dismiss();
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainLocked);
    }

    /// Without a keyring the person is asked for the password of a new one.
    void withoutKeyring_saysMissing()
    {
        QVERIFY(KeyringDaemon::deleteKeyring());
        const Result<Done> written = write(u"k"_s, u"v"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainMissing);
        QVERIFY(probe() == StoreHealth::Missing);
    }

private:
    DismissingPrompter m_prompter;
};

/// A keychain that ends, is started again, is locked, while this program goes on.
class RestartedKeychainTest final : public KeychainTest
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(write(u"k"_s, u"value"_s));
        QVERIFY(status() == StoreHealth::Ready);
    }

    void afterRestart_operationSucceeds_data()
    {
        QTest::addColumn<QString>("operation");
        for (const char* name : {"read", "read absent", "write", "overwrite", "remove", "remove absent", "probe"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void afterRestart_operationSucceeds()
    {
        QFETCH(const QString, operation);
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::start());
        QtKeychainStore fresh(u"CommKeys Test"_s, u"io.example"_s, m_clock);
        if (operation == "read"_L1) {
            QCOMPARE(read(u"k"_s)->revealText(), u"value"_s);
        } else if (operation == "read absent"_L1) {
            QVERIFY(finishedResult(fresh.read(u"absent"_s, this))->isEmpty());
        } else if (operation == "write"_L1) {
            QVERIFY(write(u"another"_s, u"v"_s));
            QCOMPARE(read(u"another"_s)->revealText(), u"v"_s);
        } else if (operation == "overwrite"_L1) {
            QVERIFY(write(u"k"_s, u"new"_s));
            QCOMPARE(read(u"k"_s)->revealText(), u"new"_s);
        } else if (operation == "remove"_L1) {
            QVERIFY(remove(u"k"_s));
            QVERIFY(read(u"k"_s)->isEmpty());
        } else if (operation == "remove absent"_L1) {
            QVERIFY(remove(u"absent"_s));
        } else {
            QVERIFY(probe() == StoreHealth::Ready);
        }
        QVERIFY(status() == StoreHealth::Ready);
    }

    void afterRestart_manyAtOnceSucceed()
    {
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::start());
        int succeeded = 0;
        for (int i = 0; i < 5; ++i) {
            m_store.read(u"k"_s, this)
                ->onFinished(this, [&succeeded](const Result<Secret>& value) { succeeded += value ? 1 : 0; })
                ->start();
            m_store.write(u"many-%1"_s.arg(i), Secret::copyOf(u"x"), this)
                ->onFinished(this, [&succeeded](const Result<Done>& done) { succeeded += done ? 1 : 0; })
                ->start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(succeeded, 10, 30'000);
    }

    void whileItIsAway_thereIsNone()
    {
        QVERIFY(KeyringDaemon::end());
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainMissing);
        QVERIFY(status() == StoreHealth::Missing);
        QCOMPARE(read(u"k"_s).error().kind, ErrorKind::KeychainMissing);
        QVERIFY(KeyringDaemon::start());
        QCOMPARE(read(u"k"_s)->revealText(), u"value"_s);
        QVERIFY(status() == StoreHealth::Ready);
    }

    void restartedLocked_saysLocked()
    {
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::startLocked());
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(status() == StoreHealth::Locked);
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::start());
        QCOMPARE(read(u"k"_s)->revealText(), u"value"_s);
        QVERIFY(status() == StoreHealth::Ready);
    }

    void lockedMeanwhile_saysLocked()
    {
        QVERIFY(KeyringDaemon::lock());
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(status() == StoreHealth::Locked);
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::start());
        QVERIFY(probe() == StoreHealth::Ready);
        QVERIFY(status() == StoreHealth::Ready);
    }

    void withoutKeyring_saysMissing()
    {
        QVERIFY(KeyringDaemon::deleteKeyring());
        const Result<Done> written = write(u"k"_s, u"v"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainMissing);
        QVERIFY(status() == StoreHealth::Missing);
        QtKeychainStore fresh(u"CommKeys Test"_s, u"io.example"_s, m_clock);
        const Result<Secret> value = finishedResult(fresh.read(u"k"_s, this));
        QVERIFY(!value);
        QCOMPARE(value.error().kind, ErrorKind::KeychainMissing);
        QVERIFY(KeyringDaemon::end());
        QVERIFY(KeyringDaemon::start());
    }

    /// As a prompt that nobody answers, except that nothing is locked.
    void serviceThatHangs_isFailing()
    {
        HastyClock hasty;
        QtKeychainStore impatient(u"CommKeys Test"_s, u"io.example"_s, hasty);
        QVERIFY(KeyringDaemon::pause());
        const Result<Done> written = finishedResult(impatient.write(u"k"_s, Secret::copyOf(u"v"), this));
        QVERIFY(KeyringDaemon::resume());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(impatient.status().health() == StoreHealth::Failing);
        QVERIFY(write(u"k"_s, u"after"_s));
        QCOMPARE(read(u"k"_s)->revealText(), u"after"_s);
    }

    /// Last: GLib keeps its connection to a bus that has ended for as long as the program runs.
    void zz_endOfTheBus_endsNeitherProgramNorKeysInMemory()
    {
        QVERIFY(KeyringDaemon::endBus());
        QCOMPARE(write(u"k"_s, u"v"_s).error().kind, ErrorKind::KeychainMissing);
        QVERIFY(KeyringDaemon::startBus());
        QVERIFY(KeyringDaemon::start());
        const Result<Done> written = write(u"k"_s, u"v"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(written.error().advice.contains(u"restart CommKeys"_s));
        QVERIFY(status() == StoreHealth::Failing);
    }
};

/// At the bus's address something accepts connections and never says a word.
class SilentBusTest final : public KeychainTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString path = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/silent"_s;
        QVERIFY(m_server.listen(path));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path.toLocal8Bit());
    }

    void nothingBlocks_andTheKeychainIsFailing()
    {
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this,
                [&sinceTick, &longest] { longest = std::max(longest, sinceTick.restart()); });
        sinceTick.start();
        ticks.start(10);
        const Result<Done> written = write(u"k"_s, u"v"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(status() == StoreHealth::Failing);
        // libdbus would wait for 25 s.
        QVERIFY2(longest < 5'000, qPrintable(u"%1 ms"_s.arg(longest)));
    }

private:
    QLocalServer m_server;
};

} // namespace CommKeys

int main(int argc, char** argv)
{
    using namespace CommKeys;
    QCoreApplication application(argc, argv);
    std::unique_ptr<QObject> test;
    const QByteArray kind = qgetenv("COMMKEYS_TEST_KEYCHAIN");
    if (kind == "open") {
        test = std::make_unique<OpenKeychainTest>();
    } else if (kind == "locked") {
        test = std::make_unique<ClosedKeychainTest>(ErrorKind::KeychainLocked, StoreHealth::Locked);
    } else if (kind == "nobus" || kind == "absent") {
        test = std::make_unique<ClosedKeychainTest>(ErrorKind::KeychainMissing, StoreHealth::Missing);
    } else if (kind == "broken") {
        test = std::make_unique<ClosedKeychainTest>(ErrorKind::KeychainFailed, StoreHealth::Failing);
    } else if (kind == "dismissed") {
        test = std::make_unique<DismissedPromptTest>();
    } else if (kind == "restarted") {
        test = std::make_unique<RestartedKeychainTest>();
    } else if (kind == "silent") {
        test = std::make_unique<SilentBusTest>();
    } else {
        qFatal("COMMKEYS_TEST_KEYCHAIN has to be open, locked, nobus, absent, broken, dismissed, restarted or silent");
    }
    return QTest::qExec(test.get(), argc, argv);
}
#include "qtkeychainstoretest.moc"
