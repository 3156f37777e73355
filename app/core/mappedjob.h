// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <functional>

namespace CommKeys {

/// A job whose result is made out of another job's, be that a value or an Error.
template <typename From, typename To>
class MappedJob final : public JobOf<To>
{
public:
    /// Makes the other job, not yet started, as a child of @p parent.
    using Make = std::function<JobOf<From>*(QObject* parent)>;
    /// Pure.
    using Map = std::function<Result<To>(const Result<From>& result)>;

    MappedJob(const Make& make, Map map, QObject* parent) : JobOf<To>(parent), m_job(make(this)), m_map(std::move(map))
    {
    }

private:
    void run() override
    {
        QObject::connect(m_job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        m_job->onFinished(this, [this](const Result<From>& result) { this->finishWith(m_map(result)); })->start();
    }

    JobOf<From>* m_job;
    Map m_map;
};

} // namespace CommKeys
