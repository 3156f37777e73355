// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow/mainwindowactions.h"
#include "resourcelist/resourcelistview.h"
#include "signin/firststartpage.h"
#include "ui/windowworld.h"

#include <QDialog>
#include <QLineEdit>

#include <functional>

namespace CommKeys {

/// One thing that a person can have before them.
struct Screen
{
    QString name;
    /// Brings it up in a new window, and returns the window or the dialog that it is.
    std::function<QWidget*(WindowWorld&)> open;
};

namespace Screens {

/// As large as it is on a screen that has room for it; the off-screen one of the tests is small.
inline void giveItsDefaultSize(MainWindow& window)
{
    const QFontMetrics metrics = window.fontMetrics();
    window.resize(metrics.averageCharWidth() * 170, metrics.height() * 42);
}

inline QWidget* openDemo(WindowWorld& world)
{
    world.window->openDemo();
    auto* list = world.window->findChild<ResourceListView*>();
    if (!QTest::qWaitFor([list] { return list->model()->rowCount() == 33; })) {
        return nullptr;
    }
    list->setCurrentIndex(list->model()->index(0, 0)); // selectRow() finds no row from right to left, in Qt 6.4
    giveItsDefaultSize(*world.window);
    return world.window.get();
}

inline QWidget* openDialog(WindowWorld& world, QAction* const MainWindowActions::*action)
{
    if (openDemo(world) == nullptr) {
        return nullptr;
    }
    (world.window->findChild<MainWindowActions*>()->*action)->trigger();
    for (QDialog* dialog : world.window->findChildren<QDialog*>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

inline QWidget* beginSignIn(WindowWorld& world, SignInWay way)
{
    giveItsDefaultSize(*world.window);
    emit world.window->findChild<FirstStartPage*>()->signInRequested(way);
    if (world.opener.signInSession.isNull()) {
        return nullptr;
    }
    if (way == SignInWay::Browser) {
        emit world.opener.signInSession->browserOpened(QUrl(QStringLiteral("https://login.own.example/")), true);
    } else {
        DeviceCode code;
        code.userCode = QStringLiteral("ABCD-EFGH");
        code.verificationUri = QUrl(QStringLiteral("https://login.own.example/device"));
        code.expiresUtc = world.clock->utcNow().addSecs(899);
        emit world.opener.signInSession->codeReceived(code);
    }
    return world.window.get();
}

} // namespace Screens

/// Every main screen.
[[nodiscard]] inline QList<Screen> allScreens()
{
    using namespace Screens;
    using Actions = MainWindowActions;
    return {
        {QStringLiteral("first start"),
         [](WindowWorld& world) -> QWidget* {
             giveItsDefaultSize(*world.window);
             return world.window.get();
         }},
        {QStringLiteral("browser"), [](WindowWorld& world) { return beginSignIn(world, SignInWay::Browser); }},
        {QStringLiteral("code"), [](WindowWorld& world) { return beginSignIn(world, SignInWay::DeviceCode); }},
        {QStringLiteral("list and keys"), [](WindowWorld& world) { return openDemo(world); }},
        {QStringLiteral("partly failed"),
         [](WindowWorld& world) -> QWidget* {
             world.azure.faults().forbiddenSubscriptions = {world.subscription(QStringLiteral("Staging"))};
             world.window->openDemo();
             auto* list = world.window->findChild<ResourceListView*>();
             if (!QTest::qWaitFor([list] { return list->model()->rowCount() > 0; })) {
                 return nullptr;
             }
             giveItsDefaultSize(*world.window);
             return world.window.get();
         }},
        {QStringLiteral("locked keychain"),
         [](WindowWorld& world) {
             world.store->probeSays = StoreHealth::Locked;
             return openDemo(world);
         }},
        {QStringLiteral("no match"),
         [](WindowWorld& world) -> QWidget* {
             QWidget* window = openDemo(world);
             world.window->findChild<QLineEdit*>()->setText(QStringLiteral("nothing is called this"));
             return window;
         }},
        {QStringLiteral("regenerate"), [](WindowWorld& world) { return openDialog(world, &Actions::regenerate); }},
        {QStringLiteral("history"), [](WindowWorld& world) { return openDialog(world, &Actions::history); }},
        {QStringLiteral("whose key"), [](WindowWorld& world) { return openDialog(world, &Actions::whoseKey); }},
        {QStringLiteral("settings"), [](WindowWorld& world) { return openDialog(world, &Actions::settings); }},
        {QStringLiteral("about"), [](WindowWorld& world) { return openDialog(world, &Actions::about); }},
    };
}

} // namespace CommKeys
