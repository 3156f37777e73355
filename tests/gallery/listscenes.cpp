// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagebar.h"
#include "gallery/scene.h"
#include "gallery/stagehand.h"
#include "keys/keyspanel.h"
#include "mainwindow/filterbar.h"
#include "mainwindow/listingprogress.h"
#include "mainwindow/mainwindowactions.h"
#include "resourcelist/resourcelistpane.h"
#include "resourcelist/resourcelistview.h"

#include <QProgressBar>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QWidget* whenShown(const WindowWorld& world, bool isThere)
{
    return isThere ? world.window.get() : nullptr;
}

// Messages in the window are named by what they are: their words are another in every language.
bool waitForMessage(const WindowWorld& world)
{
    return Stagehand::waitFor([&world] {
        const auto bars = world.window->findChildren<MessageBar*>();
        return std::any_of(bars.begin(), bars.end(), [](const MessageBar* bar) { return bar->isVisible(); });
    });
}

QWidget* listing(WindowWorld& world)
{
    world.azure.faults().resourceGraph = false;
    world.azure.faults().next = {
        SimulatedFault::beforeActing("GET", u"communicationServices"_s, SimulatedFault::Reply::Silence)};
    world.window->openDemo();
    return whenShown(world, Stagehand::waitFor([&world] {
                         const auto bars = world.window->findChildren<QProgressBar*>();
                         return std::any_of(bars.begin(), bars.end(), [](const QProgressBar* bar) {
                             return bar->isVisible() && bar->maximum() == 6 && bar->value() == 5;
                         });
                     }));
}

QWidget* throttled(WindowWorld& world)
{
    SimulatedFault throttle = SimulatedFault::beforeActing("GET", u"/tenants"_s, SimulatedFault::Reply::Throttle);
    throttle.retryAfter = 42s;
    world.azure.faults().next = {throttle};
    world.window->openDemo();
    return whenShown(world, Stagehand::waitForText(*world.window, u"42"_s));
}

QWidget* listed(WindowWorld& world)
{
    return whenShown(world, Stagehand::openDemo(world));
}

QWidget* listedWithAnAccount(WindowWorld& world)
{
    return whenShown(world, Stagehand::signIn(world));
}

QWidget* partlyFailed(WindowWorld& world)
{
    world.azure.faults().forbiddenSubscriptions = {world.subscription(u"Staging"_s)};
    world.window->openDemo();
    return whenShown(world, waitForMessage(world));
}

QWidget* failed(WindowWorld& world)
{
    world.azure.faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
    world.window->openDemo();
    return whenShown(world, waitForMessage(world));
}

QWidget* empty(WindowWorld& world)
{
    SimulatedFault nothing = SimulatedFault::given("GET", u"communicationServices"_s, 200, "{\"value\":[]}");
    nothing.times = 99;
    world.azure.faults().resourceGraph = false;
    world.azure.faults().next = {nothing};
    world.window->openDemo();
    return whenShown(
        world, Stagehand::waitForText(*world.window, ResourceListPane::tr("No Communication Services resources")));
}

QWidget* cancelled(WindowWorld& world)
{
    return whenShown(world, listing(world) != nullptr &&
                                Stagehand::press(*world.window, ListingProgress::tr("Cancel")) &&
                                waitForMessage(world));
}

// Signed in, since the demo cannot be out of reach and keeps no list.
QWidget* offline(WindowWorld& world)
{
    if (!Stagehand::signIn(world) || !Stagehand::choose(world) ||
        !Stagehand::press(*world.window, KeysPanel::tr("Get keys from Azure")) ||
        !Stagehand::waitFor([&world] { return world.store->writes > 0; }) || !world.window->close()) {
        return nullptr;
    }
    world.opener.tokenFaults.error = Error::of(ErrorKind::Network, u"There is no connection."_s);
    world.clock->advance(std::chrono::hours(26));
    world.makeWindow();
    world.window->resume();
    return whenShown(world, waitForMessage(world) && Stagehand::waitFor([&world] {
                                return Stagehand::list(world).model()->rowCount() == 33;
                            }));
}

QWidget* offlineForTheFirstTime(WindowWorld& world)
{
    world.opener.tokenFaults.error = Error::of(ErrorKind::Network, u"There is no connection."_s);
    world.opener.someoneIsSignedIn = true;
    world.window->resume();
    return whenShown(world, waitForMessage(world));
}

QWidget* filteredAway(WindowWorld& world)
{
    if (!Stagehand::openDemo(world)) {
        return nullptr;
    }
    world.window->findChild<FilterBar*>()->setText(u"zzz"_s);
    return world.window.get();
}

QWidget* keychainFailing(WindowWorld& world)
{
    world.store->writeFails = Error::of(ErrorKind::KeychainFailed, u"The keychain does not work."_s);
    return whenShown(world, Stagehand::openDemo(world) && waitForMessage(world));
}

QWidget* keychainLocked(WindowWorld& world)
{
    world.store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
    return whenShown(world, Stagehand::openDemo(world) && waitForMessage(world));
}

QWidget* tenantWantsMore(WindowWorld& world)
{
    Error error = Error::of(ErrorKind::NotSignedIn, u"Fabrikam asks for multi-factor authentication."_s);
    error.signIn = SignInHint{{}, u"{\"access_token\":{}}"_s};
    world.opener.tokenFaults = {error, {world.tenant(u"Fabrikam"_s)}};
    world.opener.someoneIsSignedIn = true;
    world.window->resume();
    return whenShown(world, waitForMessage(world));
}

QWidget* leftOpen(WindowWorld& world)
{
    if (!Stagehand::openDemo(world) || !Stagehand::choose(world)) {
        return nullptr;
    }
    RotationRecord record;
    record.id = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
    record.armHost = u"arm.own.example"_s;
    record.resource = Stagehand::list(world).currentResource()->id;
    record.tenant = Stagehand::list(world).currentResource()->tenant;
    record.startedUtc = world.clock->utcNow().addSecs(-100);
    record.stage = RotationRecord::Stage::Sent;
    if (!world.window->session()->journal().append(record)) {
        return nullptr;
    }
    Stagehand::actions(world).refresh->trigger();
    return whenShown(world, waitForMessage(world));
}

} // namespace

QList<Scene> listScenes()
{
    return {
        {u"listing"_s, u"Listing: how far it is"_s, listing},
        {u"listing-throttled"_s, u"Azure is throttling requests"_s, throttled},
        {u"list"_s, u"The list"_s, listed},
        {u"list-account"_s, u"The list of an account"_s, listedWithAnAccount},
        {u"list-partly-failed"_s, u"A subscription could not be listed"_s, partlyFailed},
        {u"list-failed"_s, u"Nothing could be listed"_s, failed},
        {u"list-empty"_s, u"There is no resource"_s, empty},
        {u"list-cancelled"_s, u"The listing was cancelled"_s, cancelled},
        {u"list-offline"_s, u"Without a network: the list as of the last time"_s, offline},
        {u"list-offline-first"_s, u"Without a network, and without a list"_s, offlineForTheFirstTime},
        {u"list-filtered-away"_s, u"No resource matches the filter"_s, filteredAway},
        {u"list-keychain-failing"_s, u"The keychain fails"_s, keychainFailing},
        {u"list-keychain-locked"_s, u"The keychain is locked"_s, keychainLocked},
        {u"list-tenant-wants-more"_s, u"A tenant asks to sign in"_s, tenantWantsMore},
        {u"list-left-open"_s, u"A regeneration was cut short"_s, leftOpen},
    };
}

} // namespace CommKeys
