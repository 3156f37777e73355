// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationplan.h"

#include <QFile>
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
            {{int(State::Idle), int(Event::Started)}, State::Checking},
            {{int(State::Idle), int(Event::TakenUpAgain)}, State::ListingAfter},
            {{int(State::Checking), int(Event::ChecksPassed)}, State::ListingBefore},
            {{int(State::Checking), int(Event::ChecksFailed)}, State::Refused},
            {{int(State::ListingBefore), int(Event::ListedBefore)}, State::Noting},
            {{int(State::ListingBefore), int(Event::CannotListBefore)}, State::Noting},
            {{int(State::ListingBefore), int(Event::SignInNeeded)}, State::Refused},
            {{int(State::Noting), int(Event::Noted)}, State::Posting},
            {{int(State::Noting), int(Event::CannotNote)}, State::Refused},
            {{int(State::Posting), int(Event::Answered)}, State::Keeping},
            {{int(State::Posting), int(Event::RefusedByServer)}, State::Unchanged},
            {{int(State::Posting), int(Event::AnswerLost)}, State::ListingAfter},
            {{int(State::ListingAfter), int(Event::FoundChanged)}, State::Keeping},
            {{int(State::ListingAfter), int(Event::FoundSameSoFar)}, State::Settling},
            {{int(State::ListingAfter), int(Event::FoundUnchanged)}, State::Unchanged},
            {{int(State::ListingAfter), int(Event::FoundSomeKey)}, State::Keeping},
            {{int(State::ListingAfter), int(Event::CannotTellYet)}, State::Settling},
            {{int(State::ListingAfter), int(Event::CannotTell)}, State::Unclear},
            {{int(State::Settling), int(Event::TimePassed)}, State::ListingAfter},
            {{int(State::Keeping), int(Event::KeptIt)}, State::Kept},
            {{int(State::Keeping), int(Event::CouldNotKeep)}, State::NotKept},
        };
        QCOMPARE(transitions().size(), static_cast<size_t>(table.size()));
        for (int state = int(State::Idle); state <= int(State::Unclear); ++state) {
            for (int event = int(Event::Started); event <= int(Event::CouldNotKeep); ++event) {
                const State expected = table.value({state, event}, State(state));
                QVERIFY2(next(State(state), Event(event)) == expected,
                         qPrintable(QStringLiteral("state %1, event %2").arg(state).arg(event)));
            }
        }
    }

    void theArchitectureShowsThisTable()
    {
        QFile page(QStringLiteral(COMMKEYS_ARCHITECTURE));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        QString rows = QStringLiteral("| state | event | next |\n|---|---|---|\n");
        for (const Transition& transition : transitions()) {
            const QString to = nameOf(transition.to);
            rows += QStringLiteral("| %1 | %2 | %3 |\n")
                        .arg(nameOf(transition.from), nameOf(transition.event),
                             isEnd(transition.to) ? QStringLiteral("**%1**").arg(to) : to);
        }
        QVERIFY2(text.contains(rows), qPrintable(rows));
    }

    void nothingIsSentBeforeItIsNoted()
    {
        for (const Transition& transition : transitions()) {
            if (transition.to == State::Posting) {
                QVERIFY(transition.from == State::Noting && transition.event == Event::Noted);
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
        for (const State state : {State::Refused, State::Kept, State::NotKept, State::Unchanged, State::Unclear}) {
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
