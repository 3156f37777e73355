// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationplan.h"

#include <QHash>
#include <QTest>

namespace CommKeys::RotationPlan {

class RotationPlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyPairOfStateAndEventHasTheAnswerOfThisTable()
    {
        // All pairs that lead on; every other one leads nowhere.
        const QHash<QPair<int, int>, State> table{
            {{int(State::Idle), int(Event::Started)}, State::ListingBefore},
            {{int(State::ListingBefore), int(Event::ListedBefore)}, State::Posting},
            {{int(State::ListingBefore), int(Event::CannotListBefore)}, State::Posting},
            {{int(State::Posting), int(Event::Answered)}, State::Keeping},
            {{int(State::Posting), int(Event::RefusedByServer)}, State::Unchanged},
            {{int(State::Posting), int(Event::AnswerLost)}, State::ListingAfter},
            {{int(State::ListingAfter), int(Event::FoundChanged)}, State::Keeping},
            {{int(State::ListingAfter), int(Event::FoundUnchanged)}, State::Unchanged},
            {{int(State::ListingAfter), int(Event::CannotTell)}, State::Unclear},
            {{int(State::Keeping), int(Event::KeptIt)}, State::Kept},
            {{int(State::Keeping), int(Event::CouldNotKeep)}, State::NotKept},
        };
        for (int state = int(State::Idle); state <= int(State::Unclear); ++state) {
            for (int event = int(Event::Started); event <= int(Event::CouldNotKeep); ++event) {
                const State expected = table.value({state, event}, State(state));
                QVERIFY2(next(State(state), Event(event)) == expected,
                         qPrintable(QStringLiteral("state %1, event %2").arg(state).arg(event)));
            }
        }
    }

    void onceSentThereIsNoWayBackToSending()
    {
        for (int state = int(State::Posting); state <= int(State::Unclear); ++state) {
            for (int event = int(Event::Started); event <= int(Event::CouldNotKeep); ++event) {
                const State after = next(State(state), Event(event));
                QVERIFY(!isBeforeSending(after));
                QVERIFY(after != State::Posting || State(state) == State::Posting);
            }
        }
    }

    void everyEndIsAnEnd()
    {
        for (const State state : {State::Kept, State::NotKept, State::Unchanged, State::Unclear}) {
            QVERIFY(isEnd(state));
            for (int event = int(Event::Started); event <= int(Event::CouldNotKeep); ++event) {
                QVERIFY(next(state, Event(event)) == state);
            }
        }
    }
};

} // namespace CommKeys::RotationPlan

QTEST_GUILESS_MAIN(CommKeys::RotationPlan::RotationPlanTest)
#include "rotationplantest.moc"
