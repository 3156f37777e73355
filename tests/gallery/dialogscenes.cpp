// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagebar.h"
#include "gallery/scene.h"
#include "gallery/stagehand.h"
#include "history/historydialog.h"
#include "keys/whosekeydialog.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/shortcutsdialog.h"
#include "resourcelist/resourcelistview.h"
#include "rotation/examplerecord.h"
#include "settings/settingsdialog.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool fillJournal(WindowWorld& world)
{
    RotationJournal& journal = world.window->session()->journal();
    for (int number = 1; number <= 6; ++number) {
        RotationRecord record = exampleRecord(number);
        record.armHost = u"arm.own.example"_s;
        record.account = u"avery.hart@contoso.example"_s;
        record.resource = Stagehand::list(world).currentResource()->id;
        record.startedUtc = world.clock->utcNow().addDays(-17 * (7 - number));
        record.endedUtc = record.startedUtc.addMSecs(2'345);
        record.problem.clear();
        if (number == 3) {
            record.end = RotationEnd::Unchanged;
            record.problem = u"Conflict (ScopeLocked)"_s;
            record.fingerprintAfter.clear();
        }
        if (!journal.append(record)) {
            return false;
        }
    }
    return true;
}

QWidget* history(WindowWorld& world)
{
    if (!Stagehand::openDemo(world) || !Stagehand::choose(world) || !fillJournal(world)) {
        return nullptr;
    }
    Stagehand::actions(world).history->trigger();
    return Stagehand::dialog<HistoryDialog>(world);
}

QWidget* emptyHistory(WindowWorld& world)
{
    if (!Stagehand::openDemo(world)) {
        return nullptr;
    }
    Stagehand::actions(world).history->trigger();
    return Stagehand::dialog<HistoryDialog>(world);
}

WhoseKeyDialog* askWhoseKey(WindowWorld& world)
{
    if (!Stagehand::fetchKeys(world)) {
        return nullptr;
    }
    Stagehand::actions(world).whoseKey->trigger();
    return Stagehand::dialog<WhoseKeyDialog>(world);
}

QWidget* findOwner(WindowWorld& world)
{
    WhoseKeyDialog* dialog = askWhoseKey(world);
    if (dialog == nullptr) {
        return nullptr;
    }
    dialog->findChild<QLineEdit*>()->setText(world.azure.currentKey(u"acs-prod-00000"_s, KeyType::Secondary));
    return Stagehand::press(*dialog, WhoseKeyDialog::tr("Find")) && Stagehand::waitForText(*dialog, u"acs-prod-00000"_s)
               ? dialog
               : nullptr;
}

QWidget* unknownOwner(WindowWorld& world)
{
    WhoseKeyDialog* dialog = askWhoseKey(world);
    if (dialog == nullptr) {
        return nullptr;
    }
    dialog->findChild<QLineEdit*>()->setText(world.azure.currentKey(u"acs-prod-00008"_s, KeyType::Primary));
    return Stagehand::press(*dialog, WhoseKeyDialog::tr("Find")) ? dialog : nullptr;
}

SettingsDialog* settings(WindowWorld& world)
{
    Stagehand::actions(world).settings->trigger();
    return Stagehand::dialog<SettingsDialog>(world);
}

SettingsDialog* settingsPage(WindowWorld& world, int number)
{
    SettingsDialog* dialog = settings(world);
    if (dialog != nullptr) {
        dialog->findChild<QTabWidget*>()->setCurrentIndex(number);
    }
    return dialog;
}

template <typename W>
QList<W*> enabledIn(const QWidget& dialog)
{
    QList<W*> found;
    for (W* candidate : dialog.findChildren<W*>()) {
        if (candidate->isVisible() && candidate->isEnabled()) {
            found.append(candidate);
        }
    }
    return found;
}

QWidget* settingsWithAProblem(WindowWorld& world)
{
    QWidget* dialog = settings(world);
    if (dialog != nullptr) {
        QComboBox* cloud = enabledIn<QComboBox>(*dialog).constFirst();
        cloud->setCurrentIndex(cloud->count() - 1);
        const QList<QLineEdit*> fields = enabledIn<QLineEdit>(*dialog);
        fields.constFirst()->setText(u"http://arm.example"_s);
        fields.constLast()->setText(u"contoso"_s);
    }
    return dialog;
}

QWidget* pinnedSettings(WindowWorld& world)
{
    SettingsPolicy policy;
    policy.pinned = {SettingKey::Cloud, SettingKey::ArmEndpoint, SettingKey::Tenant};
    auto* dialog = new SettingsDialog(Settings(), policy, world.window.get());
    dialog->open();
    return dialog;
}

QWidget* shortcuts(WindowWorld& world)
{
    Stagehand::actions(world).shortcuts->trigger();
    return Stagehand::dialog<ShortcutsDialog>(world);
}

QWidget* about(WindowWorld& world)
{
    Stagehand::actions(world).about->trigger();
    return Stagehand::dialog<QDialog>(world);
}

// A window of its own with one of each, to compare them.
QWidget* messageBars(WindowWorld& world)
{
    auto* page = new QDialog(world.window.get());
    auto* layout = new QVBoxLayout(page);
    const auto add = [&](MessageBar::Level level, const QString& text) {
        auto* bar = new MessageBar(world.clipboard, page);
        layout->addWidget(bar);
        bar->show(level, text);
        return bar;
    };
    add(MessageBar::Level::Info, u"blake@contoso.example is signed in now; this window still works as avery.hart."_s)
        ->addAction(u"Switch"_s, page, [] {});
    add(MessageBar::Level::Success, u"The primary key that acs-prod-00000 accepts now is in your keychain."_s);
    add(MessageBar::Level::Warning, u"The keychain is locked."_s)->addAction(u"Try again"_s, page, [] {});
    auto* problem = new MessageBar(world.clipboard, page);
    layout->addWidget(problem);
    problem->showError(Error::of(ErrorKind::Timeout, u"Azure did not answer in time."_s, u"Try again later."_s));
    page->setWindowTitle(u"Messages"_s);
    const int wide = page->fontMetrics().averageCharWidth() * 90;
    page->resize(wide, layout->totalHeightForWidth(wide));
    page->show();
    return page;
}

} // namespace

QList<Scene> dialogScenes()
{
    return {
        {u"history"_s, u"The history"_s, history},
        {u"history-empty"_s, u"The history, empty"_s, emptyHistory},
        {u"whose-key"_s, u"Whose key is this?"_s, askWhoseKey},
        {u"whose-key-answer"_s, u"Whose key it is"_s, findOwner},
        {u"whose-key-unknown"_s, u"Nobody's key"_s, unknownOwner},
        {u"settings"_s, u"Settings"_s, settings},
        {u"settings-tenants"_s, u"Settings: tenants"_s,
         [](WindowWorld& world) { return Stagehand::openDemo(world) ? settingsPage(world, 1) : nullptr; }},
        {u"settings-privacy"_s, u"Settings: keys and privacy"_s,
         [](WindowWorld& world) { return settingsPage(world, 2); }},
        {u"settings-network"_s, u"Settings: network"_s, [](WindowWorld& world) { return settingsPage(world, 3); }},
        {u"settings-appearance"_s, u"Settings: appearance"_s,
         [](WindowWorld& world) { return settingsPage(world, 4); }},
        {u"settings-pinned"_s, u"Settings that an administrator has set"_s, pinnedSettings},
        {u"settings-problem"_s, u"Settings that cannot be"_s, settingsWithAProblem},
        {u"shortcuts"_s, u"Keyboard shortcuts"_s, shortcuts},
        {u"about"_s, u"About"_s, about},
        {u"messages"_s, u"Messages"_s, messageBars},
    };
}

QList<Scene> scenes()
{
    return signInScenes() + listScenes() + keysScenes() + regenerateScenes() + dialogScenes();
}

} // namespace CommKeys
