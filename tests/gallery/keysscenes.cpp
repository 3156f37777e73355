// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagebar.h"
#include "common/secretfield.h"
#include "gallery/scene.h"
#include "gallery/stagehand.h"
#include "keys/keyspanel.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QWidget* windowIf(const WindowWorld& world, bool isThere)
{
    return isThere ? world.window.get() : nullptr;
}

QWidget* notKept(WindowWorld& world)
{
    return windowIf(world, Stagehand::openDemo(world) && Stagehand::choose(world) &&
                               Stagehand::waitForText(
                                   *world.window, QCoreApplication::translate("CommKeys::KeyCard", "Not in keychain")));
}

QWidget* fetching(WindowWorld& world)
{
    world.azure.faults().next = {SimulatedFault::beforeActing("POST", u"/listKeys"_s, SimulatedFault::Reply::Silence)};
    const bool isAsked = Stagehand::openDemo(world) && Stagehand::choose(world) &&
                         Stagehand::press(*world.window, KeysPanel::tr("Get keys from Azure"));
    return windowIf(world, isAsked && Stagehand::waitFor([&world] {
                               return Stagehand::button(*world.window->findChild<KeysPanel*>(),
                                                        KeysPanel::tr("Cancel")) != nullptr;
                           }));
}

QWidget* hidden(WindowWorld& world)
{
    return windowIf(world, Stagehand::fetchKeys(world));
}

QWidget* revealed(WindowWorld& world)
{
    return windowIf(world, Stagehand::fetchKeys(world) && QTest::qWaitForWindowActive(world.window.get()) &&
                               Stagehand::press(*world.window, SecretField::tr("Show")));
}

QWidget* copied(WindowWorld& world)
{
    return windowIf(world,
                    Stagehand::fetchKeys(world) &&
                        Stagehand::press(*world.window, QCoreApplication::translate("CommKeys::KeyCard", "Copy key")));
}

QWidget* failedToFetch(WindowWorld& world)
{
    world.azure.faults().next = {SimulatedFault::given("POST", u"/listKeys"_s, 403)};
    const bool isAsked = Stagehand::openDemo(world) && Stagehand::choose(world) &&
                         Stagehand::press(*world.window, KeysPanel::tr("Get keys from Azure"));
    const auto isTold = [&world] {
        const auto bars = world.window->findChildren<MessageBar*>();
        return std::any_of(bars.begin(), bars.end(), [](const MessageBar* bar) { return bar->isVisible(); });
    };
    return windowIf(world, isAsked && Stagehand::waitFor(isTold));
}

QWidget* replacedElsewhere(WindowWorld& world)
{
    world.azure.faults().activityLogLag = 0s;
    const bool hasKeys = Stagehand::fetchKeys(world);
    world.clock->advance(1h);
    world.azure.regenerateElsewhere(u"acs-prod-00000"_s, KeyType::Primary, world.clock->utcNow());
    world.clock->advance(1h);
    return windowIf(world, hasKeys && Stagehand::refresh(world) &&
                               Stagehand::waitForText(*world.window, u"robin@contoso.example"_s) &&
                               Stagehand::press(*world.window, QCoreApplication::translate("CommKeys::KeyCard",
                                                                                           "Copy connection string")));
}

QWidget* previousKeyReturned(WindowWorld& world)
{
    const bool hasKeys = Stagehand::fetchKeys(world);
    const bool isNew =
        hasKeys && world.window->findChild<KeysPanel*>() != nullptr && Stagehand::regenerate(world, KeyType::Primary);
    world.azure.faults().keyReadLag = 24h;
    return windowIf(world, isNew && Stagehand::press(*world.window, KeysPanel::tr("Get keys from Azure")) &&
                               Stagehand::waitFor([&world] {
                                   const auto bars = world.window->findChildren<MessageBar*>();
                                   return std::any_of(bars.begin(), bars.end(),
                                                      [](const MessageBar* bar) { return bar->isVisible(); });
                               }));
}

QWidget* onlyInMemory(WindowWorld& world)
{
    world.store->probeSays = StoreHealth::Ready;
    world.store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
    return windowIf(world, Stagehand::fetchKeys(world));
}

} // namespace

QList<Scene> keysScenes()
{
    return {
        {u"keys-not-kept"_s, u"A resource without keys in the keychain"_s, notKept},
        {u"keys-fetching"_s, u"Getting keys"_s, fetching},
        {u"keys-hidden"_s, u"Keys, hidden"_s, hidden},
        {u"keys-revealed"_s, u"A key of the demo, shown"_s, revealed},
        {u"keys-copied"_s, u"A copied key, counted down"_s, copied},
        {u"keys-failed"_s, u"The keys could not be fetched"_s, failedToFetch},
        {u"keys-replaced"_s, u"A stored key that somebody replaced, copied all the same"_s, replacedElsewhere},
        {u"keys-previous-returned"_s, u"Azure returns the key from before a regeneration"_s, previousKeyReturned},
        {u"keys-only-in-memory"_s, u"The keychain did not take the keys"_s, onlyInMemory},
    };
}

} // namespace CommKeys
