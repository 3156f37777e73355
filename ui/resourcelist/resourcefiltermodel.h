// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "resourcelist/resourceorder.h"

#include <QAbstractProxyModel>
#include <QByteArrayList>
#include <QByteArrayMatcher>
#include <QList>

#include <vector>

namespace CommKeys {

class ResourceListModel;

/// What of a ResourceListModel is shown, and in which order.
///
/// The text is split into words; a row shows when it has every one of them, in any order and without regard to case, in
/// its name, group, subscription, locations, host name or tags. Tenant and subscription narrow it further; an empty id
/// means all. Sorted as ResourceOrder sorts.
///
/// In place of QSortFilterProxyModel, which tells of every row by itself: a thousand rows that come into a hundred
/// thousand would hold the window up for a second. Here each change is told in three signals at most: rows come and go
/// at the end, and one change of layout moves them.
class ResourceFilterModel final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    /// @p resources outlives this, and is empty.
    ResourceFilterModel(ResourceListModel& resources, QObject* parent);

    void setText(const QString& text);
    void setTenant(const TenantId& tenant);
    void setSubscription(const SubscriptionId& subscription);
    void clear();
    [[nodiscard]] const SubscriptionId& subscription() const { return m_subscription; }

    /// True when anything is asked for that could hide a row.
    [[nodiscard]] bool isFiltering() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void filterChanged();

private:
    using Rows = std::vector<int>; ///< of the source

    void connectSource();
    void hideRows(int first, int last);
    void forgetRows(int first, int last);
    void changeRows(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    void tellChange(int first, int last, int firstColumn, int lastColumn);

    [[nodiscard]] bool isShown(int sourceRow) const;
    [[nodiscard]] bool accepts(int sourceRow) const;
    void refilter(bool isNarrower);

    void show(Rows wanted);
    template <typename IsLeaving>
    void drop(IsLeaving isLeaving);
    void add(const Rows& wanted);
    void rearrange(Rows wanted, LayoutChangeHint hint);
    void notePlaces();

    ResourceListModel& m_resources;
    ResourceOrder m_order;
    Rows m_shown;
    Rows m_placeOf; ///< of each row of the source, its place in m_shown; -1: it is not shown
    QByteArrayList m_words;
    QList<QByteArrayMatcher> m_matchers; ///< of the words
    TenantId m_tenant;
    SubscriptionId m_subscription;
};

} // namespace CommKeys
