// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/coredumps.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Runs the probe in @p folder with the highest limit for core files that there can be, and returns its wait status.
int crash(const QByteArray& mode, const QByteArray& folder)
{
    const pid_t child = fork();
    if (child == 0) {
        rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
        if (setrlimit(RLIMIT_CORE, &limit) != 0) { // only root may raise the upper one
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
        }
        if (chdir(folder.constData()) == 0) {
            execl(COMMKEYS_CORE_DUMP_PROBE, COMMKEYS_CORE_DUMP_PROBE, mode.constData(), nullptr);
        }
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The content of the files in @p folder.
QByteArray dumpIn(const QTemporaryDir& folder)
{
    QByteArray content;
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    for (const QString& name : names) {
        content += contentOf(folder.filePath(name));
    }
    return content;
}

QByteArray marker()
{
    QByteArray marker;
    for (int i = 0; i < 64; ++i) {
        marker += static_cast<char>('a' + i * 7 % 26);
    }
    return marker;
}

bool isCrash(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV;
}

} // namespace

class CoreDumpsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void crash_unprotected_dumpsCore()
    {
        const int status = crash("unprotected", folder());
        QVERIFY(isCrash(status));
        if (!WCOREDUMP(status)) {
            QSKIP("this system makes no core dumps, so the other tests show nothing");
        }
    }

    void crash_protected_leavesNoCore()
    {
        const int status = crash("protected", folder());
        QVERIFY(isCrash(status));
        QVERIFY(!WCOREDUMP(status));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    // As a handler of cores would get it that does not care for the limit.
    void core_protected_hasNoMemory()
    {
        crash("unprotected", folder());
        const QByteArray whole = dumpIn(*m_folder);
        if (!whole.contains(marker())) {
            QSKIP("this system writes no core files into the working directory");
        }
        m_folder = std::make_unique<QTemporaryDir>();
        const int status = crash("unlimited", folder());
        QVERIFY(WCOREDUMP(status));
        const QByteArray filtered = dumpIn(*m_folder);
        QVERIFY(!filtered.isEmpty());
        QVERIFY(!filtered.contains(marker()));
    }

    void program_started_isProtected()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.setStandardErrorFile(QProcess::nullDevice());
        program.start(QStringLiteral(COMMKEYS_PROGRAM), {u"--demo"_s, u"--settings-dir"_s, m_folder->path()});
        QVERIFY(program.waitForStarted());
        const QString process = u"/proc/%1/"_s.arg(program.processId());
        QTRY_COMPARE(contentOf(process + u"coredump_filter"_s).trimmed(), "00000000"_ba);
        const QByteArray limits = contentOf(process + u"limits"_s);
        QVERIFY2(limits.contains("Max core file size        0 ") || limits.contains("Max core file size        1 "),
                 limits.constData());
        program.kill();
        QVERIFY(program.waitForFinished());
    }

private:
    [[nodiscard]] QByteArray folder() const { return QFile::encodeName(m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CoreDumpsTest)
#include "coredumpstest.moc"
