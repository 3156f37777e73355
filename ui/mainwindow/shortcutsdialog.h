// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QMenuBar;
class QTreeWidget;

namespace CommKeys {

/// **Keyboard shortcuts**: every command of the window's menus with its keys, as this system writes them. Read from the
/// commands themselves, so that it is never wrong.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p menus is read now and not needed later.
    ShortcutsDialog(const QMenuBar& menus, QWidget* parent);

private:
    void fill(const QMenuBar& menus);
    void fitToContents();

    QTreeWidget* m_commands;
};

/// Opens it beside @p window, or brings it to the front where it is open already.
void openShortcuts(QWidget& window, const QMenuBar& menus);

} // namespace CommKeys
