// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QTest>

#include <optional>

namespace CommKeys {

/// Starts a job and waits for its result. The limit is there only for a test that is broken: a job that never ends.
template <typename T>
[[nodiscard]] Result<T> finishedResult(JobOf<T>* job)
{
    constexpr int never = 60'000;
    std::optional<Result<T>> result;
    QObject context;
    job->onFinished(&context, [&result](const Result<T>& finished) { result.emplace(finished); });
    job->start();
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, never)) {
        return Error::badAnswer(QStringLiteral("the job did not finish"));
    }
    return *std::move(result);
}

} // namespace CommKeys
