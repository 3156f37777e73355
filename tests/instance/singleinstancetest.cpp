// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/singleinstance.h"
#include "instance/instanceaddress.h"
#include "instance/instancehash.h"
#include "support/lockfile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class SingleInstanceTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_runtime.isValid());
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSecondStartHandsOverWhatItWasAsked()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QSignalSpy started(&first, &SingleInstance::started);
        const StartMessage message{{u"commkeys"_s, u"--cloud"_s, u"AzureChinaCloud"_s}, u"token"_s};
        for (int times = 1; times <= 3; ++times) {
            QCOMPARE(secondStart(m_folder->path(), message), SingleInstance::Role::Second);
            QTRY_COMPARE(started.count(), times);
        }
        QCOMPARE(started.first().first().value<StartMessage>(), message);
    }

    void anotherFolderHasAFirstOfItsOwn()
    {
        const QTemporaryDir other;
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        SingleInstance second(other.path());
        QCOMPARE(second.begin({}), SingleInstance::Role::First);
    }

    void oneFolderByTwoNamesIsOneFolder()
    {
        QVERIFY(QFile::link(m_folder->path(), m_runtime.filePath(u"link"_s)));
        QCOMPARE(instanceAddress(m_runtime.filePath(u"link"_s)), instanceAddress(m_folder->path()));
        QVERIFY(instanceAddress(m_runtime.path()) != instanceAddress(m_folder->path()));
    }

    void whenTheFirstHasGoneTheNextIsFirst()
    {
        {
            SingleInstance first(m_folder->path());
            QCOMPARE(first.begin({}), SingleInstance::Role::First);
        }
        SingleInstance next(m_folder->path());
        QCOMPARE(next.begin({}), SingleInstance::Role::First);
    }

    void aSocketThatWasLeftLyingAboutIsInNobodysWay()
    {
        QFile left(instanceAddress(m_folder->path()));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QCOMPARE(secondStart(m_folder->path(), {}), SingleInstance::Role::Second);
    }

    void theSocketIsForThisPersonOnly()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(instanceAddress(m_folder->path())) & others));
    }

    void aFirstThatDoesNotAnswerCostsPatienceAndNoMore()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not answer"_s));
        SingleInstance second(m_folder->path()); // in the same thread, where nobody reads meanwhile
        QCOMPARE(second.begin({}, 200ms), SingleInstance::Role::Alone);
    }

    void whatAnotherTimeOrComputerHasLeftDelaysNoStart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        const LeftLock other = LeftLock::ofAnotherComputer(0);
        LeftLock before;
        before.bootId = "01234567-89ab-cdef-0123-456789abcdef";
        LeftLock renamed;
        renamed.host = "renamed";
        const auto text = [](const LeftLock& lock) {
            return QByteArray::number(lock.pid) + '\n' + lock.program + '\n' + lock.host + '\n' + lock.machineId +
                   '\n' + lock.bootId + '\n';
        };
        for (const QString& name : {u"window.lock"_s, u"window-%1.lock"_s.arg(computerHash())}) {
            const QByteArray row = name.left(7).toLatin1();
            QTest::addRow("%s empty", row.constData()) << name << QByteArray();
            QTest::addRow("%s zeros", row.constData()) << name << QByteArray(100, '\0');
            QTest::addRow("%s earlier boot", row.constData()) << name << text(before);
            QTest::addRow("%s renamed computer", row.constData()) << name << text(renamed);
        }
        QTest::newRow("another computer") << u"window.lock"_s << text(other);
        QTest::newRow("another computer's own") << u"window-0a1b2c3d.lock"_s << text(other);
    }

    void whatAnotherTimeOrComputerHasLeftDelaysNoStart()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        LeftLock left;
        left.ageSeconds = 60;
        QVERIFY(left.writeAsIs(m_folder->filePath(name), content));
        QElapsedTimer timer;
        timer.start();
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(secondStart(m_folder->path(), {}), SingleInstance::Role::Second);
    }

    void anEmptyLockOfThisMomentIsWaitedForBriefly()
    {
        QVERIFY(LeftLock().writeAsIs(m_folder->filePath(u"window-%1.lock"_s.arg(computerHash())), {}));
        QElapsedTimer timer;
        timer.start();
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void aFolderThatTakesNoLockIsNoReasonNotToStart()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot tell"_s));
        SingleInstance lone(m_folder->filePath(u"absent"_s));
        QCOMPARE(lone.begin({}), SingleInstance::Role::Alone);
    }

    void rubbishIsNotAnsweredAndHarmsNobody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a line") << QByteArray("hello\n");
        QTest::newRow("too much") << QByteArray(4 * longestStartMessage, 'a');
        QTest::newRow("too long a line") << QByteArray(4 * longestStartMessage, 'a') + '\n';
    }

    void rubbishIsNotAnsweredAndHarmsNobody()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(m_folder->path());
        QCOMPARE(first.begin({}), SingleInstance::Role::First);
        QSignalSpy started(&first, &SingleInstance::started);
        QLocalSocket socket;
        socket.connectToServer(instanceAddress(m_folder->path()));
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(socket.readAll(), QByteArray());
        QCOMPARE(started.count(), 0);
        QCOMPARE(secondStart(m_folder->path(), {}), SingleInstance::Role::Second);
    }

private:
    // As another process: in a thread of its own, while this one answers.
    static SingleInstance::Role secondStart(const QString& folder, const StartMessage& message)
    {
        std::optional<SingleInstance::Role> role;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            SingleInstance second(folder);
            role = second.begin(message, 30s);
        }));
        thread->start();
        while (!thread->isFinished()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        thread->wait();
        return *role;
    }

    QTemporaryDir m_runtime;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SingleInstanceTest)
#include "singleinstancetest.moc"
