// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/resourcelock.h"
#include "rotation/examplerecord.h"

#include <QDir>
#include <QFile>
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
