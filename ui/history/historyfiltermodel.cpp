// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyfiltermodel.h"

namespace CommKeys {

HistoryFilterModel::HistoryFilterModel(HistoryModel& history, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_history(history)
{
    setSourceModel(&history);
}

void HistoryFilterModel::setFilter(const RotationHistory::Filter& filter, bool onlyOpen)
{
    m_filter = filter;
    m_onlyOpen = onlyOpen;
    invalidateFilter();
}

const RotationRecord& HistoryFilterModel::record(int row) const
{
    return m_history.record(mapToSource(index(row, 0)).row());
}

QList<RotationRecord> HistoryFilterModel::records() const
{
    QList<RotationRecord> shown;
    shown.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row) {
        shown.append(record(row));
    }
    return shown;
}

bool HistoryFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const RotationRecord& record = m_history.record(row);
    return RotationHistory::isShown(record, m_filter) && (!m_onlyOpen || record.isOpen());
}

} // namespace CommKeys
