// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace CommKeys {

class ResourceListModel;

/// What of a ResourceListModel is shown, and in which order.
///
/// The text is split into words; a row shows when it has every one of them, in any order and without regard to case, in
/// its name, group, subscription, locations, host name or tags. Tenant and subscription narrow it further; an empty id
/// means all. Sorted as the person's language sorts, acs-2 before acs-10, and by name where a column has equals.
class ResourceFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    ResourceFilterModel(ResourceListModel& resources, QObject* parent);

    void setText(const QString& text);
    void setTenant(const TenantId& tenant);
    void setSubscription(const SubscriptionId& subscription);
    void clear();

    /// True when anything is asked for that could hide a row.
    [[nodiscard]] bool isFiltering() const;

signals:
    void filterChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] int compareCells(const QModelIndex& left, const QModelIndex& right) const;
    void refilter();

    ResourceListModel& m_resources;
    QCollator m_collator;
    QStringList m_words;
    TenantId m_tenant;
    SubscriptionId m_subscription;
};

} // namespace CommKeys
