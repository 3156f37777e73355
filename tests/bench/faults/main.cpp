// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Regenerates keys while everything goes wrong that can, and looks whether one was lost:
//
//     commkeys-faults             all cases
//     commkeys-faults N           about N of them, of every kind
//     commkeys-faults --case NAME one of them
//     commkeys-faults --names     their names
//
// and, started by itself, with --share I OF N (every OF-th case) and --life (a process that may be killed).

#include "faults/tally.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QThread>

#include <chrono>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

void say(const QString& line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

std::optional<FaultCase> caseNamed(const QString& name)
{
    const QList<FaultCase> cases = allFaultCases();
    for (const FaultCase& one : cases) {
        if (one.name == name) {
            return one;
        }
    }
    return std::nullopt;
}

/// Nanoseconds of a clock that all processes share.
qint64 sharedTime()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// For as long as a regeneration takes, and longer.
void fetchAgainAndAgain(Life& life)
{
    constexpr int times = 25;
    say(u"ready"_s);
    static_cast<void>(std::getchar());
    for (int time = 0; time < times; ++time) {
        life.fetch();
    }
}

LifeReport rival(Life& life, KeyType type)
{
    life.onState = [](RotationPlan::State state) {
        if (state == RotationPlan::State::Posting) {
            say(u"sent %1"_s.arg(sharedTime()));
        } else if (state == RotationPlan::State::Keeping) {
            say(u"answered %1"_s.arg(sharedTime()));
        }
    };
    say(u"ready"_s);
    static_cast<void>(std::getchar());
    return life.regenerate(type);
}

/// --life TASK CASE FOLDER ARM TOKEN [KEY]
int live(const QStringList& arguments)
{
    const std::optional<FaultCase> what = caseNamed(arguments.value(3));
    if (!what) {
        return 2;
    }
    const QString task = arguments.value(2);
    const LifePlace place{arguments.value(4), QUrl(arguments.value(5)), arguments.value(6).toLatin1()};
    Life life(place, *what, task == "take-up"_L1 ? what->secondKill : what->kill);
    LifeReport report;
    if (task == "rival"_L1) {
        report = rival(life, arguments.value(7) == apiName(KeyType::Primary) ? KeyType::Primary : KeyType::Secondary);
    } else if (task == "fetch"_L1) {
        fetchAgainAndAgain(life);
    } else if (task == "take-up"_L1) {
        const QList<RotationRecord> left = life.leftOpen();
        report = left.isEmpty() ? LifeReport{LifeReport::End::Refused, {}} : life.takeUp(left.constFirst());
    } else {
        report = life.regenerate(what->type);
    }
    say(report.toLine());
    return 0;
}

int runShare(const QString& program, const QList<FaultCase>& cases, int share, int shares)
{
    for (qsizetype index = share; index < cases.size(); index += shares) {
        const FaultCase& one = cases.at(index);
        say(Tally::lineOf(one, CaseRun(one, program).run()));
    }
    return 0;
}

int runAll(const QString& program, qsizetype count)
{
    QElapsedTimer timer;
    timer.start();
    const qsizetype expected = chosenFrom(allFaultCases(), count).size();
    const int shares = qMax(1, QThread::idealThreadCount());
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int share = 0; share < shares; ++share) {
        auto& process = processes.emplace_back(std::make_unique<QProcess>());
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(program,
                       {u"--share"_s, QString::number(share), QString::number(shares), QString::number(count)});
    }
    Tally tally;
    for (const auto& process : processes) {
        process->waitForFinished(-1);
        while (process->canReadLine()) {
            tally.add(QString::fromUtf8(process->readLine()).chopped(1));
        }
    }
    tally.print(program);
    say(u"\n%1 cases in %2 s, in %3 processes at once."_s.arg(tally.count()).arg(timer.elapsed() / 1000).arg(shares));
    if (tally.count() != expected) {
        say(u"FAILED: %1 cases were to be run."_s.arg(expected));
    }
    return tally.hasFailed() || tally.count() != expected ? 1 : 0;
}

int runNamed(const QString& program, const QString& name)
{
    const std::optional<FaultCase> what = caseNamed(name);
    if (!what) {
        say(u"There is no such case; --names prints them."_s);
        return 2;
    }
    Tally tally;
    tally.add(Tally::lineOf(*what, CaseRun(*what, program).run()));
    tally.print(program);
    return tally.hasFailed() ? 1 : 0;
}

int printNames()
{
    const QList<FaultCase> cases = allFaultCases();
    for (const FaultCase& one : cases) {
        say(one.name);
    }
    return 0;
}

int run(const QStringList& arguments)
{
    const QString program = QCoreApplication::applicationFilePath();
    const QString first = arguments.value(1);
    if (first == "--life"_L1) {
        return live(arguments);
    }
    if (first == "--share"_L1) {
        return runShare(program, chosenFrom(allFaultCases(), arguments.value(4).toInt()), arguments.value(2).toInt(),
                        arguments.value(3).toInt());
    }
    if (first == "--case"_L1) {
        return runNamed(program, arguments.value(2));
    }
    return first == "--names"_L1 ? printNames() : runAll(program, first.toInt());
}

} // namespace

} // namespace CommKeys

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    // What goes wrong on purpose is not worth a line.
    QLoggingCategory::setFilterRules(QStringLiteral("commkeys.*=false\ndefault.warning=false"));
    return CommKeys::run(QCoreApplication::arguments());
}
