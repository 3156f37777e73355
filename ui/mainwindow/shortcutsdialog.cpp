// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/shortcutsdialog.h"

#include "common/mnemonics.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// "F5, Ctrl+R"
QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts()) {
        keys.append(sequence.toString(QKeySequence::NativeText));
    }
    return keys.join(u", "_s);
}

void addCommands(QTreeWidgetItem& group, const QMenu& menu)
{
    for (const QAction* action : menu.actions()) {
        if (const QMenu* below = action->menu()) {
            auto* item = new QTreeWidgetItem(&group, {withoutMnemonic(action->text())});
            addCommands(*item, *below);
        } else if (!action->isSeparator()) {
            new QTreeWidgetItem(&group, {withoutMnemonic(action->text()), keysOf(*action)});
        }
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
    , m_commands(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* hint =
        new QLabel(tr("Tab goes through the window. In the list, Enter gets the keys from Azure. The Menu key or "
                      "Shift+F10 opens the commands of what has the keyboard."),
                   this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    m_commands->setAccessibleName(windowTitle());
    //: Columns of the list of shortcuts
    m_commands->setHeaderLabels({tr("Command"), tr("Keys")});
    m_commands->setUniformRowHeights(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_commands);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    fill(menus);
    fitToContents();
    m_commands->setFocus();
}

void ShortcutsDialog::fill(const QMenuBar& menus)
{
    for (const QAction* action : menus.actions()) {
        if (const QMenu* menu = action->menu()) {
            auto* group = new QTreeWidgetItem(m_commands, {withoutMnemonic(action->text())});
            QFont bold = m_commands->font();
            bold.setBold(true);
            group->setFont(0, bold);
            addCommands(*group, *menu);
            group->setExpanded(true);
        }
    }
    m_commands->setCurrentItem(m_commands->topLevelItem(0));
}

void ShortcutsDialog::fitToContents()
{
    m_commands->header()->setStretchLastSection(true);
    m_commands->resizeColumnToContents(0);
    m_commands->resizeColumnToContents(1);
    int rows = 1;
    for (const QTreeWidgetItem* item = m_commands->topLevelItem(0); item; item = m_commands->itemBelow(item)) {
        ++rows;
    }
    const int letter = fontMetrics().averageCharWidth();
    const QSize all(m_commands->columnWidth(0) + m_commands->columnWidth(1) + 8 * letter,
                    (rows + 8) * std::max(m_commands->sizeHintForRow(0), fontMetrics().height()));
    resize(all.boundedTo(screen()->availableSize() * 0.8));
}

void openShortcuts(QWidget& window, const QMenuBar& menus)
{
    auto* dialog = window.findChild<ShortcutsDialog*>();
    if (dialog == nullptr) {
        dialog = new ShortcutsDialog(menus, &window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace CommKeys
