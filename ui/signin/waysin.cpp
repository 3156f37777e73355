// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/waysin.h"

#include "common/messagebar.h"
#include "core/externaltext.h"
#include "settings/settingsstore.h"
#include "signin/firststartpage.h"
#include "signin/sessionstarter.h"
#include "signin/signinerror.h"
#include "signin/waitingpanel.h"

namespace CommKeys {

WaysIn::WaysIn(SessionOpener& opener, const SettingsStore& settings, FirstStartPage& page, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_page(page)
    , m_starter(new SessionStarter(opener, this))
{
    connect(&page, &FirstStartPage::demoRequested, this, &WaysIn::openDemo);
    connect(&page, &FirstStartPage::azureCliRequested, this, &WaysIn::openAzureCli);
    connect(&page, &FirstStartPage::signInRequested, this, &WaysIn::signIn);
    connect(&page, &FirstStartPage::cancelRequested, this, &WaysIn::cancel);
    connect(m_starter, &SessionStarter::opened, this, &WaysIn::end);
    connect(m_starter, &SessionStarter::failed, this, &WaysIn::showFailure);
    connect(m_starter, &SessionStarter::waitingToRetry, &page.waiting(), &WaitingPanel::showRetry);
    connect(m_starter, &SessionStarter::browserOpened, &page.waiting(), &WaitingPanel::showBrowser);
    connect(m_starter, &SessionStarter::codeReceived, &page.waiting(), &WaitingPanel::showCode);
}

void WaysIn::openDemo()
{
    begin(tr("Opening the demo…"), [this] { m_starter->startDemo(); });
}

void WaysIn::openAzureCli()
{
    begin(tr("Signing in with the Azure CLI…"), [this] { m_starter->startAzureCli(m_settings.settings()); });
}

void WaysIn::signIn(SignInWay way)
{
    begin(
        way == SignInWay::Browser ? tr("Opening your browser…") : tr("Asking for a code…"),
        [this, way] { m_starter->startSignIn(m_settings.settings(), SignInRequest{way}); },
        [this, way] { signIn(way); });
    m_way = way;
}

void WaysIn::openAccount(const Account& account)
{
    begin(
        //: %1: an account, such as avery@contoso.example
        tr("Going on as %1…").arg(externalText(account.username)),
        [this, &account] { m_starter->startAccount(m_settings.settings(), account); },
        [this, account] { openAccount(account); });
}

void WaysIn::resume()
{
    begin(
        tr("Opening your sign-in…"), [this] { m_starter->resume(m_settings.settings()); }, [this] { resume(); });
}

void WaysIn::cancel()
{
    m_starter->cancel();
    m_page.showChoices();
}

void WaysIn::begin(const QString& what, const std::function<void()>& start, std::function<void()> again)
{
    m_way = SignInWay::Browser;
    m_again = std::move(again);
    m_page.showWaiting(what);
    start();
}

void WaysIn::end(const std::shared_ptr<Session>& session)
{
    if (session) {
        emit opened(session);
    } else {
        m_page.showChoices();
    }
}

void WaysIn::showFailure(const Error& error)
{
    if (error.isCancelled()) {
        m_page.showChoices();
        return;
    }
    m_page.showError(error);
    offerCommand(m_page.messages(), error);
    if (m_again) {
        // A copy: trying again replaces the function while it runs.
        m_page.messages().addAction(textOfAnotherTry(m_way, error), this, [again = m_again] { again(); });
    }
}

} // namespace CommKeys
