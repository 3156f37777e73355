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

/// Somebody else changes the resource while a regeneration is under way.
struct Meddling
{
    enum class What {
        RegenerateSame,  ///< the key that is being regenerated
        RegenerateOther, ///< the resource's other key
        Recreate,        ///< deletes the resource and creates another one under its name
    };

    RotationPlan::State at = RotationPlan::State::Idle; ///< before the step of this state is taken
    What what = What::RegenerateSame;
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
    int rivals = 0;   ///< number of the round: two processes at once
    int fetchers = 0; ///< number of the round: another process fetches the keys meanwhile
    std::optional<Meddling> meddling;
    /// listKeys answers as things were so long ago; a thousand times as long by the program's clock.
    std::chrono::milliseconds keyReadLag{0};
    QList<SimulatedFault> later; ///< what the requests behind the regeneration meet
    bool fetches = false;        ///< the person gets the keys from Azure as soon as it has ended, and again

    [[nodiscard]] bool isKilled() const;
    /// It is the whole process that meets it.
    [[nodiscard]] bool needsProcess() const { return isKilled() || fullDisk; }
};

/// All of them, in the order of their kinds. The same in each process of one build.
[[nodiscard]] QList<FaultCase> allFaultCases();

/// About @p count of them: of each kind the same number, evenly spread; 0: all.
[[nodiscard]] QList<FaultCase> chosenFrom(const QList<FaultCase>& cases, qsizetype count);

} // namespace CommKeys
