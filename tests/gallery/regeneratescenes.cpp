// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/errordetails.h"
#include "gallery/scene.h"
#include "gallery/stagehand.h"
#include "mainwindow/mainwindowactions.h"
#include "regenerate/choosekeypage.h"
#include "regenerate/progresspage.h"
#include "regenerate/regeneratedialog.h"
#include "regenerate/resultpage.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

RegenerateDialog* open(WindowWorld& world)
{
    Stagehand::actions(world).regenerate->trigger();
    return Stagehand::dialog<RegenerateDialog>(world);
}

RegenerateDialog* openWithoutKeys(WindowWorld& world)
{
    if (!Stagehand::openDemo(world) || !Stagehand::choose(world)) {
        return nullptr;
    }
    RegenerateDialog* dialog = open(world);
    const QString get = ChooseKeyPage::tr("Get keys from Azure");
    return dialog != nullptr && Stagehand::waitFor([&] {
               const QAbstractButton* found = Stagehand::button(*dialog, get);
               return found != nullptr && found->isEnabled();
           })
               ? dialog
               : nullptr;
}

RegenerateDialog* openWithKeychainThat(WindowWorld& world, ErrorKind fails)
{
    world.store->writeFails = Error::of(fails, u"The keychain does not work."_s);
    RegenerateDialog* dialog = openWithoutKeys(world);
    return dialog != nullptr && Stagehand::waitFor([&world] { return world.store->status().health().has_value(); })
               ? dialog
               : nullptr;
}

RegenerateDialog* openWithKeys(WindowWorld& world)
{
    if (!Stagehand::fetchKeys(world)) {
        return nullptr;
    }
    RegenerateDialog* dialog = open(world);
    return dialog != nullptr && Stagehand::waitFor([dialog] {
               const QAbstractButton* found = Stagehand::button(*dialog, ChooseKeyPage::tr("Copy it"));
               return found != nullptr && found->isEnabled();
           })
               ? dialog
               : nullptr;
}

RegenerateDialog* confirm(WindowWorld& world)
{
    RegenerateDialog* dialog = openWithKeys(world);
    if (dialog != nullptr) {
        for (QCheckBox* moved : dialog->findChildren<QCheckBox*>()) {
            moved->setChecked(true);
        }
    }
    return dialog;
}

/// Somebody has regenerated the other key since it was stored, and the Activity Log says so.
QWidget* openWithReplacedKey(WindowWorld& world)
{
    RegenerateDialog* dialog = openWithKeys(world);
    world.azure.faults().activityLogLag = 0s;
    world.clock->advance(1h);
    world.azure.regenerateElsewhere(u"acs-prod-00000"_s, KeyType::Secondary, world.clock->utcNow());
    world.clock->advance(1h);
    const bool isListed = dialog != nullptr && Stagehand::refresh(world);
    return isListed && Stagehand::waitForText(*dialog, u"robin@contoso.example"_s) ? dialog : nullptr;
}

RegenerateDialog* regenerate(WindowWorld& world)
{
    RegenerateDialog* dialog = confirm(world);
    return dialog != nullptr && Stagehand::press(*dialog, ChooseKeyPage::tr("Regenerate primary key")) ? dialog
                                                                                                       : nullptr;
}

template <typename Page>
QWidget* onPage(RegenerateDialog* dialog)
{
    const auto isThere = [dialog] {
        const auto pages = dialog->findChildren<Page*>();
        return std::any_of(pages.begin(), pages.end(), [](const Page* page) { return page->isVisible(); });
    };
    return dialog != nullptr && Stagehand::waitFor(isThere) ? dialog : nullptr;
}

QWidget* checking(WindowWorld& world)
{
    world.azure.faults().next = {
        SimulatedFault::beforeActing("GET", u"/permissions"_s, SimulatedFault::Reply::Silence)};
    return onPage<ProgressPage>(regenerate(world));
}

QWidget* sent(WindowWorld& world)
{
    world.azure.faults().next = {
        SimulatedFault::beforeActing("POST", u"/regenerateKey"_s, SimulatedFault::Reply::Silence)};
    QWidget* dialog = onPage<ProgressPage>(regenerate(world));
    return dialog != nullptr && Stagehand::waitFor([dialog] {
               const QAbstractButton* cancel = Stagehand::button(*dialog, ProgressPage::tr("Cancel"));
               return cancel != nullptr && !cancel->isEnabled();
           })
               ? dialog
               : nullptr;
}

QWidget* succeeded(WindowWorld& world)
{
    return onPage<ResultPage>(regenerate(world));
}

QWidget* newKeyOnlyInMemory(WindowWorld& world)
{
    RegenerateDialog* dialog = confirm(world);
    world.store->probeSays = StoreHealth::Ready;
    world.store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
    const bool isBegun = dialog != nullptr && Stagehand::press(*dialog, ChooseKeyPage::tr("Regenerate primary key"));
    return isBegun ? onPage<ResultPage>(dialog) : nullptr;
}

QWidget* askedBeforeClosing(WindowWorld& world)
{
    QWidget* dialog = newKeyOnlyInMemory(world);
    if (dialog == nullptr || !Stagehand::press(*dialog, ResultPage::tr("Close"))) {
        return nullptr;
    }
    return dialog->findChild<QMessageBox*>();
}

QWidget* unclear(WindowWorld& world)
{
    RegenerateDialog* dialog = confirm(world);
    const QByteArray forbidden = "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client does not have "
                                 "authorization to perform action 'listKeys/action'.\"}}";
    auto& faults = world.azure.faults().next;
    faults << SimulatedFault::afterActing("POST", u"/regenerateKey"_s, SimulatedFault::Reply::EmptyBody)
           << SimulatedFault::given("POST", u"/listKeys"_s, 403, forbidden)
           << SimulatedFault::given("POST", u"/listKeys"_s, 403, forbidden);
    const bool isBegun = dialog != nullptr && Stagehand::press(*dialog, ChooseKeyPage::tr("Regenerate primary key"));
    return isBegun ? onPage<ResultPage>(dialog) : nullptr;
}

QWidget* refused(WindowWorld& world)
{
    const QByteArray body = "{\"error\":{\"code\":\"ScopeLocked\",\"message\":\"The scope "
                            "'/subscriptions/11112222-3333-4444-5555-666677778888/resourceGroups/rg-comm-00' cannot "
                            "perform write operation because the following scope(s) are locked: 'keep'.\"}}";
    world.azure.faults().next << SimulatedFault::given("POST", u"/regenerateKey"_s, 409, body);
    return onPage<ResultPage>(regenerate(world));
}

QWidget* refusedWithDetails(WindowWorld& world)
{
    QWidget* dialog = refused(world);
    return dialog != nullptr && Stagehand::press(*dialog, ErrorDetails::tr("Details")) ? dialog : nullptr;
}

} // namespace

QList<Scene> regenerateScenes()
{
    return {
        {u"regenerate-choose"_s, u"Which key; the other one is not kept"_s, openWithoutKeys},
        {u"regenerate-choose-kept"_s, u"Which key; the other one can be copied"_s, openWithKeys},
        {u"regenerate-choose-replaced"_s, u"Which key; the other one was replaced elsewhere"_s, openWithReplacedKey},
        {u"regenerate-keychain-missing"_s, u"Which key; there is no keychain"_s,
         [](WindowWorld& world) -> QWidget* { return openWithKeychainThat(world, ErrorKind::KeychainMissing); }},
        {u"regenerate-keychain-failing"_s, u"Which key; the keychain fails"_s,
         [](WindowWorld& world) -> QWidget* { return openWithKeychainThat(world, ErrorKind::KeychainFailed); }},
        {u"regenerate-keychain-locked"_s, u"Which key; the keychain is locked"_s,
         [](WindowWorld& world) -> QWidget* { return openWithKeychainThat(world, ErrorKind::KeychainLocked); }},
        {u"regenerate-confirm"_s, u"Confirmed"_s, confirm},
        {u"regenerate-checking"_s, u"Checked, and can be cancelled"_s, checking},
        {u"regenerate-sent"_s, u"Sent, and cannot be called back"_s, sent},
        {u"regenerate-success"_s, u"The new key is kept"_s, succeeded},
        {u"regenerate-only-in-memory"_s, u"The keychain did not take the new key"_s, newKeyOnlyInMemory},
        {u"regenerate-question"_s, u"Closing over a key that is not kept"_s, askedBeforeClosing},
        {u"regenerate-unclear"_s, u"The answer was lost"_s, unclear},
        {u"regenerate-failed"_s, u"Azure refused"_s, refused},
        {u"regenerate-failed-details"_s, u"Azure refused, with details"_s, refusedWithDetails},
    };
}

} // namespace CommKeys
