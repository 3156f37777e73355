// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/resourcelock.h"
#include "rotation/examplerecord.h"
#include "support/lockfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceLockTest final : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    const QString m_tool = QStringLiteral(COMMKEYS_ROTATION_TOOL);
    const QString m_host = u"management.azure.com"_s;
    const ResourceId m_resource = exampleResource().id;

    [[nodiscard]] QString locks() const { return m_folder->filePath(u"locks"_s); }
    [[nodiscard]] Result<std::unique_ptr<ResourceLock>> tryLock() const
    {
        return ResourceLock::tryLock(locks(), m_host, m_resource);
    }
    [[nodiscard]] QString file() const { return QDir(locks()).filePath(ResourceLock::fileName(m_host, m_resource)); }
    [[nodiscard]] QStringList files() const { return QDir(locks()).entryList(QDir::Files | QDir::Hidden); }

    /// Another process that has the lock, by the time that this returns.
    void hold(QProcess& process) const
    {
        process.start(m_tool, {u"lock"_s, locks()});
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readLine(), QByteArray("locked\n"));
    }

private slots:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }

    void isHadOnceAtATimeAndLeavesNothing()
    {
        {
            const auto first = tryLock();
            QVERIFY(first);
            QCOMPARE(files(), QStringList{ResourceLock::fileName(m_host, m_resource)});
            const auto second = tryLock();
            QVERIFY(!second);
            QCOMPARE(second.error().kind, ErrorKind::Refused);
        }
        QVERIFY(files().isEmpty());
        QVERIFY(tryLock());
        QVERIFY(files().isEmpty());
    }

    void isOneOfAResourceOfACloudInAnyCasing()
    {
        const auto one = tryLock();
        QVERIFY(one);
        const auto shouted = ResourceId::parse(m_resource.toString().toUpper());
        QVERIFY(!ResourceLock::tryLock(locks(), m_host.toUpper(), *shouted));
        QVERIFY(ResourceLock::tryLock(locks(), u"management.chinacloudapi.cn"_s, m_resource));
        QVERIFY(ResourceLock::tryLock(locks(), m_host, exampleResource(u"Another"_s).id));
    }

    void isAlwaysGrantedWithoutAFolder()
    {
        const auto one = ResourceLock::tryLock({}, m_host, m_resource);
        const auto two = ResourceLock::tryLock({}, m_host, m_resource);
        QVERIFY(one && two);
    }

    void anotherProcessThatHasItIsNamed()
    {
        QProcess other;
        hold(other);
        const auto refused = tryLock();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().message.contains(QString::number(other.processId())));
        QVERIFY(refused.error().message.contains(QSysInfo::machineHostName()));
        QVERIFY(refused.error().message.contains(m_resource.name()));
        QVERIFY(!refused.error().advice.isEmpty());

        other.write("\n");
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 0);
        QVERIFY(files().isEmpty());
        QVERIFY(tryLock());
    }

    void anotherProcessIsRefused()
    {
        const auto held = tryLock();
        QVERIFY(held);
        QProcess other;
        other.start(m_tool, {u"lock-shortly"_s, locks()});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 1);
        QVERIFY(other.readAll().contains(QByteArray::number(QCoreApplication::applicationPid())));
        QCOMPARE(files().size(), 1);
    }

    void aKilledProcessHasItNoMore()
    {
        QProcess other;
        hold(other);
        QVERIFY(!tryLock());
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        QCOMPARE(files().size(), 1);
        {
            const auto taken = tryLock();
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
            QVERIFY(!tryLock());
        }
        QVERIFY(files().isEmpty());
    }

    void aFileThatNamesNobodyIsNobodysAfterAWhile()
    {
        QVERIFY(QDir().mkpath(locks()));
        QFile file(QDir(locks()).filePath(ResourceLock::fileName(m_host, m_resource)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(!tryLock());
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFile::FileModificationTime));
        QVERIFY(tryLock());
    }

    void whatCertainlyBelongsToNobodyIsTakenOver_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("ageSeconds");
        const auto row = [](const char* name, const LeftLock& lock) {
            QTest::newRow(name) << QByteArray::number(lock.pid) + '\n' + lock.program + '\n' + lock.host + '\n' +
                                       lock.machineId + '\n' + lock.bootId + '\n'
                                << 0;
        };
        LeftLock lock;
        lock.bootId = "01234567-89ab-cdef-0123-456789abcdef";
        row("an earlier boot, and a process with this number now", lock);
        lock.pid = 1;
        row("an earlier boot, and another program with this number now", lock);
        lock = LeftLock();
        lock.pid = 4'000'000; // above the kernel's limit: none
        row("a process that has ended", lock);
        lock.pid = 1;
        row("another program with this number", lock);
        lock = LeftLock();
        row("the number of this process, from before it", lock);
        lock.host = "renamed";
        row("a computer that was renamed", lock);
        lock.machineId = "00112233445566778899aabbccddeeff";
        row("a container that is gone, with the number of this process", lock);
        lock.pid = 4'000'000;
        row("a container that is gone", lock);
        lock.machineId.clear();
        row("a container without a machine id", lock);
        QTest::newRow("nothing in it") << QByteArray() << 10;
        QTest::newRow("zeros") << QByteArray(64, '\0') << 10;
        QTest::newRow("half a line") << QByteArray("42") << 10;
        QTest::newRow("rubbish") << QByteArray("hello\nworld\n\n") << 10;
        QTest::newRow("a number below one") << QByteArray("-1\ncommkeys\nhost\n") << 10;
        QTest::newRow("nothing in it, from the future") << QByteArray() << -3600;
    }

    void whatCertainlyBelongsToNobodyIsTakenOver()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, ageSeconds);
        QVERIFY(QDir().mkpath(locks()));
        LeftLock left;
        left.ageSeconds = ageSeconds;
        QVERIFY(left.writeAsIs(file(), content));
        {
            const auto taken = tryLock();
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
            QVERIFY(!tryLock());
        }
        QCOMPARE(files(), QStringList());
    }

    void theLockOfAnotherComputerIsNeverTakenOverAndTheFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("machineId");
        QTest::addColumn<int>("ageSeconds");
        QTest::addColumn<bool>("isOld");
        const LeftLock other = LeftLock::ofAnotherComputer(0);
        const QByteArray here = LeftLock().host;
        constexpr int days = 24 * 3600;
        QTest::newRow("a minute ago") << other.host << other.machineId << 60 << false;
        QTest::newRow("ten minutes ago") << other.host << other.machineId << 600 << false;
        QTest::newRow("an hour ago") << other.host << other.machineId << 3600 << true;
        QTest::newRow("forty days ago") << other.host << other.machineId << 40 * days << true;
        QTest::newRow("installed anew under the same name") << here << other.machineId << 40 * days << true;
        QTest::newRow("without a machine id") << other.host << QByteArray() << 40 * days << true;
        QTest::newRow("from the future") << other.host << other.machineId << -days << false;
    }

    void theLockOfAnotherComputerIsNeverTakenOverAndTheFileIsNamed()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, machineId);
        QFETCH(int, ageSeconds);
        QFETCH(bool, isOld);
        if (QSysInfo::machineUniqueId().isEmpty() && host == LeftLock().host) {
            QSKIP("nothing but its name tells this computer from others");
        }
        QVERIFY(QDir().mkpath(locks()));
        LeftLock left = LeftLock::ofAnotherComputer(ageSeconds);
        left.host = host;
        left.machineId = machineId;
        QVERIFY(left.write(file()));
        const auto refused = tryLock();
        QVERIFY(!refused);
        const QString told = refused.error().message + u' ' + refused.error().advice;
        QVERIFY2(told.contains(u"4242"_s) && told.contains(QString::fromLatin1(host)), qPrintable(told));
        const QString since = QLocale().toString(QFileInfo(file()).lastModified(), QLocale::ShortFormat);
        QVERIFY2(told.contains(since), qPrintable(told));
        QCOMPARE(told.contains(file()), isOld);
        QVERIFY2(refused.error().toText().contains(file()), "the details name it in any case");
        QCOMPARE(ResourceLock::mayBeAbandoned(locks(), m_host, m_resource), isOld);
        QCOMPARE(files().size(), 1);

        if (isOld) {
            QVERIFY(ResourceLock::removeAbandoned(locks(), m_host, m_resource));
            QVERIFY(files().isEmpty());
            QVERIFY(ResourceLock::removeAbandoned(locks(), m_host, m_resource));
        } else {
            QVERIFY(!ResourceLock::removeAbandoned(locks(), m_host, m_resource));
            QVERIFY2(QFile::remove(file()), "the way out that is left");
        }
        QVERIFY(tryLock());
    }

    void aLockThatIsHeldIsNotRemovedOnAnybodysWord()
    {
        QProcess other;
        hold(other);
        QVERIFY(!ResourceLock::removeAbandoned(locks(), m_host, m_resource));
        LeftLock disguise = LeftLock::ofAnotherComputer(40 * 24 * 3600);
        QVERIFY(disguise.write(file())); // as if it came from a computer with a clock and names of its own
        QVERIFY(ResourceLock::mayBeAbandoned(locks(), m_host, m_resource));
        QVERIFY(!ResourceLock::removeAbandoned(locks(), m_host, m_resource));
        QCOMPARE(files().size(), 1);
        other.kill();
        QVERIFY(other.waitForFinished());
    }

    void aProcessThatHasItIsNotAbandoned()
    {
        QProcess other;
        hold(other);
        QFile lock(file());
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addDays(-40), QFile::FileModificationTime));
        QVERIFY(!ResourceLock::mayBeAbandoned(locks(), m_host, m_resource));
        QVERIFY(!tryLock());
        other.kill();
        QVERIFY(other.waitForFinished());
    }

    /// As from within a container: another name, another machine, a number that means something else here; one kernel.
    void aLivingProcessThatLooksLikeAnotherComputersIsNotTakenOver()
    {
        QProcess other;
        hold(other);
        LeftLock disguise = LeftLock::ofAnotherComputer(40 * 24 * 3600);
        disguise.bootId = QSysInfo::bootUniqueId();
        disguise.pid = 4'000'000;
        QVERIFY(disguise.write(file())); // into the file that the other process has locked
        QVERIFY(!tryLock());
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(tryLock());
    }

    void aLockDoesNotGrowOld()
    {
        const auto held = tryLock();
        QFile file(QDir(locks()).filePath(files().constFirst()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFile::FileModificationTime));
        QVERIFY(!tryLock());
    }

    void aFolderThatCannotBeIsRefused()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = ResourceLock::tryLock(file.fileName() + u"/below"_s, m_host, m_resource);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().message.contains(u"below"_s));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceLockTest)
#include "resourcelocktest.moc"
