// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationplan.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys::RotationPlan {

namespace {

constexpr std::array table{
    Transition{State::Idle, Event::Started, State::Checking},
    Transition{State::Idle, Event::TakenUpAgain, State::ListingAfter},
    Transition{State::Checking, Event::ChecksPassed, State::ListingBefore},
    Transition{State::Checking, Event::ChecksFailed, State::Refused},
    // Without the permission to list keys one may still regenerate; only a lost answer would then stay unclear.
    Transition{State::ListingBefore, Event::ListedBefore, State::Noting},
    Transition{State::ListingBefore, Event::CannotListBefore, State::Noting},
    Transition{State::ListingBefore, Event::SignInNeeded, State::Refused},
    Transition{State::Noting, Event::Noted, State::Posting},
    Transition{State::Noting, Event::CannotNote, State::Refused},
    Transition{State::Posting, Event::Answered, State::Keeping},
    Transition{State::Posting, Event::RefusedByServer, State::Unchanged},
    Transition{State::Posting, Event::AnswerLost, State::ListingAfter},
    Transition{State::ListingAfter, Event::FoundChanged, State::Keeping},
    Transition{State::ListingAfter, Event::FoundSameSoFar, State::Settling},
    Transition{State::ListingAfter, Event::FoundUnchanged, State::Unchanged},
    Transition{State::ListingAfter, Event::FoundSomeKey, State::Keeping},
    Transition{State::ListingAfter, Event::CannotTellYet, State::Settling},
    Transition{State::ListingAfter, Event::CannotTell, State::Unclear},
    Transition{State::Settling, Event::TimePassed, State::ListingAfter},
    Transition{State::Keeping, Event::KeptIt, State::Kept},
    Transition{State::Keeping, Event::CouldNotKeep, State::NotKept},
};

} // namespace

std::span<const Transition> transitions()
{
    return table;
}

State next(State state, Event event)
{
    const auto* found = std::find_if(table.begin(), table.end(), [state, event](const Transition& transition) {
        return transition.from == state && transition.event == event;
    });
    return found == table.end() ? state : found->to;
}

bool isEnd(State state)
{
    return std::none_of(table.begin(), table.end(),
                        [state](const Transition& transition) { return transition.from == state; });
}

bool isBeforeSending(State state)
{
    return state == State::Idle || state == State::Checking || state == State::ListingBefore || state == State::Noting;
}

QString nameOf(State state)
{
    switch (state) {
    case State::Idle:
        return u"Idle"_s;
    case State::Checking:
        return u"Checking"_s;
    case State::ListingBefore:
        return u"ListingBefore"_s;
    case State::Noting:
        return u"Noting"_s;
    case State::Posting:
        return u"Posting"_s;
    case State::ListingAfter:
        return u"ListingAfter"_s;
    case State::Settling:
        return u"Settling"_s;
    case State::Keeping:
        return u"Keeping"_s;
    case State::Refused:
        return u"Refused"_s;
    case State::Kept:
        return u"Kept"_s;
    case State::NotKept:
        return u"NotKept"_s;
    case State::Unchanged:
        return u"Unchanged"_s;
    case State::Unclear:
        return u"Unclear"_s;
    }
    return {};
}

QString nameOf(Event event)
{
    switch (event) {
    case Event::Started:
        return u"Started"_s;
    case Event::TakenUpAgain:
        return u"TakenUpAgain"_s;
    case Event::ChecksPassed:
        return u"ChecksPassed"_s;
    case Event::ChecksFailed:
        return u"ChecksFailed"_s;
    case Event::ListedBefore:
        return u"ListedBefore"_s;
    case Event::CannotListBefore:
        return u"CannotListBefore"_s;
    case Event::SignInNeeded:
        return u"SignInNeeded"_s;
    case Event::Noted:
        return u"Noted"_s;
    case Event::CannotNote:
        return u"CannotNote"_s;
    case Event::Answered:
        return u"Answered"_s;
    case Event::RefusedByServer:
        return u"RefusedByServer"_s;
    case Event::AnswerLost:
        return u"AnswerLost"_s;
    case Event::FoundChanged:
        return u"FoundChanged"_s;
    case Event::FoundSameSoFar:
        return u"FoundSameSoFar"_s;
    case Event::FoundUnchanged:
        return u"FoundUnchanged"_s;
    case Event::FoundSomeKey:
        return u"FoundSomeKey"_s;
    case Event::CannotTellYet:
        return u"CannotTellYet"_s;
    case Event::CannotTell:
        return u"CannotTell"_s;
    case Event::TimePassed:
        return u"TimePassed"_s;
    case Event::KeptIt:
        return u"KeptIt"_s;
    case Event::CouldNotKeep:
        return u"CouldNotKeep"_s;
    }
    return {};
}

} // namespace CommKeys::RotationPlan
