// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

namespace CommKeys {

/// A job whose result is known before it starts: for input that is refused before anything is sent, and for stores
/// that live in memory. It keeps the whole contract of Job; above all it finishes from the event loop.
template <typename T>
class FinishedJob final : public JobOf<T>
{
public:
    FinishedJob(Result<T> result, QObject* parent) : JobOf<T>(parent), m_known(std::move(result)) {}

private:
    void run() override { this->finishWith(std::move(m_known)); }

    Result<T> m_known;
};

} // namespace CommKeys
