// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>

namespace CommKeys::RotationPlan {

/// Where a regeneration stands. The names are what is being waited for.
enum class State {
    Idle,
    Checking,      ///< may it be done, and is there a place for the new key?
    ListingBefore, ///< what the key is now, so that a lost answer can be told from none
    Noting,        ///< into the journal, on the disk, before anything is destroyed
    Posting,       ///< the regeneration itself
    ListingAfter,  ///< the answer was unclear, or the program ended meanwhile: ask what the key is now
    Settling,      ///< it is as before, but the request may still be carried out: let time pass before asking again
    Keeping,       ///< into the keychain, read back, compared
    Refused,
    Kept,
    NotKept,
    Unchanged,
    Unclear,
};

/// What happened while waiting.
enum class Event {
    Started,
    TakenUpAgain,     ///< an earlier run of the program left it open: the request has, or may have, gone out
    ChecksPassed,     ///< nothing speaks against it, as far as could be asked
    ChecksFailed,     ///< something does: a lock, a missing permission, a keychain that does not take a write
    ListedBefore,     ///< the key as it was is known
    CannotListBefore, ///< it is not (no permission to list, no connection): go on without
    SignInNeeded,     ///< the service does not take the sign-in: the regeneration would be refused, too
    Noted,            ///< the journal is on the disk
    CannotNote,       ///< it is not: nothing may be sent
    Answered,         ///< 200 with the new key
    RefusedByServer,  ///< certainly not carried out
    AnswerLost,       ///< it may have been carried out
    FoundChanged,     ///< after a lost answer: the key is another one now
    FoundSameSoFar,   ///< after a lost answer: the key is the same as before, and the request may still arrive
    FoundUnchanged,   ///< after a lost answer: the key is the same as before, and will stay so
    FoundSomeKey,     ///< after a lost answer: nobody knows what the key was before, but this is the one that counts
    CannotTellYet,    ///< after a lost answer: the key could not be listed, and there is time to ask again
    CannotTell,       ///< after a lost answer: the key could not be listed, and there is no more time
    TimePassed,
    KeptIt,
    CouldNotKeep,
};

struct Transition
{
    State from;
    Event event;
    State to;
};

/// All that leads anywhere. The table in app/README.md is this one (tests/rotation/rotationplantest).
[[nodiscard]] std::span<const Transition> transitions();

/// The next state; the same state when the event means nothing in it. Pure: all there is to know about the order of
/// things is in the one table, and every pair of state and event has an answer.
[[nodiscard]] State next(State state, Event event);

/// True for the five states in which nothing more happens.
[[nodiscard]] bool isEnd(State state);

/// True while the request has not gone out: only then can a regeneration be called off.
[[nodiscard]] bool isBeforeSending(State state);

/// As in the code, for logs and the documentation; not translated.
[[nodiscard]] QString nameOf(State state);
[[nodiscard]] QString nameOf(Event event);

} // namespace CommKeys::RotationPlan
