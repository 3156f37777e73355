// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historymodel.h"

#include "common/plaintext.h"
#include "core/externaltext.h"
#include "history/recordtext.h"

namespace CommKeys {

namespace {

QString cellText(const RotationRecord& record, int column)
{
    switch (column) {
    case HistoryModel::Time:
        return beginText(record);
    case HistoryModel::Resource:
        return record.resource.name();
    case HistoryModel::Key:
        return displayName(record.type);
    case HistoryModel::Result:
        return resultText(record);
    case HistoryModel::Who:
        return externalText(record.account);
    case HistoryModel::Duration:
        return durationText(record);
    default:
        return {};
    }
}

// The whole value, for a cell that cuts it short.
QString toolTip(const RotationRecord& record, int column)
{
    return column == HistoryModel::Resource ? externalText(record.resource.toString()) : cellText(record, column);
}

} // namespace

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RotationRecord& record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(record, index.column());
    case Qt::ToolTipRole:
        return plainText(toolTip(record, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Duration) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as its numbers
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Time:
        //: Column: when a regeneration began
        return tr("Time");
    case Resource:
        return tr("Resource");
    case Key:
        //: Column: which of the two keys, "primary" or "secondary"
        return tr("Key");
    case Result:
        return tr("Result");
    case Who:
        //: Column: the account that asked for it
        return tr("Who");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

void HistoryModel::update(const QList<RotationRecord>& records)
{
    if (!isContinuedBy(records)) {
        beginResetModel();
        m_records = records;
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(records.size()); ++row) {
        const RotationRecord& record = records.at(row);
        if (row == rowCount() || m_records.at(row).id != record.id) {
            beginInsertRows({}, row, row);
            m_records.insert(row, record);
            endInsertRows();
        } else if (m_records.at(row) != record) {
            m_records[row] = record;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

bool HistoryModel::isContinuedBy(const QList<RotationRecord>& records) const
{
    auto known = m_records.cbegin();
    for (const RotationRecord& record : records) {
        if (known != m_records.cend() && known->id == record.id) {
            ++known;
        }
    }
    return known == m_records.cend();
}

} // namespace CommKeys
