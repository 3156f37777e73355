// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/job.h"
#include "core/finishedjob.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Finishes when it is told to.
class ManualJob final : public JobOf<int>
{
public:
    using JobOf<int>::JobOf;
    using JobOf<int>::finishWith;

    Job* startChild()
    {
        m_child = new ManualJob(this);
        m_child->onFinished(this, [this](const Result<int>& result) { finishWith(result); })->start();
        return m_child;
    }

    int runs = 0;
    int aborts = 0;
    bool cancellable = true;

protected:
    [[nodiscard]] bool isCancellable() const override { return cancellable; }

private:
    void run() override { ++runs; }
    void abort() override { ++aborts; }

    ManualJob* m_child = nullptr;
};

} // namespace

class JobTest final : public QObject
{
    Q_OBJECT

private slots:
    void beginsInTheEventLoopAndNotInsideStart()
    {
        auto* job = new ManualJob(this);
        job->start();
        QCOMPARE(job->runs, 0);
        QTRY_COMPARE(job->runs, 1);
        delete job;
    }

    void finishesOnceFromTheEventLoopAndDeletesItself()
    {
        QPointer<ManualJob> job = new ManualJob(this);
        QSignalSpy finished(job, &Job::finished);
        job->start();
        QTRY_COMPARE(job->runs, 1);
        job->finishWith(7);
        job->finishWith(8);
        QCOMPARE(finished.count(), 0);
        QTRY_COMPARE(finished.count(), 1);
        QTRY_VERIFY(!job);
        QCOMPARE(finished.count(), 1);
    }

    void handsTheFirstResultToWhoeverAsked()
    {
        auto* job = new ManualJob(this);
        QList<int> received;
        job->onFinished(this, [&received](const Result<int>& result) { received << *result; })->start();
        QTRY_COMPARE(job->runs, 1);
        job->finishWith(7);
        job->finishWith(Error::cancelled());
        QTRY_COMPARE(received, QList<int>{7});
    }

    void callsNobodyBackWhoIsGone()
    {
        auto* context = new QObject(this);
        auto* job = new ManualJob(this);
        bool wasCalled = false;
        job->onFinished(context, [&wasCalled](const Result<int>&) { wasCalled = true; })->start();
        QTRY_COMPARE(job->runs, 1);
        delete context;
        job->finishWith(7);
        QPointer<Job> watched = job;
        QTRY_VERIFY(!watched);
        QVERIFY(!wasCalled);
    }

    void diesSilentlyWithItsOwner()
    {
        auto* owner = new QObject;
        auto* job = new ManualJob(owner);
        bool wasCalled = false;
        job->onFinished(this, [&wasCalled](const Result<int>&) { wasCalled = true; })->start();
        QTRY_COMPARE(job->runs, 1);
        job->finishWith(7);
        delete owner; // the result is in, and nobody will hear of it
        QTest::qWait(0);
        QVERIFY(!wasCalled);
    }

    void cancelFinishesLaterWithCancelledAndEndsTheWork()
    {
        auto* job = new ManualJob(this);
        std::optional<ErrorKind> kind;
        job->onFinished(this, [&kind](const Result<int>& result) { kind = result.error().kind; })->start();
        QTRY_COMPARE(job->runs, 1);
        QPointer<Job> child = job->startChild();
        job->cancel();
        job->cancel();
        QVERIFY(!kind);
        QCOMPARE(job->aborts, 1);
        QTRY_VERIFY(kind == ErrorKind::Cancelled);
        QTRY_VERIFY(!child);
    }

    void cancelBeforeStartFinishesWithoutHavingBegun()
    {
        QPointer<ManualJob> job = new ManualJob(this);
        int finished = 0;
        int runs = -1;
        job->onFinished(this, [&](const Result<int>&) {
            ++finished;
            runs = job->runs;
        });
        job->cancel();
        job->start();
        QTRY_COMPARE(finished, 1);
        QCOMPARE(runs, 0);
    }

    void cancelAfterTheResultChangesNothing()
    {
        auto* job = new ManualJob(this);
        std::optional<int> received;
        job->onFinished(this, [&received](const Result<int>& result) { received = *result; })->start();
        QTRY_COMPARE(job->runs, 1);
        job->finishWith(7);
        job->cancel();
        QTRY_COMPARE(received.value_or(0), 7);
    }

    void cancelIsNotObeyedBeyondThePointOfNoReturn()
    {
        auto* job = new ManualJob(this);
        std::optional<int> received;
        job->onFinished(this, [&received](const Result<int>& result) { received = *result; })->start();
        QTRY_COMPARE(job->runs, 1);
        job->cancellable = false;
        job->cancel();
        job->finishWith(7);
        QTRY_COMPARE(received.value_or(0), 7);
    }

    void cancelMayBeCalledFromASlotOfTheChildThatIsFinishing()
    {
        auto* job = new ManualJob(this);
        int finished = 0;
        job->onFinished(this, [&finished](const Result<int>&) { ++finished; })->start();
        QTRY_COMPARE(job->runs, 1);
        auto* child = new FinishedJob<int>(3, job);
        child->onFinished(job, [job](const Result<int>&) { job->cancel(); })->start();
        QTRY_COMPARE(finished, 1);
    }

    void aJobWhoseResultIsKnownKeepsTheContractToo()
    {
        bool wasCalled = false;
        auto* job = new FinishedJob<int>(5, this);
        job->onFinished(this, [&wasCalled](const Result<int>& result) { wasCalled = *result == 5; })->start();
        QVERIFY(!wasCalled);
        QTRY_VERIFY(wasCalled);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::JobTest)
#include "jobtest.moc"
