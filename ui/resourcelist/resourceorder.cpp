// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourceorder.h"

#include "resourcelist/naturalorder.h"
#include "resourcelist/resourcelistmodel.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace CommKeys {

namespace {

// The C locale has no order of letters but that of their codes.
QLocale sortingLocale()
{
    const QLocale collation = QLocale().collation();
    return collation.language() == QLocale::C ? QLocale(QLocale::English) : collation;
}

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

ResourceOrder::ResourceOrder(const ResourceListModel& resources) : m_resources(resources), m_collator(sortingLocale())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

void ResourceOrder::sortBy(int column, Qt::SortOrder order)
{
    const bool isReversed = m_column == column && m_order != order;
    m_column = column;
    m_order = order;
    if (isReversed) {
        std::reverse(m_rows.begin(), m_rows.end());
    } else {
        arrange();
    }
}

void ResourceOrder::insert(int first)
{
    std::vector<int> fresh(static_cast<size_t>(m_resources.rowCount() - first));
    std::iota(fresh.begin(), fresh.end(), first);
    const auto isBefore = [this](int a, int b) { return isNamedBefore(a, b); };
    std::sort(fresh.begin(), fresh.end(), isBefore);
    m_byName = merged(m_byName, fresh, isBefore);
    arrange();
}

void ResourceOrder::remove(int first, int last)
{
    for (std::vector<int>* rows : {&m_byName, &m_rows}) {
        std::erase_if(*rows, [=](int row) { return row >= first && row <= last; });
        for (int& row : *rows) {
            row -= row > last ? last - first + 1 : 0;
        }
    }
}

void ResourceOrder::update()
{
    arrange();
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
        arrangeByRank(ranks());
    }
    if (m_order == Qt::DescendingOrder) {
        std::reverse(m_rows.begin(), m_rows.end());
    }
}

void ResourceOrder::arrangeByAge()
{
    std::vector<int> days(m_byName.size());
    for (size_t row = 0; row < days.size(); ++row) {
        days[row] = m_resources.ageInDays(static_cast<int>(row));
    }
    m_rows = m_byName;
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&days](int a, int b) { return days[static_cast<size_t>(a)] < days[static_cast<size_t>(b)]; });
}

// Many rows have the same few words: one is compared with another once, and not once for each of the rows that have it.
std::vector<int> ResourceOrder::ranks() const
{
    QHash<QString, int> numbers;
    std::vector<int> numberOfRow(m_byName.size());
    for (size_t row = 0; row < numberOfRow.size(); ++row) {
        const QString text = m_resources.text(static_cast<int>(row), m_column);
        const auto known = numbers.constFind(text);
        numberOfRow[row] = known != numbers.cend() ? *known : *numbers.insert(text, static_cast<int>(numbers.size()));
    }
    std::vector<std::pair<QCollatorSortKey, int>> words;
    words.reserve(static_cast<size_t>(numbers.size()));
    for (auto word = numbers.cbegin(); word != numbers.cend(); ++word) {
        words.emplace_back(m_collator.sortKey(word.key()), word.value());
    }
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<int> rankOfNumber(words.size());
    int rank = 0;
    for (size_t place = 0; place < words.size(); ++place) {
        const bool isEqual = place > 0 && words[place - 1].first.compare(words[place].first) == 0;
        rank += place > 0 && !isEqual ? 1 : 0;
        rankOfNumber[static_cast<size_t>(words[place].second)] = rank;
    }
    for (int& number : numberOfRow) {
        number = rankOfNumber[static_cast<size_t>(number)];
    }
    return numberOfRow;
}

void ResourceOrder::arrangeByRank(const std::vector<int>& rankOfRow)
{
    std::vector<size_t> beginOfRank(rankOfRow.size() + 1);
    for (const int rank : rankOfRow) {
        ++beginOfRank[static_cast<size_t>(rank) + 1];
    }
    std::partial_sum(beginOfRank.begin(), beginOfRank.end(), beginOfRank.begin());
    m_rows.resize(m_byName.size());
    for (const int row : m_byName) {
        m_rows[beginOfRank[static_cast<size_t>(rankOfRow[static_cast<size_t>(row)])]++] = row;
    }
}

// A host name nearly always begins with the resource's name, so most rows are in order already.
void ResourceOrder::arrangeByHostName()
{
    std::vector<int> placeOfRow(m_byName.size());
    for (size_t place = 0; place < m_byName.size(); ++place) {
        placeOfRow[static_cast<size_t>(m_byName[place])] = static_cast<int>(place);
    }
    std::vector<QStringView> hostOfRow(m_byName.size());
    for (size_t row = 0; row < hostOfRow.size(); ++row) {
        hostOfRow[row] = m_resources.resource(static_cast<int>(row)).hostName;
    }
    const auto isBefore = [&](int a, int b) {
        const int byHost = compareNaturally(hostOfRow[static_cast<size_t>(a)], hostOfRow[static_cast<size_t>(b)]);
        return byHost != 0 ? byHost < 0 : placeOfRow[static_cast<size_t>(a)] < placeOfRow[static_cast<size_t>(b)];
    };
    std::vector<int> inOrder;
    std::vector<int> others;
    inOrder.reserve(m_byName.size());
    for (const int row : m_byName) {
        (inOrder.empty() || isBefore(inOrder.back(), row) ? inOrder : others).push_back(row);
    }
    std::sort(others.begin(), others.end(), isBefore);
    m_rows = merged(inOrder, others, isBefore);
}

bool ResourceOrder::isNamedBefore(int a, int b) const
{
    const ResourceId& left = m_resources.resource(a).id;
    const ResourceId& right = m_resources.resource(b).id;
    const int byName = compareNaturally(left.name(), right.name());
    return byName != 0 ? byName < 0 : left.toString().compare(right.toString(), Qt::CaseInsensitive) < 0;
}

} // namespace CommKeys
