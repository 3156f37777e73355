// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistview.h"

#include "common/translated.h"
#include "resourcelist/resourcefiltermodel.h"
#include "resourcelist/resourcelistmodel.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <array>

namespace CommKeys {

namespace {

struct ColumnDefault
{
    int column;
    int letters; ///< its width, in average letters
    bool shown;
};

constexpr std::array columnDefaults{
    ColumnDefault{ResourceListModel::Name, 20, true},         ColumnDefault{ResourceListModel::ResourceGroup, 13, true},
    ColumnDefault{ResourceListModel::Subscription, 17, true}, ColumnDefault{ResourceListModel::DataLocation, 14, true},
    ColumnDefault{ResourceListModel::Location, 12, false},    ColumnDefault{ResourceListModel::HostName, 40, false},
    ColumnDefault{ResourceListModel::State, 14, false},       ColumnDefault{ResourceListModel::Tags, 30, false},
    ColumnDefault{ResourceListModel::Age, 24, true},
};

} // namespace

ResourceListView::ResourceListView(ResourceListModel& resources, ResourceFilterModel& filter, QWidget* parent)
    : QTableView(parent)
    , m_resources(resources)
    , m_filter(filter)
{
    setModel(&filter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false); // Tab leaves the table, as it leaves every other control
    setCornerButtonEnabled(false);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    setUpHeader();
    setUpColumnActions();
    translated(this, [this] { showTexts(); });

    const auto hold = [this] { holdScrollPosition(); };
    connect(&filter, &QAbstractItemModel::rowsAboutToBeInserted, this, hold);
    connect(&filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, hold);
    connect(&filter, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this](const QList<QPersistentModelIndex>&, QAbstractItemModel::LayoutChangeHint hint) {
                if (hint == QAbstractItemModel::NoLayoutChangeHint) { // and not because a person sorts
                    holdScrollPosition();
                }
            });
}

std::optional<CommunicationService> ResourceListView::currentResource() const
{
    const QModelIndex row = m_filter.mapToSource(selectedRow());
    return row.isValid() ? std::optional(m_resources.resource(row.row())) : std::nullopt;
}

QModelIndex ResourceListView::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QModelIndex() : rows.constFirst();
}

void ResourceListView::choose(const ResourceId& id)
{
    m_chosen = id;
    chooseAgain();
}

QByteArray ResourceListView::columnState() const
{
    return horizontalHeader()->saveState();
}

void ResourceListView::restoreColumnState(const QByteArray& state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state)) {
        return;
    }
    horizontalHeader()->showSection(ResourceListModel::Name);
    for (QAction* action : m_columnActions) {
        action->setChecked(!isColumnHidden(action->data().toInt()));
    }
}

void ResourceListView::showOldestKeysFirst()
{
    for (QAction* action : m_columnActions) {
        if (action->data().toInt() == ResourceListModel::Age) {
            action->setChecked(true);
        }
    }
    sortByColumn(ResourceListModel::Age, Qt::DescendingOrder);
    scrollToTop();
}

void ResourceListView::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (const ColumnDefault& column : columnDefaults) {
        header->resizeSection(column.column, fontMetrics().averageCharWidth() * column.letters);
        header->setSectionHidden(column.column, !column.shown);
    }
    // Beside the name, where a narrow window still shows it.
    header->moveSection(header->visualIndex(ResourceListModel::Age), header->visualIndex(ResourceListModel::Name) + 1);
    header->setStretchLastSection(true);
    setSortingEnabled(true);
    sortByColumn(ResourceListModel::Name, Qt::AscendingOrder);
}

void ResourceListView::setUpColumnActions()
{
    for (const ColumnDefault& column : columnDefaults) {
        if (column.column == ResourceListModel::Name) {
            continue;
        }
        auto* action = new QAction(this);
        action->setData(column.column);
        action->setCheckable(true);
        action->setChecked(column.shown);
        connect(action, &QAction::toggled, this,
                [this, index = column.column](bool shown) { setColumnShown(index, shown); });
        m_columnActions.append(action);
    }
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        openMenu(m_columnActions, horizontalHeader()->viewport()->mapToGlobal(position));
    });
}

void ResourceListView::showTexts()
{
    setAccessibleName(tr("Resources"));
    for (QAction* action : m_columnActions) {
        action->setText(m_resources.headerData(action->data().toInt(), Qt::Horizontal).toString());
    }
    // Longer words need wider columns.
    for (int column = 0; column < ResourceListModel::ColumnCount; ++column) {
        const int needed = horizontalHeader()->sectionSizeHint(column);
        if (!isColumnHidden(column) && columnWidth(column) < needed) {
            setColumnWidth(column, needed);
        }
    }
}

void ResourceListView::setColumnShown(int column, bool shown)
{
    setColumnHidden(column, !shown);
    // A column that was hidden before a window state was saved may come back with no width at all.
    if (shown && columnWidth(column) < horizontalHeader()->minimumSectionSize()) {
        setColumnWidth(column, fontMetrics().averageCharWidth() * 16);
    }
}

void ResourceListView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const std::optional<CommunicationService> resource = currentResource();
    if (resource && !m_isRemoving) {
        m_chosen = resource->id;
    }
    tellCurrent();
}

void ResourceListView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    const int row = selectedRow().row();
    if (row >= topLeft.row() && row <= bottomRight.row()) {
        tellCurrent();
    }
}

// Qt says that a selection has changed also when its rows have only moved.
void ResourceListView::tellCurrent()
{
    const std::optional<CommunicationService> resource = currentResource();
    if (resource != m_told) {
        m_told = resource;
        emit currentResourceChanged(resource);
    }
}

void ResourceListView::rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last)
{
    const QScopedValueRollback removing(m_isRemoving, true);
    const int row = currentIndex().row();
    if (row >= first && row <= last) {
        selectionModel()->clear(); // otherwise Qt would choose a neighbour
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void ResourceListView::rowsInserted(const QModelIndex& parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    chooseAgain();
}

void ResourceListView::chooseAgain()
{
    if (const std::optional<CommunicationService> current = currentResource(); current && current->id == m_chosen) {
        return;
    }
    const std::optional<int> row = m_resources.rowOf(m_chosen);
    const QModelIndex index = row ? m_filter.mapFromSource(m_resources.index(*row, 0)) : QModelIndex();
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

void ResourceListView::holdScrollPosition()
{
    if (m_isHolding || verticalScrollBar()->value() == verticalScrollBar()->minimum()) {
        return;
    }
    m_isHolding = true;
    m_topRow = indexAt(QPoint(0, 0));
    // A refresh changes many rows before control returns to the event loop; the view is put right once, after them.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isHolding = false;
            if (m_topRow.isValid()) {
                scrollTo(m_topRow, PositionAtTop);
            }
        },
        Qt::QueuedConnection);
}

void ResourceListView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex row = selectedRow();
    if (!row.isValid()) {
        return;
    }
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    openMenu(actions(), byKeyboard ? viewport()->mapToGlobal(visualRect(row).bottomLeft()) : event->globalPos());
}

// popup() and not Qt::ActionsContextMenu, which would run an event loop of its own.
void ResourceListView::openMenu(const QList<QAction*>& actions, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions);
    menu->popup(at);
}

void ResourceListView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && selectedRow().isValid()) {
        emit opened();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResourceListView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // Qt makes the first row the current one without selecting it; the first arrow key would then skip that row.
    if (!selectedRow().isValid()) {
        selectionModel()->clearCurrentIndex();
    }
}

} // namespace CommKeys
