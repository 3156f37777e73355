// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resourcelist/wordranks.h"

#include <QString>

#include <vector>

namespace CommKeys {

class ResourceListModel;

/// The rows of a ResourceListModel in the order of one of its columns, and in the order of their names where it has
/// equals; kept up to date by being told what has happened, in time that grows with the list and not with its square.
///
/// Names and host names by compareNaturally(); ages by days; the words of people (groups, subscriptions, places, tags)
/// as their language sorts.
class ResourceOrder
{
public:
    /// @p resources outlives this, and is empty.
    explicit ResourceOrder(const ResourceListModel& resources);

    /// All rows of the model.
    [[nodiscard]] const std::vector<int>& rows() const { return m_rows; }
    [[nodiscard]] int column() const { return m_column; }

    /// Descending is ascending, read backwards.
    void sortBy(int column, Qt::SortOrder order);
    /// Rows from @p first on are new, at the end of the model.
    void insert(int first);
    /// Rows @p first to @p last are gone, and those behind them have moved up.
    void remove(int first, int last);
    /// Rows @p first to @p last have changed in these columns, but no names.
    void update(int first, int last, int firstColumn, int lastColumn);

private:
    using Rows = std::vector<int>;

    /// What is to be known of a row's name to sort by host names; side by side, for reading texts that lie anywhere
    /// in memory takes a tenth of a second for a hundred thousand rows.
    struct Name
    {
        size_t hash = 0;
        bool isHostsLabel = false; ///< the first one
    };

    void arrange();
    void turn();
    void arrangeByAge();
    void arrangeByWords();
    void arrangeByHostName();
    void insertByHostName(Rows fresh);
    void arrangeByRank(const std::vector<int>& rankOfRow);
    void noteNames(int first, int last);
    [[nodiscard]] QString hostName(int row) const;
    [[nodiscard]] bool isNamedBefore(int a, int b) const;

    const ResourceListModel& m_resources;
    Rows m_byName;
    Rows m_rows;
    std::vector<Name> m_nameOfRow;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    WordRanks m_words; ///< of the column, where it is sorted by such; what came in last may be missing
};

} // namespace CommKeys
