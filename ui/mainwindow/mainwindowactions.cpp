// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindowactions.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/translated.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// As the system has it; @p otherwise where it has no such custom.
void setKeys(QAction& action, QKeySequence::StandardKey key, QKeyCombination otherwise)
{
    const QList<QKeySequence> customary = QKeySequence::keyBindings(key);
    action.setShortcuts(customary.isEmpty() ? QList<QKeySequence>{QKeySequence(otherwise)} : customary);
}

} // namespace

MainWindowActions::MainWindowActions(QObject* parent)
    : QObject(parent)
    , refresh(command(QT_TR_NOOP("&Refresh"), u"refresh"_s))
    , signOut(command(QT_TR_NOOP("Sign &out")))
    , quit(command(QT_TR_NOOP("&Quit")))
    , filter(command(QT_TR_NOOP("&Filter resources…"), u"search"_s))
    , clearFilter(command(QT_TR_NOOP("&Clear filter")))
    , settings(command(QT_TR_NOOP("&Settings…"), u"settings"_s))
    , getKeys(command(QT_TR_NOOP("&Get keys from Azure"), u"key"_s))
    , copyConnectionString(command(QT_TR_NOOP("&Copy connection string"), u"copy"_s))
    , copyPrimaryAs(command(QT_TR_NOOP("Copy &primary key as")))
    , copySecondaryAs(command(QT_TR_NOOP("Copy &secondary key as")))
    , copyEndpoint(command(QT_TR_NOOP("Copy &endpoint")))
    , copyResourceId(command(QT_TR_NOOP("Copy resource &id")))
    , openInPortal(command(QT_TR_NOOP("&Open in Azure portal")))
    , regenerate(command(QT_TR_NOOP("&Regenerate…"), u"regenerate"_s))
    , whoseKey(command(QT_TR_NOOP("&Whose key is this?…")))
    , history(command(QT_TR_NOOP("Regeneration &history…")))
    , shortcuts(command(QT_TR_NOOP("&Keyboard shortcuts")))
    , about(command(QT_TR_NOOP("&About CommKeys")))
{
    refresh->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}); // as browsers do everywhere
    setKeys(*quit, QKeySequence::Quit, Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    setKeys(*filter, QKeySequence::Find, Qt::CTRL | Qt::Key_F);
    setKeys(*settings, QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    getKeys->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    copyConnectionString->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    regenerate->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    history->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    setKeys(*shortcuts, QKeySequence::HelpContents, Qt::Key_F1);
    about->setMenuRole(QAction::AboutRole);
    openInPortal->setEnabled(false);
    m_resourceActions = {getKeys,      copyConnectionString, copyPrimaryAs, copySecondaryAs, separator(),
                         copyEndpoint, copyResourceId,       openInPortal,  separator(),     regenerate};
    setAvailable(false, false);
    translated(this, [this] {
        // Qt would leave the mnemonic in, where a language puts it behind the word.
        refresh->setIconText(tr("Refresh"));
        setPlainToolTip(*refresh, tr("List the resources again (F5)"));
        setPlainToolTip(*copyConnectionString, tr("Copy the primary connection string"));
    });
}

void MainWindowActions::fillMenus(QMenuBar& menus, const QList<QAction*>& columns)
{
    QMenu* file = addMenu(menus, QT_TR_NOOP("&File"));
    file->addAction(signOut);
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = addMenu(menus, QT_TR_NOOP("&Edit"));
    edit->addActions({filter, clearFilter});
    edit->addSeparator();
    edit->addAction(settings);

    QMenu* resource = addMenu(menus, QT_TR_NOOP("&Resource"));
    resource->addActions(m_resourceActions);
    resource->addSeparator();
    resource->addAction(whoseKey);

    QMenu* view = addMenu(menus, QT_TR_NOOP("&View"));
    view->addAction(refresh);
    view->addAction(history);
    view->addSeparator();
    QMenu* columnMenu = view->addMenu(QString());
    translated(columnMenu, [columnMenu] { columnMenu->setTitle(tr("&Columns")); });
    columnMenu->addActions(columns);

    QMenu* help = addMenu(menus, QT_TR_NOOP("&Help"));
    help->addAction(shortcuts);
    help->addSeparator();
    help->addAction(about);
}

void MainWindowActions::setAvailable(bool hasSession, bool hasResource)
{
    for (QAction* action : {refresh, signOut, filter, clearFilter, whoseKey, history}) {
        action->setEnabled(hasSession);
    }
    for (QAction* action :
         {getKeys, copyConnectionString, copyPrimaryAs, copySecondaryAs, copyEndpoint, copyResourceId, regenerate}) {
        action->setEnabled(hasSession && hasResource);
    }
}

QAction* MainWindowActions::command(const char* text, const QString& icon)
{
    auto* action = new QAction(icon.isEmpty() ? QIcon() : Icons::line(icon), {}, this);
    translated(this, [action, text] { action->setText(tr(text)); });
    return action;
}

QMenu* MainWindowActions::addMenu(QMenuBar& menus, const char* title)
{
    QMenu* menu = menus.addMenu(QString());
    translated(menu, [menu, title] { menu->setTitle(tr(title)); });
    return menu;
}

QAction* MainWindowActions::separator()
{
    auto* action = new QAction(this);
    action->setSeparator(true);
    return action;
}

} // namespace CommKeys
