// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resourcelist/resourcerow.h"
#include "rotation/keyage.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <deque>
#include <functional>
#include <optional>

namespace CommKeys {

/// The Communication Services resources that are known, one a row, in the order in which they were found.
///
/// It is never reset: what comes in is compared with what is there by ResourceId, so that selection, scroll position
/// and open panels survive a refresh. A resource is one row however often it is listed (a subscription that two tenants
/// reach is listed twice). New rows come at the end.
class ResourceListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, ResourceGroup, Subscription, DataLocation, Location, HostName, State, Tags, Age, ColumnCount };
    enum Role {
        AgeRole = Qt::UserRole, ///< int: at least so many days; -1: not known
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const CommunicationService& resource(int row) const { return at(row).service; }
    [[nodiscard]] std::optional<int> rowOf(const ResourceId& id) const;
    /// What a cell shows, of every column but Age. Where many cells show the same, most of them share its memory.
    [[nodiscard]] QString text(int row, int column) const;
    /// All that a filter looks through; see searchable().
    [[nodiscard]] const QByteArray& searchText(int row) const { return at(row).searchText; }
    /// As AgeRole.
    [[nodiscard]] int ageInDays(int row) const { return at(row).days; }

    /// A listing begins; append() brings its parts, and endListing() says that these were all.
    void beginListing();
    /// Rows that are known are brought up to date, others are added.
    void append(const QList<ResourceRow>& found);
    /// As far as they are not known: of an earlier listing, and none that this one has brought.
    void appendEarlier(const QList<ResourceRow>& earlier);
    /// Rows that the listing did not bring go, unless @p stays says that nobody knows whether they are gone.
    void endListing(const std::function<bool(const CommunicationService&)>& stays = {});
    /// The resource does not exist any more. Does nothing for one that is not in the list.
    void remove(const ResourceId& id);
    /// A whole listing.
    void update(const QList<ResourceRow>& all);

    /// When resources were made, of which a listing does not tell it.
    void setCreated(const QList<CommunicationService>& dated);
    /// How old the older key of a resource is at @p nowUtc; of resources that are not in @p ages nothing changes.
    /// Keys that are older than @p dueDays are marked; 0: none are.
    void setKeyAges(const QHash<ResourceId, KeyAge>& ages, const QDateTime& nowUtc, int dueDays);
    /// How many resources have a key that is marked.
    [[nodiscard]] int dueCount() const;
    /// In how many subscriptions they are.
    [[nodiscard]] int subscriptionCount() const;
    /// In the order of the rows.
    [[nodiscard]] QList<CommunicationService> resources() const;

private:
    struct Row : ResourceRow
    {
        KeyAge age;
        int days = -1; ///< that it is old, for it takes longer to find out than to sort by
        bool isDue = false;
        int listing = 0; ///< the last one that brought it
    };

    [[nodiscard]] static QString cellText(const Row& row, int column);
    [[nodiscard]] static QString toolTip(const Row& row, int column);
    [[nodiscard]] bool change(int row, const ResourceRow& news);
    void take(const QList<ResourceRow>& rows, bool areOfListing);
    [[nodiscard]] QVariant ageData(const Row& row, int role) const;
    void countDays(Row& row) const;
    void insert(QList<ResourceRow> fresh, int listing);
    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] Row& at(int row) { return m_rows[static_cast<size_t>(row)]; }
    void enter(int row) const;

    std::deque<Row> m_rows; ///< grows without moving what is there
    QDateTime m_nowUtc;
    int m_dueDays = 0;
    int m_listing = 0;                   ///< grows by one with each
    mutable QHash<size_t, int> m_rowOf;  ///< by the hash of its id, or the next that was free
    mutable bool m_isIndexStale = false; ///< rows have moved up since m_rowOf was made
};

} // namespace CommKeys
