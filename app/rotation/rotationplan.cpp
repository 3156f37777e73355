// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationplan.h"

namespace CommKeys::RotationPlan {

State next(State state, Event event)
{
    switch (state) {
    case State::Idle:
        return event == Event::Started ? State::ListingBefore : state;
    case State::ListingBefore:
        // Without the permission to list keys one may still regenerate; only a lost answer would then stay unclear.
        return event == Event::ListedBefore || event == Event::CannotListBefore ? State::Posting : state;
    case State::Posting:
        switch (event) {
        case Event::Answered:
            return State::Keeping;
        case Event::RefusedByServer:
            return State::Unchanged;
        case Event::AnswerLost:
            return State::ListingAfter;
        default:
            return state;
        }
    case State::ListingAfter:
        switch (event) {
        case Event::FoundChanged:
            return State::Keeping;
        case Event::FoundUnchanged:
            return State::Unchanged;
        case Event::CannotTell:
            return State::Unclear;
        default:
            return state;
        }
    case State::Keeping:
        switch (event) {
        case Event::KeptIt:
            return State::Kept;
        case Event::CouldNotKeep:
            return State::NotKept;
        default:
            return state;
        }
    case State::Kept:
    case State::NotKept:
    case State::Unchanged:
    case State::Unclear:
        return state;
    }
    return state;
}

bool isEnd(State state)
{
    return state == State::Kept || state == State::NotKept || state == State::Unchanged || state == State::Unclear;
}

bool isBeforeSending(State state)
{
    return state == State::Idle || state == State::ListingBefore;
}

} // namespace CommKeys::RotationPlan
