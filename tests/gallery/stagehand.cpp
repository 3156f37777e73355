// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/stagehand.h"

#include "keys/keyspanel.h"
#include "mainwindow/listingprogress.h"
#include "mainwindow/mainwindowactions.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys::Stagehand {

namespace {

constexpr auto limit = 10s;

bool isListed(const WindowWorld& world)
{
    return waitFor([&world] {
        return world.window->session() && list(world).model()->rowCount() == 33 &&
               world.window->findChild<ListingProgress*>()->isHidden();
    });
}

} // namespace

bool waitFor(const std::function<bool()>& happens)
{
    return QTest::qWaitFor(happens, static_cast<int>(std::chrono::milliseconds(limit).count()));
}

QAbstractButton* button(const QWidget& within, const QString& text)
{
    for (auto* candidate : within.findChildren<QAbstractButton*>()) {
        if (candidate->isVisible() && candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

bool press(const QWidget& within, const QString& text)
{
    if (!waitFor([&within, &text] { return button(within, text) != nullptr && button(within, text)->isEnabled(); })) {
        return false;
    }
    button(within, text)->click();
    return true;
}

bool waitForText(const QWidget& within, const QString& text)
{
    return waitFor([&within, &text] { return says(within, text); });
}

MainWindowActions& actions(const WindowWorld& world)
{
    return *world.window->findChild<MainWindowActions*>();
}

ResourceListView& list(const WindowWorld& world)
{
    return *world.window->findChild<ResourceListView*>();
}

bool openDemo(WindowWorld& world)
{
    world.window->openDemo();
    return isListed(world);
}

bool signIn(WindowWorld& world)
{
    world.opener.someoneIsSignedIn = true;
    world.window->resume();
    return isListed(world);
}

bool choose(WindowWorld& world, const QString& name)
{
    const QAbstractItemModel& model = *list(world).model();
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString);
    if (found.isEmpty()) {
        return false;
    }
    list(world).selectRow(found.constFirst().row());
    return true;
}

bool fetchKeys(WindowWorld& world)
{
    // While they are on their way into the keychain, they cannot be fetched again.
    const auto isKept = [&world] {
        const QAbstractButton* copy =
            button(*world.window, QCoreApplication::translate("CommKeys::KeyCard", "Copy key"));
        const QAbstractButton* fetch = button(*world.window, KeysPanel::tr("Get keys from Azure"));
        return copy != nullptr && copy->isEnabled() && fetch->isEnabled() && world.store->writes > 0;
    };
    return openDemo(world) && choose(world) && press(*world.window, KeysPanel::tr("Get keys from Azure")) &&
           waitFor(isKept);
}

bool refresh(WindowWorld& world)
{
    actions(world).refresh->trigger();
    return isListed(world);
}

bool regenerate(WindowWorld& world, KeyType type)
{
    const std::optional<CommunicationService> resource = list(world).currentResource();
    RotationDesk& desk = world.window->session()->rotations();
    return resource && desk.regenerate(*resource, type) && waitFor([&desk] { return !desk.isBusy(); });
}

} // namespace CommKeys::Stagehand
