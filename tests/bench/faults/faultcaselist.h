// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faults/faultcase.h"

namespace CommKeys {

/// Collects cases, each with the variants that every kind has.
class FaultCaseList
{
public:
    /// One case for each key, with an empty keychain and with one that has both keys.
    void add(FaultCase one, const QString& name);
    void addOne(FaultCase one, const QString& name);
    /// One of the four variants that add() makes, another one with each @p number.
    void addVariant(FaultCase one, const QString& name, int number);
    [[nodiscard]] const QList<FaultCase>& all() const { return m_cases; }

private:
    QList<FaultCase> m_cases;
};

[[nodiscard]] FaultCase ofKind(const QString& kind);
/// What meets the regeneration.
[[nodiscard]] SimulatedFault faultOf(bool acts, SimulatedFault::Reply reply);
[[nodiscard]] SimulatedFault statusOf(bool acts, int status);

/// Answers that are out of date, or put in the place of others; other people and processes at the same resource.
void addFreshnessCases(FaultCaseList& cases);

} // namespace CommKeys
