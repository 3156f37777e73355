// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "rotation/keyage.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace CommKeys {

/// The Communication Services resources that are known, one a row, in the order in which they were found.
///
/// It is never reset: what comes in is compared with what is there by ResourceId, so that selection, scroll position
/// and open panels survive a refresh. A resource is one row however often it is listed (a subscription that two tenants
/// reach is listed twice).
class ResourceListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, ResourceGroup, Subscription, DataLocation, Location, HostName, State, Tags, Age, ColumnCount };
    enum Role {
        SearchTextRole = Qt::UserRole, ///< QString: all that a filter looks through, case folded
        AgeRole,                       ///< int: at least so many days; -1: not known
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const CommunicationService& resource(int row) const { return m_rows.at(row).service; }
    [[nodiscard]] std::optional<int> rowOf(const ResourceId& id) const;

    /// A part of a listing that goes on: rows that are known are brought up to date, others are added at the end.
    void append(const QList<CommunicationService>& found);
    /// The whole listing: as append(), and rows that are not in it go.
    void update(const QList<CommunicationService>& all);

    /// How old the older key of a resource is at @p nowUtc; of resources that are not in @p ages nothing changes.
    /// Keys that are older than @p dueDays are marked; 0: none are.
    void setKeyAges(const QHash<ResourceId, KeyAge>& ages, const QDateTime& nowUtc, int dueDays);
    /// How many resources have a key that is marked.
    [[nodiscard]] int dueCount() const;
    /// In the order of the rows.
    [[nodiscard]] QList<CommunicationService> resources() const;

private:
    struct Row
    {
        CommunicationService service;
        QString searchText;
        KeyAge age;
    };

    [[nodiscard]] static Row rowFor(const CommunicationService& service);
    void change(int row, const CommunicationService& service);
    [[nodiscard]] QVariant ageData(const Row& row, int role) const;
    [[nodiscard]] bool isDue(const Row& row) const { return row.age.isOlderThan(m_dueDays, m_nowUtc); }
    void insert(const QList<CommunicationService>& fresh);
    void removeAllBut(const QSet<ResourceId>& wanted);

    QList<Row> m_rows;
    QDateTime m_nowUtc;
    int m_dueDays = 0;
    mutable QHash<ResourceId, int> m_rowOf;
    mutable bool m_isIndexStale = false; ///< rows have moved up since m_rowOf was made
};

} // namespace CommKeys
