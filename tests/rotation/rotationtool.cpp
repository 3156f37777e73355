// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Does in a process of its own what the tests of the journal and of the lock look at from outside:
//
//     rotationtool append FOLDER COUNT FIRST    appends COUNT records, numbered from FIRST on
//     rotationtool squeeze FOLDER BYTES         appends one while files may grow to BYTES only; 0 when it was refused
//     rotationtool lock FOLDER                  takes the lock of the example, says "locked" or why not, then waits
//     rotationtool lock-shortly FOLDER          the same, and ends at once

#include "rotation/examplerecord.h"
#include "rotation/resourcelock.h"
#include "rotation/rotationjournal.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

void say(const QString& line)
{
    QTextStream(stdout) << line << Qt::endl;
}

int append(const QString& folder, int count, int first)
{
    RotationJournal journal(folder, nullptr);
    for (int number = first; number < first + count; ++number) {
        if (const Result<Done> done = journal.append(exampleRecord(number)); !done) {
            say(done.error().toText());
            return 1;
        }
    }
    return 0;
}

int squeeze(const QString& folder, int bytes)
{
#ifdef Q_OS_UNIX
    // Without the signal, a write ends early, as on a disk that is full.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(bytes), RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
#endif
    RotationJournal journal(folder, nullptr);
    if (const Result<Done> opened = journal.open(); !opened) {
        say(opened.error().toText());
        return 2;
    }
    const qsizetype known = journal.records().size();
    const Result<Done> done = journal.append(exampleRecord(1'000));
    say(done ? u"appended"_s : done.error().toText());
    return !done && journal.records().size() == known && !journal.find(exampleRecord(1'000).id) ? 0 : 1;
}

int lock(const QString& folder, bool isToWait)
{
    const auto taken = ResourceLock::tryLock(folder, u"management.azure.com"_s, exampleResource().id);
    say(taken ? u"locked"_s : taken.error().message);
    if (taken && isToWait) {
        QTextStream(stdin).readLine();
    }
    return taken ? 0 : 1;
}

int run(const QStringList& arguments)
{
    const QString command = arguments.value(1);
    const QString folder = arguments.value(2);
    if (command == "append"_L1) {
        return append(folder, arguments.value(3).toInt(), arguments.value(4).toInt());
    }
    if (command == "squeeze"_L1) {
        return squeeze(folder, arguments.value(3).toInt());
    }
    if (command.startsWith("lock"_L1)) {
        return lock(folder, command == "lock"_L1);
    }
    return 64;
}

} // namespace

} // namespace CommKeys

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    return CommKeys::run(QCoreApplication::arguments());
}
