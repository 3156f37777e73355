// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefiltermodel.h"

#include "resourcelist/resourcelistmodel.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace CommKeys {

namespace {

/// True when a row that has all of @p words has all of @p fewer too.
bool imply(const QByteArrayList& words, const QByteArrayList& fewer)
{
    return std::all_of(fewer.begin(), fewer.end(), [&words](const QByteArray& word) {
        return std::any_of(words.begin(), words.end(),
                           [&word](const QByteArray& other) { return other.contains(word); });
    });
}

/// Where in @p all those lie for which @p isOne is true, if side by side: the first, and the one behind the last.
template <typename IsOne>
std::optional<std::pair<size_t, size_t>> blockOf(const std::vector<int>& all, IsOne isOne)
{
    const auto first = std::find_if(all.begin(), all.end(), isOne);
    const auto behind = std::find_if_not(first, all.end(), isOne);
    if (first == all.end() || std::any_of(behind, all.end(), isOne)) {
        return std::nullopt;
    }
    return std::pair(static_cast<size_t>(first - all.begin()), static_cast<size_t>(behind - all.begin()));
}

} // namespace

ResourceFilterModel::ResourceFilterModel(ResourceListModel& resources, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_resources(resources)
    , m_order(resources)
{
    setSourceModel(&resources);
    connectSource();
}

void ResourceFilterModel::connectSource()
{
    connect(&m_resources, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int) {
        m_placeOf.resize(static_cast<size_t>(m_resources.rowCount()), -1);
        m_order.insert(first);
        Rows wanted = m_order.rows();
        std::erase_if(wanted, [=, this](int row) { return !(row < first ? isShown(row) : accepts(row)); });
        show(wanted);
    });
    connect(&m_resources, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { hideRows(first, last); });
    connect(&m_resources, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { forgetRows(first, last); });
    connect(&m_resources, &QAbstractItemModel::dataChanged, this, &ResourceFilterModel::changeRows);
}

void ResourceFilterModel::setText(const QString& text)
{
    const QByteArray all = searchable(text.simplified());
    const QByteArrayList words = all.isEmpty() ? QByteArrayList() : all.split(' ');
    if (m_words == words) {
        return;
    }
    const bool isNarrower = imply(words, m_words);
    m_words = words;
    m_matchers.clear();
    for (const QByteArray& word : words) {
        m_matchers.append(QByteArrayMatcher(word));
    }
    refilter(isNarrower);
}

void ResourceFilterModel::setTenant(const TenantId& tenant)
{
    if (!(m_tenant == tenant)) {
        const bool isNarrower = m_tenant.isEmpty();
        m_tenant = tenant;
        refilter(isNarrower);
    }
}

void ResourceFilterModel::setSubscription(const SubscriptionId& subscription)
{
    if (!(m_subscription == subscription)) {
        const bool isNarrower = m_subscription.isEmpty();
        m_subscription = subscription;
        refilter(isNarrower);
    }
}

void ResourceFilterModel::clear()
{
    m_words.clear();
    m_matchers.clear();
    m_tenant = {};
    m_subscription = {};
    refilter(false);
}

bool ResourceFilterModel::isFiltering() const
{
    return !m_words.isEmpty() || !m_tenant.isEmpty() || !m_subscription.isEmpty();
}

QModelIndex ResourceFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ResourceFilterModel::parent(const QModelIndex& /*child*/) const
{
    return {};
}

int ResourceFilterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ResourceFilterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_resources.columnCount();
}

bool ResourceFilterModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

// Qt's own asks by way of the first row, which may not be there.
QVariant ResourceFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_resources.headerData(section, orientation, role);
}

QModelIndex ResourceFilterModel::mapToSource(const QModelIndex& proxyIndex) const
{
    return proxyIndex.isValid()
               ? m_resources.index(m_shown.at(static_cast<size_t>(proxyIndex.row())), proxyIndex.column())
               : QModelIndex();
}

QModelIndex ResourceFilterModel::mapFromSource(const QModelIndex& sourceIndex) const
{
    return sourceIndex.isValid() && isShown(sourceIndex.row())
               ? index(m_placeOf[static_cast<size_t>(sourceIndex.row())], sourceIndex.column())
               : QModelIndex();
}

void ResourceFilterModel::sort(int column, Qt::SortOrder order)
{
    m_order.sortBy(std::max(column, 0), order); // -1, of a header without an arrow, is by name
    Rows wanted = m_order.rows();
    std::erase_if(wanted, [this](int row) { return !isShown(row); });
    rearrange(std::move(wanted), VerticalSortHint);
}

bool ResourceFilterModel::isShown(int sourceRow) const
{
    return m_placeOf[static_cast<size_t>(sourceRow)] >= 0;
}

bool ResourceFilterModel::accepts(int sourceRow) const
{
    const CommunicationService& resource = m_resources.resource(sourceRow);
    if (!m_tenant.isEmpty() && !(resource.tenant == m_tenant)) {
        return false;
    }
    if (!m_subscription.isEmpty() && !(resource.id.subscription() == m_subscription)) {
        return false;
    }
    const QByteArray& text = m_resources.searchText(sourceRow);
    return std::all_of(m_matchers.begin(), m_matchers.end(),
                       [&text](const QByteArrayMatcher& matcher) { return matcher.indexIn(text) >= 0; });
}

void ResourceFilterModel::refilter(bool isNarrower)
{
    Rows wanted = isNarrower ? m_shown : m_order.rows();
    std::erase_if(wanted, [this](int row) { return !accepts(row); });
    show(std::move(wanted));
    emit filterChanged();
}

void ResourceFilterModel::hideRows(int first, int last)
{
    drop([=](int row) { return row >= first && row <= last; });
}

void ResourceFilterModel::forgetRows(int first, int last)
{
    m_order.remove(first, last);
    m_placeOf.erase(m_placeOf.begin() + first, m_placeOf.begin() + last + 1);
    for (int& row : m_shown) {
        row -= row > last ? last - first + 1 : 0;
    }
}

void ResourceFilterModel::changeRows(const QModelIndex& topLeft, const QModelIndex& bottomRight)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    m_order.update(first, last, topLeft.column(), bottomRight.column());
    // An age alone hides nothing.
    const bool mayHide = topLeft.column() != ResourceListModel::Age;
    Rows wanted = m_order.rows();
    std::erase_if(
        wanted, [=, this](int row) { return !(mayHide && row >= first && row <= last ? accepts(row) : isShown(row)); });
    show(std::move(wanted));
    tellChange(first, last, topLeft.column(), bottomRight.column());
}

void ResourceFilterModel::tellChange(int first, int last, int firstColumn, int lastColumn)
{
    int top = rowCount();
    int bottom = -1;
    for (int row = first; row <= last; ++row) {
        if (isShown(row)) {
            top = std::min(top, m_placeOf[static_cast<size_t>(row)]);
            bottom = std::max(bottom, m_placeOf[static_cast<size_t>(row)]);
        }
    }
    if (bottom >= 0) {
        emit dataChanged(index(top, firstColumn), index(bottom, lastColumn));
    }
}

void ResourceFilterModel::show(Rows wanted)
{
    std::vector<bool> isWanted(m_placeOf.size());
    for (const int row : wanted) {
        isWanted[static_cast<size_t>(row)] = true;
    }
    drop([&isWanted](int row) { return !isWanted[static_cast<size_t>(row)]; });
    add(wanted);
    rearrange(std::move(wanted), NoLayoutChangeHint);
}

template <typename IsLeaving>
void ResourceFilterModel::drop(IsLeaving isLeaving)
{
    std::optional<std::pair<size_t, size_t>> block = blockOf(m_shown, isLeaving);
    if (!block) {
        Rows lastOnes = m_shown;
        const auto leaving = std::stable_partition(lastOnes.begin(), lastOnes.end(), std::not_fn(isLeaving));
        if (leaving == lastOnes.end()) {
            return;
        }
        block = {static_cast<size_t>(leaving - lastOnes.begin()), lastOnes.size()};
        rearrange(std::move(lastOnes), NoLayoutChangeHint);
    }
    const auto [first, behind] = *block;
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(behind) - 1);
    const auto begin = m_shown.begin();
    std::for_each(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(behind),
                  [this](int row) { m_placeOf[static_cast<size_t>(row)] = -1; });
    m_shown.erase(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(behind));
    notePlaces();
    endRemoveRows();
}

// Where they belong, if that is one place; else at the end, from where rearrange() moves them.
void ResourceFilterModel::add(const Rows& wanted)
{
    Rows coming = wanted;
    std::erase_if(coming, [this](int row) { return isShown(row); });
    if (coming.empty()) {
        return;
    }
    const auto block = blockOf(wanted, [this](int row) { return !isShown(row); });
    const auto at = m_shown.begin() + static_cast<std::ptrdiff_t>(block ? block->first : m_shown.size());
    const auto first = static_cast<int>(at - m_shown.begin());
    beginInsertRows({}, first, first + static_cast<int>(coming.size()) - 1);
    m_shown.insert(at, coming.begin(), coming.end());
    notePlaces();
    endInsertRows();
}

void ResourceFilterModel::rearrange(Rows wanted, LayoutChangeHint hint)
{
    if (m_shown == wanted) {
        return;
    }
    emit layoutAboutToBeChanged({}, hint);
    const QModelIndexList before = persistentIndexList();
    m_shown.swap(wanted);
    notePlaces();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& index : before) {
        const int sourceRow = wanted[static_cast<size_t>(index.row())];
        after.append(createIndex(m_placeOf[static_cast<size_t>(sourceRow)], index.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, hint);
}

void ResourceFilterModel::notePlaces()
{
    for (size_t place = 0; place < m_shown.size(); ++place) {
        m_placeOf[static_cast<size_t>(m_shown[place])] = static_cast<int>(place);
    }
}

} // namespace CommKeys
