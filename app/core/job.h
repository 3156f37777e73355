// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace CommKeys {

/// One piece of asynchronous work. The contract that everything above stands on:
///
/// 1. A job is made with an owner as its QObject parent. When the owner goes, the job goes with it, ends whatever it
///    started, and says nothing: nobody is called back who is no longer there.
/// 2. start() is called once. The work begins in the event loop, never inside start().
/// 3. finished() is emitted exactly once, always from the event loop, never inside start() or cancel(); after it the
///    job deletes itself. Read the result inside a slot of finished(), or use JobOf::onFinished().
/// 4. cancel() ends the work and the job finishes with ErrorKind::Cancelled. It may be called at any time, also before
///    start() (the job then finishes without having begun) and again; after the result is in it changes nothing.
///    A job that has passed a point of no return says so (isCancellable()) and goes on to its end.
/// 5. The first result counts. Whatever the work says after that is ignored.
///
/// A job that needs others makes them with itself as the parent: cancelling is destruction, all the way down.
class Job : public QObject
{
    Q_OBJECT

public:
    explicit Job(QObject* parent) : QObject(parent) {}

    void start();
    void cancel();

    [[nodiscard]] bool isFinished() const { return m_finished; }

signals:
    /// @p done of @p total pieces; total 0: not known yet. Between start() and finished(), any number of times.
    void progressed(int done, int total);
    /// The server asked to wait: the same request goes out again after @p wait. For "Trying again in 6 s…".
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    void finished();

protected:
    /// Begins the work. Called once, from the event loop.
    virtual void run() = 0;
    /// Ends work that does not end by itself when child objects are deleted. Children are deleted after it.
    virtual void abort() {}
    /// False from the moment on from which the work cannot be called back: cancel() then does nothing.
    [[nodiscard]] virtual bool isCancellable() const { return true; }
    /// Stores Error::cancelled() as the result.
    virtual void setCancelled() = 0;

    /// True until a result is in: check it in a slot that may be called late.
    [[nodiscard]] bool isOpen() const { return !m_settled; }
    /// The result is in; finished() follows from the event loop.
    void settle();

private:
    void deliver();

    bool m_started = false;
    bool m_settled = false;
    bool m_finished = false;
};

/// A Job with a result of type T.
///
///     JobOf<KeyPair>* job = keys.listKeys(id, this);
///     job->onFinished(this, [this](const Result<KeyPair>& result) { … });
///     job->start();
template <typename T>
class JobOf : public Job
{
public:
    using Job::Job;

    /// Only inside a slot of finished() or later.
    [[nodiscard]] const Result<T>& result() const { return *m_result; }

    /// Calls @p receive with the result, unless @p context is gone by then. Returns the job, so that
    /// `makeJob(…)->onFinished(this, …)->start()` reads as one sentence.
    template <typename Receiver>
    JobOf* onFinished(const QObject* context, Receiver receive)
    {
        connect(this, &Job::finished, context, [this, receive = std::move(receive)] { receive(result()); });
        return this;
    }

protected:
    void finishWith(Result<T> result)
    {
        if (isOpen()) {
            m_result.emplace(std::move(result));
            settle();
        }
    }

private:
    void setCancelled() override { m_result.emplace(Error::cancelled()); }

    std::optional<Result<T>> m_result;
};

} // namespace CommKeys
