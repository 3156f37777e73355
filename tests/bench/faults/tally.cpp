// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/tally.h"

#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr const char* rowFormat = "| %-26s | %6s | %7s | %11s | %9s | %12s | %22s | %6s |\n";

void printRow(const QString& kind, const QStringList& cells)
{
    std::printf(rowFormat, qUtf8Printable(kind), qUtf8Printable(cells.at(0)), qUtf8Printable(cells.at(1)),
                qUtf8Printable(cells.at(2)), qUtf8Printable(cells.at(3)), qUtf8Printable(cells.at(4)),
                qUtf8Printable(cells.at(5)), qUtf8Printable(cells.at(6)));
}

template <typename Counts>
void printCounts(const QString& kind, const Counts& counts)
{
    QStringList cells{QString::number(std::accumulate(counts.begin(), counts.end(), 0))};
    for (const int count : counts) {
        cells.append(QString::number(count));
    }
    printRow(kind, cells);
}

} // namespace

QString Tally::lineOf(const FaultCase& what, const Verdict& verdict)
{
    return QStringList{what.kind, what.name, QString::number(static_cast<int>(verdict.ending)), verdict.problem}.join(
        u'\t');
}

bool Tally::add(const QString& line)
{
    const QStringList parts = line.split(u'\t');
    if (parts.size() != 4) {
        return false;
    }
    const auto ending = static_cast<std::size_t>(parts.at(2).toInt());
    m_kinds[parts.at(0)].at(ending) += 1;
    if (ending == endings - 1) {
        m_failures.append({parts.at(1), parts.at(3)});
    }
    return true;
}

void Tally::print(const QString& program) const
{
    printRow(u"kind"_s, {u"cases"_s, u"at once"_s, u"found again"_s, u"unchanged"_s, u"nothing sent"_s,
                         u"resolved by next start"_s, u"FAILED"_s});
    printRow(u"---"_s, QStringList(7, u"--:"_s));
    std::array<int, endings> sum{};
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind) {
        printCounts(kind.key(), *kind);
        for (std::size_t index = 0; index < endings; ++index) {
            sum.at(index) += kind->at(index);
        }
    }
    printCounts(u"all"_s, sum);
    for (const auto& [name, problem] : m_failures) {
        std::printf("\nFAILED %s: %s\n  again: %s --case '%s'\n", qUtf8Printable(name), qUtf8Printable(problem),
                    qUtf8Printable(program), qUtf8Printable(name));
    }
    std::fflush(stdout);
}

int Tally::count() const
{
    int all = 0;
    for (const auto& kind : m_kinds) {
        all = std::accumulate(kind.begin(), kind.end(), all);
    }
    return all;
}

} // namespace CommKeys
