// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faults/life.h"
#include "support/simulatedazureserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace CommKeys {

/// How a case ended: one of the table's columns, or why it has failed.
struct Verdict
{
    enum class Ending { KeptAtOnce, FoundAgain, Unchanged, NothingSent, ResolvedByNextStart, Failed };

    Ending ending = Ending::Failed;
    QString problem; ///< of a case that has failed
};

/// Runs one case from a fresh simulation to the start of the program after it, and judges what is left.
class CaseRun final : public QObject
{
    Q_OBJECT

public:
    /// @p program: this one, which is started again for what has to die.
    CaseRun(const FaultCase& what, QString program);

    [[nodiscard]] Verdict run();

private:
    [[nodiscard]] LifePlace place(const QUrl& arm) const;
    void seed();
    void setFaults();
    [[nodiscard]] LifeReport firstLife();
    [[nodiscard]] LifeReport lifeHere();
    [[nodiscard]] LifeReport lifeElsewhere(const QString& task);
    void runRivals();
    void runFetcher();
    void startTogether(QProcess& one, QProcess& two, std::chrono::milliseconds headStart);
    void meddle();
    /// The keys from Azure, again and again, each time with a look at what is stored.
    void fetch(Life& life);
    void finish(QProcess& process);
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString& task, const QStringList& further = {});

    /// The start after it: takes up what is open.
    void nextStart();
    [[nodiscard]] QString problem();
    [[nodiscard]] QString problemWithKeys(const KeptKeys& kept);
    [[nodiscard]] QString problemWithReport();
    /// Where somebody else was at it: what is stored may be out of date, and then must be as of a time before.
    [[nodiscard]] QString problemWithDeadKeys(const KeptKeys& kept);
    [[nodiscard]] bool hasMeddledWith(KeyType type) const;
    [[nodiscard]] QString problemWithRivals();
    [[nodiscard]] Verdict::Ending ending();

    [[nodiscard]] QString accepted(KeyType type);
    [[nodiscard]] int posts();

    const FaultCase m_what;
    const QString m_program;
    QTemporaryDir m_folder;
    SimulatedAzureServer m_server;
    QByteArray m_token;
    QString m_before;
    QString m_listedBefore; ///< the key that was accepted when the request went out, or at first
    QDateTime m_endedUtc; ///< the regeneration's outcome was known; invalid: it was not run here
    bool m_hasMeddled = false;
    QString m_problem; ///< that was seen before the end
    LifeReport m_first;
    int m_leftOpen = 0;
    int m_stillOpen = 0;
    QStringList m_resolutions;
    QList<QStringList> m_rivals; ///< what each said
};

} // namespace CommKeys
