// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistmodel.h"

#include "common/icons.h"
#include "resourcelist/keyagetext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QStringList tagTexts(const CommunicationService& service)
{
    QStringList texts;
    for (auto tag = service.tags.begin(); tag != service.tags.end(); ++tag) {
        texts.append(tag.value().isEmpty() ? tag.key() : tag.key() + u": "_s + tag.value());
    }
    return texts;
}

QString cellText(const CommunicationService& service, int column)
{
    switch (column) {
    case ResourceListModel::Name:
        return service.name();
    case ResourceListModel::ResourceGroup:
        return service.id.resourceGroup();
    case ResourceListModel::Subscription:
        return service.subscriptionName;
    case ResourceListModel::DataLocation:
        return service.dataLocation;
    case ResourceListModel::Location:
        return service.location;
    case ResourceListModel::HostName:
        return service.hostName;
    case ResourceListModel::State:
        return service.provisioningState;
    case ResourceListModel::Tags:
        return tagTexts(service).join(u", "_s);
    default:
        return {};
    }
}

// The whole value, for a cell that cuts it short, with what the column's own text leaves out.
QString toolTip(const CommunicationService& service, int column)
{
    switch (column) {
    case ResourceListModel::Name:
        return service.id.toString();
    case ResourceListModel::Subscription:
        return service.subscriptionName + u'\n' + service.id.subscription().toString();
    case ResourceListModel::Tags:
        return tagTexts(service).join(u'\n');
    default:
        return cellText(service, column);
    }
}

} // namespace

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
    const Row& row = m_rows.at(index.row());
    if (index.column() == Age && role != SearchTextRole) {
        return ageData(row, role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row.service, index.column());
    case Qt::ToolTipRole:
        return toolTip(row.service, index.column());
    case SearchTextRole:
        return row.searchText;
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
            m_rowOf.insert(m_rows.at(row).service.id, row);
        }
        m_isIndexStale = false;
    }
    const auto found = m_rowOf.constFind(id);
    return found == m_rowOf.constEnd() ? std::nullopt : std::optional(*found);
}

void ResourceListModel::append(const QList<CommunicationService>& found)
{
    QList<CommunicationService> fresh;
    QSet<ResourceId> seen;
    for (const CommunicationService& service : found) {
        if (seen.contains(service.id)) {
            continue;
        }
        seen.insert(service.id);
        if (const std::optional<int> row = rowOf(service.id)) {
            change(*row, service);
        } else {
            fresh.append(service);
        }
    }
    insert(fresh);
}

void ResourceListModel::update(const QList<CommunicationService>& all)
{
    QSet<ResourceId> wanted;
    wanted.reserve(all.size());
    for (const CommunicationService& service : all) {
        wanted.insert(service.id);
    }
    removeAllBut(wanted);
    append(all);
}

ResourceListModel::Row ResourceListModel::rowFor(const CommunicationService& service)
{
    QStringList texts;
    for (const int column : {Name, ResourceGroup, Subscription, DataLocation, Location, HostName, Tags}) {
        texts.append(cellText(service, column));
    }
    // A line feed cannot be typed into the filter, so no word is found across two values.
    return {service, texts.join(u'\n').toCaseFolded(), {}};
}

void ResourceListModel::change(int row, const CommunicationService& service)
{
    if (m_rows.at(row).service == service) {
        return;
    }
    const KeyAge age = m_rows.at(row).age;
    m_rows[row] = rowFor(service);
    m_rows[row].age = age;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ResourceListModel::insert(const QList<CommunicationService>& fresh)
{
    if (fresh.isEmpty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const CommunicationService& service : fresh) {
        m_rowOf.insert(service.id, rowCount());
        m_rows.append(rowFor(service));
    }
    endInsertRows();
}

void ResourceListModel::setKeyAges(const QHash<ResourceId, KeyAge>& ages, const QDateTime& nowUtc, int dueDays)
{
    const bool countsOtherwise = m_dueDays != dueDays || m_nowUtc != nowUtc;
    m_nowUtc = nowUtc;
    m_dueDays = dueDays;
    int first = countsOtherwise ? 0 : rowCount();
    int last = countsOtherwise ? rowCount() - 1 : -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto age = ages.constFind(m_rows.at(row).service.id);
        if (age != ages.cend() && m_rows.at(row).age != *age) {
            m_rows[row].age = *age;
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (first <= last) {
        emit dataChanged(index(first, Age), index(last, Age));
    }
}

int ResourceListModel::dueCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [this](const Row& row) { return isDue(row); }));
}

QList<CommunicationService> ResourceListModel::resources() const
{
    QList<CommunicationService> all;
    all.reserve(m_rows.size());
    for (const Row& row : m_rows) {
        all.append(row.service);
    }
    return all;
}

QVariant ResourceListModel::ageData(const Row& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return keyAgeText(row.age, m_nowUtc, isDue(row));
    case Qt::ToolTipRole:
        return keyAgeExplanation(row.age, m_nowUtc, isDue(row) ? m_dueDays : 0);
    case Qt::DecorationRole:
        return isDue(row) ? QVariant(Icons::line(u"warning"_s)) : QVariant();
    case AgeRole:
        return row.age.days(m_nowUtc).value_or(-1);
    default:
        return {};
    }
}

void ResourceListModel::removeAllBut(const QSet<ResourceId>& wanted)
{
    const auto isUnwanted = [&](int row) { return !wanted.contains(m_rows.at(row).service.id); };
    int last = rowCount() - 1;
    while (last >= 0) {
        if (!isUnwanted(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && isUnwanted(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        m_isIndexStale = true;
        endRemoveRows();
        last = first - 1;
    }
}

} // namespace CommKeys
