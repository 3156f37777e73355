// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"
#include "demo/simulatedfault.h"
#include "faults/directorystore.h"
#include "rotation/rotationplan.h"
#include "support/faultproxy.h"

#include <QList>

#include <optional>

namespace CommKeys {

/// The process kills itself.
struct KillPoint
{
    enum class When {
        Before,   ///< the state is announced, its step not yet taken
        After,    ///< the step has begun, and what it does at once is done
        InFlight, ///< a while later
    };

    RotationPlan::State state = RotationPlan::State::Idle;
    When when = When::Before;
};

/// From this state on the journal may grow by so many bytes only. Idle: from before it is opened.
struct FullDisk
{
    RotationPlan::State from = RotationPlan::State::Idle;
    int bytes = 0;
    bool kills = false; ///< who writes beyond them dies in the middle of the write
};

/// One regeneration and what goes wrong with it. Its name says all of it, so that a case can be repeated alone.
struct FaultCase
{
    QString kind;
    QString name;
    KeyType type = KeyType::Primary;
    bool isSeeded = false; ///< the keychain has both keys already
    bool canListBefore = true;
    bool canListAfter = true; ///< in the first life
    bool isImpatient = false; ///< time-outs are shorter than the delay
    std::optional<LineFault> line;
    std::optional<SimulatedFault> fault;
    DirectoryStore::Lever keychain;
    std::optional<KillPoint> kill;
    std::optional<KillPoint> secondKill; ///< of the process that takes up what the first has left open
    std::optional<FullDisk> fullDisk;
    int rivals = 0; ///< number of the round: two processes at once

    [[nodiscard]] bool isKilled() const;
    /// It is the whole process that meets it.
    [[nodiscard]] bool needsProcess() const { return isKilled() || fullDisk; }
};

/// All of them, in the order of their kinds. The same in each process of one build.
[[nodiscard]] QList<FaultCase> allFaultCases();

/// About @p count of them: of each kind the same number, evenly spread; 0: all.
[[nodiscard]] QList<FaultCase> chosenFrom(const QList<FaultCase>& cases, qsizetype count);

} // namespace CommKeys
