// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

#include <QPersistentModelIndex>
#include <QTableView>

#include <optional>

namespace CommKeys {

class ResourceFilterModel;
class ResourceListModel;

/// The table of resources: one is chosen at a time, by mouse or keyboard.
///
/// Remembers which resource the person chose: while a filter hides it nothing is chosen (and not, as Qt would have it,
/// its neighbour), and when it comes back it is chosen again. Rows that come and go above what is in view do not move
/// it. Which columns show is chosen in the header's context menu; the context menu of a row has the view's actions().
class ResourceListView final : public QTableView
{
    Q_OBJECT

public:
    ResourceListView(ResourceListModel& resources, ResourceFilterModel& filter, QWidget* parent);

    [[nodiscard]] std::optional<CommunicationService> currentResource() const;
    /// Chooses @p id, now or as soon as it is there.
    void choose(const ResourceId& id);
    /// The resource that the person chose last, also while it is not there.
    [[nodiscard]] const ResourceId& chosen() const { return m_chosen; }

    /// One checkable action a column that may be hidden; the name stays.
    [[nodiscard]] const QList<QAction*>& columnActions() const { return m_columnActions; }
    /// Widths, order, visibility and sorting of the columns, for the next start.
    [[nodiscard]] QByteArray columnState() const;
    /// Ignores what does not come from columnState().
    void restoreColumnState(const QByteArray& state);
    /// Shows the age of the keys and sorts by it, the oldest first, from the top.
    void showOldestKeysFirst();

signals:
    /// Another resource was chosen, or what is known of it has changed; never twice the same.
    void currentResourceChanged(const std::optional<CommKeys::CommunicationService>& resource);
    /// Enter or a double click: the person wants this resource's keys.
    void opened();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showTexts();
    [[nodiscard]] QModelIndex selectedRow() const;
    void setUpHeader();
    void setUpColumnActions();
    void setColumnShown(int column, bool shown);
    void openMenu(const QList<QAction*>& actions, const QPoint& at);
    void chooseAgain();
    void tellCurrent();
    void holdScrollPosition();

    ResourceListModel& m_resources;
    ResourceFilterModel& m_filter;
    QList<QAction*> m_columnActions;
    ResourceId m_chosen;
    std::optional<CommunicationService> m_told;
    QPersistentModelIndex m_topRow;
    bool m_isRemoving = false;
    bool m_isHolding = false;
};

} // namespace CommKeys
