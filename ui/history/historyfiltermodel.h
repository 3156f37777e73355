// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historymodel.h"
#include "rotation/rotationhistory.h"

#include <QSortFilterProxyModel>

namespace CommKeys {

/// The regenerations of a HistoryModel that a filter lets through, in its order.
class HistoryFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// @p history outlives this.
    HistoryFilterModel(HistoryModel& history, QObject* parent);

    /// @p onlyOpen: those alone whose end is not known, whatever end the filter has.
    void setFilter(const RotationHistory::Filter& filter, bool onlyOpen);

    [[nodiscard]] const RotationRecord& record(int row) const;
    /// What is shown, from above.
    [[nodiscard]] QList<RotationRecord> records() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    HistoryModel& m_history;
    RotationHistory::Filter m_filter;
    bool m_onlyOpen = false;
};

} // namespace CommKeys
