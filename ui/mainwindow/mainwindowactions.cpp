// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindowactions.h"

#include "common/icons.h"

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
    , refresh(new QAction(Icons::line(u"refresh"_s), tr("&Refresh"), this))
    , signOut(new QAction(tr("Sign &out"), this))
    , quit(new QAction(tr("&Quit"), this))
    , filter(new QAction(Icons::line(u"search"_s), tr("&Filter resources…"), this))
    , clearFilter(new QAction(tr("&Clear filter"), this))
    , settings(new QAction(Icons::line(u"settings"_s), tr("&Settings…"), this))
    , getKeys(new QAction(Icons::line(u"key"_s), tr("&Get keys from Azure"), this))
    , copyConnectionString(new QAction(Icons::line(u"copy"_s), tr("&Copy connection string"), this))
    , copyEndpoint(new QAction(tr("Copy &endpoint"), this))
    , copyResourceId(new QAction(tr("Copy resource &id"), this))
    , regenerate(new QAction(Icons::line(u"regenerate"_s), tr("&Regenerate…"), this))
    , whoseKey(new QAction(tr("&Whose key is this?…"), this))
    , history(new QAction(tr("Regeneration &history…"), this))
    , shortcuts(new QAction(tr("&Keyboard shortcuts"), this))
    , about(new QAction(tr("&About CommKeys"), this))
{
    refresh->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}); // as browsers do everywhere
    refresh->setToolTip(tr("List the resources again (F5)"));
    setKeys(*quit, QKeySequence::Quit, Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    setKeys(*filter, QKeySequence::Find, Qt::CTRL | Qt::Key_F);
    setKeys(*settings, QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    getKeys->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    copyConnectionString->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyConnectionString->setToolTip(tr("Copy the primary connection string"));
    regenerate->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    history->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    setKeys(*shortcuts, QKeySequence::HelpContents, Qt::Key_F1);
    about->setMenuRole(QAction::AboutRole);
    m_resourceActions = {getKeys,        copyConnectionString, separator(), copyEndpoint,
                         copyResourceId, separator(),          regenerate};
    setAvailable(false, false);
}

void MainWindowActions::fillMenus(QMenuBar& menus, const QList<QAction*>& columns)
{
    QMenu* file = menus.addMenu(tr("&File"));
    file->addAction(signOut);
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = menus.addMenu(tr("&Edit"));
    edit->addActions({filter, clearFilter});
    edit->addSeparator();
    edit->addAction(settings);

    QMenu* resource = menus.addMenu(tr("&Resource"));
    resource->addActions(m_resourceActions);
    resource->addSeparator();
    resource->addAction(whoseKey);

    QMenu* view = menus.addMenu(tr("&View"));
    view->addAction(refresh);
    view->addAction(history);
    view->addSeparator();
    view->addMenu(tr("&Columns"))->addActions(columns);

    QMenu* help = menus.addMenu(tr("&Help"));
    help->addAction(shortcuts);
    help->addSeparator();
    help->addAction(about);
}

void MainWindowActions::setAvailable(bool hasSession, bool hasResource)
{
    for (QAction* action : {refresh, signOut, filter, clearFilter, whoseKey, history}) {
        action->setEnabled(hasSession);
    }
    for (QAction* action : {getKeys, copyConnectionString, copyEndpoint, copyResourceId, regenerate}) {
        action->setEnabled(hasSession && hasResource);
    }
}

QAction* MainWindowActions::separator()
{
    auto* action = new QAction(this);
    action->setSeparator(true);
    return action;
}

} // namespace CommKeys
