// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationrecord.h"

#include <QAbstractTableModel>
#include <QList>

namespace CommKeys {

/// Regenerations, one a row, as the journal orders them: the one that was begun last first. What comes in is compared
/// with what is there by the regenerations' ids, so that the selection survives; a journal that has become another one
/// resets it.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Resource, Key, Result, Who, Duration, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const RotationRecord& record(int row) const { return m_records.at(row); }

    /// All records there are now.
    void update(const QList<RotationRecord>& records);

private:
    [[nodiscard]] bool isContinuedBy(const QList<RotationRecord>& records) const;

    QList<RotationRecord> m_records;
};

} // namespace CommKeys
