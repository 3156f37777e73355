// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistmodel.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "core/externaltext.h"
#include "resourcelist/keyagetext.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qint64 aMinute = 60; ///< seconds, in which no key grows older

} // namespace

QString ResourceListModel::cellText(const Row& row, int column)
{
    const CommunicationService& service = row.service;
    switch (column) {
    case Name:
        return service.name();
    case ResourceGroup:
        return externalText(service.id.resourceGroup());
    case Subscription:
        return service.subscriptionName;
    case DataLocation:
        return row.dataLocation;
    case Location:
        return service.location;
    case HostName:
        return service.hostName();
    case State:
        return service.provisioningState;
    case Tags:
        return row.tagText;
    default:
        return {};
    }
}

// The whole value, for a cell that cuts it short, with what the column's own text leaves out.
QString ResourceListModel::toolTip(const Row& row, int column)
{
    const CommunicationService& service = row.service;
    switch (column) {
    case Name:
        return externalText(service.id.toString());
    case Subscription:
        return service.subscriptionName + u'\n' + service.id.subscription().toString();
    case Tags:
        return row.tagTexts().join(u'\n');
    default:
        return cellText(row, column);
    }
}

int ResourceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResourceListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResourceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = at(index.row());
    if (index.column() == Age) {
        return ageData(row, role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return plainText(toolTip(row, index.column()));
    default:
        return {};
    }
}

QVariant ResourceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name:
        return tr("Name");
    case ResourceGroup:
        return tr("Resource group");
    case Subscription:
        return tr("Subscription");
    case DataLocation:
        //: Column: the geography in which the service stores data at rest, such as "United States"
        return tr("Data location");
    case Location:
        //: Column: the Azure location of the resource itself, nearly always "Global"
        return tr("Location");
    case HostName:
        return tr("Host name");
    case State:
        //: Column: the provisioning state of the resource, such as "Succeeded"
        return tr("State");
    case Tags:
        return tr("Tags");
    case Age:
        //: Column: how old the older of a resource's two keys is
        return tr("Key age");
    default:
        return {};
    }
}

std::optional<int> ResourceListModel::rowOf(const ResourceId& id) const
{
    if (m_isIndexStale) {
        m_rowOf.clear();
        for (int row = 0; row < rowCount(); ++row) {
            enter(row);
        }
        m_isIndexStale = false;
    }
    for (size_t hash = qHash(id);; ++hash) {
        const auto found = m_rowOf.constFind(hash);
        if (found == m_rowOf.constEnd()) {
            return std::nullopt;
        }
        if (at(*found).service.id == id) {
            return *found;
        }
    }
}

// A table with the ids themselves would be as large as the rows, and stop for a moment whenever it grows.
void ResourceListModel::enter(int row) const
{
    size_t hash = qHash(at(row).service.id);
    while (m_rowOf.contains(hash)) {
        ++hash;
    }
    m_rowOf.insert(hash, row);
}

QString ResourceListModel::text(int row, int column) const
{
    return cellText(at(row), column);
}

void ResourceListModel::beginListing()
{
    ++m_listing;
}

void ResourceListModel::append(const QList<ResourceRow>& found)
{
    take(found, true);
}

void ResourceListModel::appendEarlier(const QList<ResourceRow>& earlier)
{
    take(earlier, false);
}

void ResourceListModel::take(const QList<ResourceRow>& rows, bool areOfListing)
{
    QList<ResourceRow> fresh;
    QSet<ResourceId> seen;
    int first = rowCount();
    int last = -1;
    for (const ResourceRow& found : rows) {
        if (const std::optional<int> row = rowOf(found.id())) {
            if (areOfListing && change(*row, found)) {
                first = std::min(first, *row);
                last = std::max(last, *row);
            }
        } else if (!seen.contains(found.id())) {
            seen.insert(found.id());
            fresh.append(found);
        }
    }
    if (first <= last) {
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    }
    insert(std::move(fresh), areOfListing ? m_listing : 0);
}

void ResourceListModel::endListing(const std::function<bool(const CommunicationService&)>& stays)
{
    const auto isGone = [&](int row) { return at(row).listing != m_listing && !(stays && stays(at(row).service)); };
    int last = rowCount() - 1;
    while (last >= 0) {
        if (!isGone(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && isGone(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        m_isIndexStale = true;
        endRemoveRows();
        last = first - 1;
    }
}

void ResourceListModel::remove(const ResourceId& id)
{
    if (const std::optional<int> row = rowOf(id)) {
        beginRemoveRows({}, *row, *row);
        m_rows.erase(m_rows.begin() + *row);
        m_isIndexStale = true;
        endRemoveRows();
    }
}

void ResourceListModel::update(const QList<ResourceRow>& all)
{
    beginListing();
    append(all);
    endListing();
}

void ResourceListModel::setCreated(const QList<CommunicationService>& dated)
{
    for (const CommunicationService& resource : dated) {
        if (const std::optional<int> row = rowOf(resource.id)) {
            at(*row).service.createdUtc = resource.createdUtc;
        }
    }
}

bool ResourceListModel::change(int row, const ResourceRow& news)
{
    Row& known = at(row);
    known.listing = m_listing;
    CommunicationService service = news.service;
    if (!service.createdUtc.isValid()) {
        service.createdUtc = known.service.createdUtc;
    }
    if (known.service == service) {
        return false;
    }
    static_cast<ResourceRow&>(known) = news;
    known.service = std::move(service);
    return true;
}

void ResourceListModel::insert(QList<ResourceRow> fresh, int listing)
{
    if (fresh.isEmpty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (ResourceRow& row : fresh) {
        m_rows.push_back({std::move(row), {}, -1, false, listing});
        enter(rowCount() - 1);
    }
    endInsertRows();
}

void ResourceListModel::countDays(Row& row) const
{
    row.days = row.age.days(m_nowUtc).value_or(-1);
    row.isDue = row.age.isOlderThan(m_dueDays, m_nowUtc);
}

void ResourceListModel::setKeyAges(const QHash<ResourceId, KeyAge>& ages, const QDateTime& nowUtc, int dueDays)
{
    const bool countsOtherwise =
        m_dueDays != dueDays || !m_nowUtc.isValid() || std::abs(m_nowUtc.secsTo(nowUtc)) >= aMinute;
    if (countsOtherwise) {
        m_nowUtc = nowUtc;
        m_dueDays = dueDays;
        std::for_each(m_rows.begin(), m_rows.end(), [this](Row& row) { countDays(row); });
    }
    int first = countsOtherwise ? 0 : rowCount();
    int last = countsOtherwise ? rowCount() - 1 : -1;
    for (auto age = ages.begin(); age != ages.end(); ++age) {
        const std::optional<int> row = rowOf(age.key());
        if (row && at(*row).age != *age) {
            at(*row).age = *age;
            countDays(at(*row));
            first = std::min(first, *row);
            last = std::max(last, *row);
        }
    }
    if (first <= last) {
        emit dataChanged(index(first, Age), index(last, Age));
    }
}

int ResourceListModel::dueCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isDue; }));
}

int ResourceListModel::subscriptionCount() const
{
    QSet<SubscriptionId> all;
    for (const Row& row : m_rows) {
        all.insert(row.service.id.subscription());
    }
    return static_cast<int>(all.size());
}

QList<CommunicationService> ResourceListModel::resources() const
{
    QList<CommunicationService> all;
    all.reserve(rowCount());
    for (const Row& row : m_rows) {
        all.append(row.service);
    }
    return all;
}

QVariant ResourceListModel::ageData(const Row& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return keyAgeText(row.age, m_nowUtc, row.isDue);
    case Qt::ToolTipRole:
        return plainText(keyAgeExplanation(row.age, m_nowUtc, row.isDue ? m_dueDays : 0));
    case Qt::DecorationRole:
        return row.isDue ? QVariant(Icons::line(u"warning"_s)) : QVariant();
    case AgeRole:
        return row.days;
    default:
        return {};
    }
}

} // namespace CommKeys
