// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/scene.h"
#include "gallery/stagehand.h"
#include "mainwindow/accountbutton.h"
#include "signin/firststartpage.h"
#include "signin/signindialog.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QUrl signInPage(u"https://login.own.example/authorize?client_id=made-up"_s);

DeviceCode codeIn(const WindowWorld& world)
{
    return {u"ABCD-EFGH"_s, QUrl(u"https://login.own.example/device"_s), world.clock->utcNow().addSecs(15 * 60)};
}

Error declined()
{
    return Error::of(ErrorKind::NotSignedIn, u"You declined the request of CommKeys."_s,
                     u"Sign in again and accept it, or ask your administrator to."_s);
}

QWidget* showWays(WindowWorld& world)
{
    return world.window.get();
}

QWidget* showWaysWithoutBrowser(WindowWorld& world)
{
    world.firstWay = SignInWay::DeviceCode;
    world.makeWindow();
    return world.window.get();
}

QWidget* goThroughBrowser(WindowWorld& world, bool hasBrowser)
{
    if (!Stagehand::press(*world.window, FirstStartPage::tr("Sign in"))) {
        return nullptr;
    }
    emit world.opener.signInSession->browserOpened(signInPage, hasBrowser);
    return world.window.get();
}

QWidget* showCode(WindowWorld& world)
{
    if (!Stagehand::press(*world.window, FirstStartPage::tr("Sign in with a code"))) {
        return nullptr;
    }
    emit world.opener.signInSession->codeReceived(codeIn(world));
    return world.window.get();
}

QWidget* showExpiredCode(WindowWorld& world)
{
    if (showCode(world) == nullptr) {
        return nullptr;
    }
    world.clock->advance(std::chrono::minutes(15));
    QCoreApplication::processEvents();
    return world.window.get();
}

QWidget* failToSignIn(WindowWorld& world)
{
    if (!Stagehand::press(*world.window, FirstStartPage::tr("Sign in"))) {
        return nullptr;
    }
    world.opener.signInSession->finish(declined());
    return Stagehand::waitForText(*world.window, declined().message) ? world.window.get() : nullptr;
}

QWidget* failWithAzureCli(WindowWorld& world)
{
    world.opener.azureCliFails = Error::of(ErrorKind::ToolMissing, u"CommKeys can't find the Azure CLI (az)."_s,
                                           u"Install it, or sign in another way."_s);
    world.window->openAzureCli();
    return Stagehand::waitForText(*world.window, world.opener.azureCliFails->message) ? world.window.get() : nullptr;
}

QWidget* waitForAzureCli(WindowWorld& world)
{
    world.opener.azureCliHangs = true;
    world.window->openAzureCli();
    return world.window.get();
}

SignInDialog* openSignInDialog(WindowWorld& world)
{
    if (!Stagehand::signIn(world)) {
        return nullptr;
    }
    emit world.window->findChild<AccountButton*>()->anotherAccountRequested();
    return Stagehand::dialog<SignInDialog>(world);
}

QWidget* goThroughBrowserInDialog(WindowWorld& world)
{
    SignInDialog* dialog = openSignInDialog(world);
    if (dialog != nullptr) {
        emit world.opener.signInSession->browserOpened(signInPage, true);
    }
    return dialog;
}

QWidget* showCodeInDialog(WindowWorld& world)
{
    SignInDialog* dialog = openSignInDialog(world);
    if (dialog == nullptr || !Stagehand::press(*dialog, SignInDialog::tr("Sign in with a code"))) {
        return nullptr;
    }
    emit world.opener.signInSession->codeReceived(codeIn(world));
    return dialog;
}

QWidget* failInDialog(WindowWorld& world)
{
    SignInDialog* dialog = openSignInDialog(world);
    if (dialog == nullptr) {
        return nullptr;
    }
    world.opener.signInSession->finish(declined());
    return Stagehand::waitForText(*dialog, declined().message) ? dialog : nullptr;
}

} // namespace

QList<Scene> signInScenes()
{
    return {
        {u"first-start"_s, u"First start"_s, showWays},
        {u"first-start-without-browser"_s, u"First start, in a build without the browser's sign-in"_s,
         showWaysWithoutBrowser},
        {u"sign-in-browser"_s, u"Waiting for the browser"_s,
         [](WindowWorld& world) { return goThroughBrowser(world, true); }},
        {u"sign-in-no-browser"_s, u"No browser could be started"_s,
         [](WindowWorld& world) { return goThroughBrowser(world, false); }},
        {u"sign-in-code"_s, u"Sign in with a code"_s, showCode},
        {u"sign-in-code-expired"_s, u"The code has expired"_s, showExpiredCode},
        {u"sign-in-azure-cli"_s, u"Waiting for the Azure CLI"_s, waitForAzureCli},
        {u"sign-in-failed"_s, u"The sign-in failed"_s, failToSignIn},
        {u"azure-cli-missing"_s, u"The Azure CLI is not there"_s, failWithAzureCli},
        {u"sign-in-dialog-browser"_s, u"Another account: waiting for the browser"_s, goThroughBrowserInDialog},
        {u"sign-in-dialog-code"_s, u"Another account: with a code"_s, showCodeInDialog},
        {u"sign-in-dialog-failed"_s, u"Another account: failed"_s, failInDialog},
    };
}

} // namespace CommKeys
