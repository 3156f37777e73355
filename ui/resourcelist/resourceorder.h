// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>

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
    /// Values have changed, but no names.
    void update();

private:
    void arrange();
    void arrangeByAge();
    void arrangeByRank(const std::vector<int>& rankOfRow);
    void arrangeByHostName();
    [[nodiscard]] std::vector<int> ranks() const;
    [[nodiscard]] bool isNamedBefore(int a, int b) const;

    const ResourceListModel& m_resources;
    QCollator m_collator;
    std::vector<int> m_byName;
    std::vector<int> m_rows;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace CommKeys
