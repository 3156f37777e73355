// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenu;
class QMenuBar;

namespace CommKeys {

/// Every command of the window with its text and its shortcut, and the menus that hold them. What the commands do is
/// connected by the window.
class MainWindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit MainWindowActions(QObject* parent);

    /// @p columns: the list's actions for showing and hiding columns.
    void fillMenus(QMenuBar& menus, const QList<QAction*>& columns);

    /// What can be done with the resource that is chosen, in the order of the menu, separators included.
    [[nodiscard]] const QList<QAction*>& resourceActions() const { return m_resourceActions; }

    /// Commands that need a session, and those that need a resource to be chosen.
    void setAvailable(bool hasSession, bool hasResource);

    QAction* const refresh;
    QAction* const signOut;
    QAction* const quit;
    QAction* const filter;
    QAction* const clearFilter;
    QAction* const settings;
    QAction* const getKeys;
    QAction* const copyConnectionString;
    QAction* const copyPrimaryAs;   ///< has no menu of its own yet: whoever knows the keys gives it one
    QAction* const copySecondaryAs; ///< likewise
    QAction* const copyEndpoint;
    QAction* const copyResourceId;
    QAction* const openInPortal; ///< available where whoever knows the cloud says so
    QAction* const regenerate;
    QAction* const whoseKey;
    QAction* const history;
    QAction* const shortcuts;
    QAction* const about;

private:
    /// The text, or the title, is given as QT_TR_NOOP() leaves it.
    QAction* command(const char* text, const QString& icon = {});
    static QMenu* addMenu(QMenuBar& menus, const char* title);
    QAction* separator();

    QList<QAction*> m_resourceActions;
};

} // namespace CommKeys
