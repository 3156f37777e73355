// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/qtkeychainstore.h"
#include "core/clock.h"
#include "support/finishedresult.h"

#include <QProcess>
#include <QTest>

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

    SystemClock m_clock;
    QtKeychainStore m_store{u"CommKeys Test"_s, u"io.example"_s, m_clock};
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
        QVERIFY(probe() == StoreHealth::Ready);
        QVERIFY(read(u"io.example/probe"_s)->isEmpty());
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
    }

    void theProbeSaysHowItIs() { QVERIFY(probe() == m_health); }

private:
    const ErrorKind m_kind;
    const StoreHealth m_health;
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
    } else if (kind == "missing") {
        test = std::make_unique<ClosedKeychainTest>(ErrorKind::KeychainMissing, StoreHealth::Missing);
    } else {
        qFatal("COMMKEYS_TEST_KEYCHAIN has to be open, locked or missing");
    }
    return QTest::qExec(test.get(), argc, argv);
}
#include "qtkeychainstoretest.moc"
