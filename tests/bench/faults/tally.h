// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faults/caserun.h"

#include <QMap>

#include <array>

namespace CommKeys {

/// Counts how cases ended, and prints it.
class Tally
{
public:
    /// A verdict as one process tells it to another: kind, name, ending and problem, with tabs between.
    [[nodiscard]] static QString lineOf(const FaultCase& what, const Verdict& verdict);

    /// False when @p line is no such line.
    bool add(const QString& line);

    void print(const QString& program) const;
    [[nodiscard]] int count() const;
    [[nodiscard]] bool hasFailed() const { return !m_failures.isEmpty(); }

private:
    static constexpr std::size_t endings = 6;

    QMap<QString, std::array<int, endings>> m_kinds;
    QList<std::pair<QString, QString>> m_failures; ///< name and problem
};

} // namespace CommKeys
