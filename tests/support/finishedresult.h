// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace CommKeys {

/// Starts a job and waits for its result. The limit is there only for a test that is broken: a job that never ends.
/// QTest::qWaitFor would sleep after each step of the job.
template <typename T>
[[nodiscard]] Result<T> finishedResult(JobOf<T>* job)
{
    constexpr int never = 60'000;
    std::optional<Result<T>> result;
    QEventLoop loop;
    QTimer::singleShot(never, &loop, &QEventLoop::quit);
    job->onFinished(&loop, [&result, &loop](const Result<T>& finished) {
        result.emplace(finished);
        loop.quit();
    });
    job->start();
    loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (!result) {
        return Error::badAnswer(QStringLiteral("the job did not finish"));
    }
    return *std::move(result);
}

} // namespace CommKeys
