// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys::RotationPlan {

/// Where a regeneration stands. The names are what is being waited for.
enum class State {
    Idle,
    ListingBefore, ///< what the key is now, so that a lost answer can be told from none
    Posting,       ///< the regeneration itself
    ListingAfter,  ///< the answer was unclear: ask what the key is now
    Keeping,       ///< into the keychain, read back, compared
    Kept,
    NotKept,
    Unchanged,
    Unclear,
};

/// What happened while waiting.
enum class Event {
    Started,
    ListedBefore,     ///< the key as it was is known
    CannotListBefore, ///< it is not (no permission to list, no connection): go on without
    Answered,         ///< 200 with the new key
    RefusedByServer,  ///< certainly not carried out
    AnswerLost,       ///< it may have been carried out
    FoundChanged,     ///< after a lost answer: the key is another one now
    FoundUnchanged,   ///< after a lost answer: the key is the same as before
    CannotTell,       ///< after a lost answer: the key could not be listed, or there is nothing to compare with
    KeptIt,
    CouldNotKeep,
};

/// The next state; the same state when the event means nothing in it. Pure: all there is to know about the order of
/// things is in this one function, and every pair of state and event has an answer.
[[nodiscard]] State next(State state, Event event);

/// True for the four states in which nothing more happens.
[[nodiscard]] bool isEnd(State state);

/// True while the request has not gone out: only then can a regeneration be called off.
[[nodiscard]] bool isBeforeSending(State state);

} // namespace CommKeys::RotationPlan
