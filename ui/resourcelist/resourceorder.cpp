// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourceorder.h"

#include "core/hostlabel.h"
#include "resourcelist/naturalorder.h"
#include "resourcelist/resourcelistmodel.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace CommKeys {

namespace {

/// Puts the few of @p some into their places among the many of @p all, both sorted; looks only at as many of these as
/// it takes to find the places.
template <typename IsBefore>
std::vector<int> merged(const std::vector<int>& all, const std::vector<int>& some, IsBefore isBefore)
{
    std::vector<int> result;
    result.reserve(all.size() + some.size());
    auto at = all.begin();
    for (const int one : some) {
        const auto place = std::upper_bound(at, all.end(), one, isBefore);
        result.insert(result.end(), at, place);
        result.push_back(one);
        at = place;
    }
    result.insert(result.end(), at, all.end());
    return result;
}

} // namespace

ResourceOrder::ResourceOrder(const ResourceListModel& resources) : m_resources(resources) {}

void ResourceOrder::sortBy(int column, Qt::SortOrder order)
{
    const bool isReversed = m_column == column && m_order != order;
    m_column = column;
    m_order = order;
    if (isReversed) {
        std::reverse(m_rows.begin(), m_rows.end());
    } else {
        m_words.clear();
        arrange();
    }
}

void ResourceOrder::insert(int first)
{
    m_nameOfRow.resize(static_cast<size_t>(m_resources.rowCount()));
    noteNames(first, m_resources.rowCount() - 1);
    Rows fresh(static_cast<size_t>(m_resources.rowCount() - first));
    std::iota(fresh.begin(), fresh.end(), first);
    const auto isBefore = [this](int a, int b) { return isNamedBefore(a, b); };
    std::sort(fresh.begin(), fresh.end(), isBefore);
    m_byName = merged(m_byName, fresh, isBefore);
    if (m_column == ResourceListModel::HostName) {
        turn();
        insertByHostName(std::move(fresh));
        turn();
    } else {
        arrange();
    }
}

void ResourceOrder::remove(int first, int last)
{
    for (std::vector<int>* rows : {&m_byName, &m_rows}) {
        std::erase_if(*rows, [=](int row) { return row >= first && row <= last; });
        for (int& row : *rows) {
            row -= row > last ? last - first + 1 : 0;
        }
    }
    m_nameOfRow.erase(m_nameOfRow.begin() + first, m_nameOfRow.begin() + last + 1);
    if (m_words.size() > 0) {
        m_words.remove(static_cast<size_t>(first), static_cast<size_t>(last));
    }
}

void ResourceOrder::update(int first, int last, int firstColumn, int lastColumn)
{
    const auto hasChanged = [=](int column) { return firstColumn <= column && column <= lastColumn; };
    if (hasChanged(ResourceListModel::HostName)) {
        noteNames(first, last);
    }
    if (hasChanged(m_column)) {
        m_words.clear();
        arrange();
    }
}

void ResourceOrder::noteNames(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QString& name = m_resources.resource(row).name();
        m_nameOfRow[static_cast<size_t>(row)] = {naturalHash(name),
                                                 beginsWithLabel(hostName(row), name, Qt::CaseInsensitive)};
    }
}

void ResourceOrder::arrange()
{
    if (m_column == ResourceListModel::Age) {
        arrangeByAge();
    } else if (m_column == ResourceListModel::Name) {
        m_rows = m_byName;
    } else if (m_column == ResourceListModel::HostName) {
        arrangeByHostName();
    } else {
        arrangeByWords();
    }
    turn();
}

void ResourceOrder::turn()
{
    if (m_order == Qt::DescendingOrder) {
        std::reverse(m_rows.begin(), m_rows.end());
    }
}

void ResourceOrder::arrangeByAge()
{
    std::vector<int> daysOfRow(m_byName.size());
    QSet<int> different;
    for (size_t row = 0; row < daysOfRow.size(); ++row) {
        daysOfRow[row] = m_resources.ageInDays(static_cast<int>(row));
        different.insert(daysOfRow[row]);
    }
    std::vector<int> inOrder(different.cbegin(), different.cend());
    std::sort(inOrder.begin(), inOrder.end());
    for (int& days : daysOfRow) {
        days = static_cast<int>(std::lower_bound(inOrder.begin(), inOrder.end(), days) - inOrder.begin());
    }
    arrangeByRank(daysOfRow);
}

void ResourceOrder::arrangeByWords()
{
    while (m_words.size() < m_byName.size()) {
        m_words.append(m_resources.text(static_cast<int>(m_words.size()), m_column));
    }
    arrangeByRank(m_words.ofRows());
}

void ResourceOrder::arrangeByRank(const std::vector<int>& rankOfRow)
{
    const int highest = rankOfRow.empty() ? 0 : *std::max_element(rankOfRow.begin(), rankOfRow.end());
    std::vector<size_t> beginOfRank(static_cast<size_t>(highest) + 2);
    for (const int rank : rankOfRow) {
        ++beginOfRank[static_cast<size_t>(rank) + 1];
    }
    std::partial_sum(beginOfRank.begin(), beginOfRank.end(), beginOfRank.begin());
    m_rows.resize(m_byName.size());
    for (const int row : m_byName) {
        m_rows[beginOfRank[static_cast<size_t>(rankOfRow[static_cast<size_t>(row)])]++] = row;
    }
}

// Nearly every host name is the resource's name and the labels behind it, so that its place is that of the name.
void ResourceOrder::arrangeByHostName()
{
    Rows inOrder;
    Rows others;
    inOrder.reserve(m_byName.size());
    std::optional<size_t> last;
    for (const int row : m_byName) {
        const Name& name = m_nameOfRow[static_cast<size_t>(row)];
        (name.isHostsLabel && name.hash != last ? inOrder : others).push_back(row);
        last = name.hash;
    }
    m_rows = std::move(inOrder);
    insertByHostName(std::move(others));
}

void ResourceOrder::insertByHostName(Rows fresh)
{
    const auto isBefore = [this](int a, int b) {
        const int byHost = compareNaturally(hostName(a), hostName(b));
        return byHost != 0 ? byHost < 0 : isNamedBefore(a, b);
    };
    std::sort(fresh.begin(), fresh.end(), isBefore);
    m_rows = merged(m_rows, fresh, isBefore);
}

QString ResourceOrder::hostName(int row) const
{
    return m_resources.text(row, ResourceListModel::HostName);
}

bool ResourceOrder::isNamedBefore(int a, int b) const
{
    const ResourceId& left = m_resources.resource(a).id;
    const ResourceId& right = m_resources.resource(b).id;
    const int byName = compareNaturally(left.name(), right.name());
    return byName != 0 ? byName < 0 : left.toString().compare(right.toString(), Qt::CaseInsensitive) < 0;
}

} // namespace CommKeys
