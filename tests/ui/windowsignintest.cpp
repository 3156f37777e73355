// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "britishenglish.h"
#include "mainwindow/accountbutton.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/resourcepage.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class WindowSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<WindowWorld>(); }
    void cleanup() { m_world.reset(); }

    void signingInGoesThroughTheBrowser()
    {
        Settings settings;
        settings.tenant = u"contoso.example"_s;
        m_world->settings.overrideForThisRun(settings);
        button(u"Sign in"_s)->click();
        QCOMPARE(opener().lastSettings, settings);
        QCOMPARE(opener().lastRequest.way, SignInWay::Browser);
        QVERIFY(opener().lastRequest.loginHint.isEmpty());

        const QUrl address(u"https://login.own.example/authorize"_s);
        emit opener().signInSession->browserOpened(address, true);
        QVERIFY(says(window(), u"Go on in your browser…"_s));
        button(u"Open the browser again"_s)->click();
        QCOMPARE(m_world->opened, QList<QUrl>{address});

        opener().signInSession->finish(opener().signedInSession());
        QTRY_VERIFY(says(window(), u" · updated "_s));
        QVERIFY(button(u"Avery Hart"_s));
    }

    void signingInWithTheBrowserCanBeCancelledAtAnyMoment()
    {
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        button(u"Sign in"_s)->click();
        button(u"Cancel"_s)->click();
        QVERIFY(opener().signInSession.isNull());
        button(u"Sign in"_s)->click();
        emit opener().signInSession->browserOpened(QUrl(u"https://login.own.example/"_s), true);
        button(u"Cancel"_s)->click();
        QVERIFY(opener().signInSession.isNull());
        QVERIFY(button(u"Sign in"_s)->hasFocus());
        QVERIFY(window().findChildren<Job*>().isEmpty());
    }

    void aSignInThatFailsIsToldAndTriedAgain()
    {
        button(u"Sign in"_s)->click();
        opener().signInSession->finish(Error::of(ErrorKind::NotSignedIn, u"You declined."_s));
        QTRY_VERIFY(says(window(), u"You declined."_s));
        QVERIFY(button(u"Sign in with a code"_s));
        button(u"Try again"_s)->click();
        QCOMPARE(opener().lastRequest.way, SignInWay::Browser);
        QVERIFY(!says(window(), u"You declined."_s));
        QVERIFY(button(u"Cancel"_s));
    }

    void anExpiredCodeIsReplacedByANewOne()
    {
        button(u"Sign in with a code"_s)->click();
        QCOMPARE(opener().lastRequest.way, SignInWay::DeviceCode);
        emit opener().signInSession->codeReceived(code());
        QVERIFY(says(window(), u"ABCD-EFGH"_s));
        QVERIFY(says(window(), u"Expires in 15:00"_s));
        expectNames();
        m_world->clock->advance(15min);
        QTRY_VERIFY(says(window(), u"This code has expired."_s));
        opener().signInSession->finish(Error::of(ErrorKind::Timeout, u"Nobody entered the code."_s));
        QTRY_VERIFY(says(window(), u"Nobody entered the code."_s));
        QVERIFY(!says(window(), u"ABCD-EFGH"_s));

        button(u"Get a new code"_s)->click();
        QCOMPARE(opener().lastRequest.way, SignInWay::DeviceCode);
        emit opener().signInSession->codeReceived(code());
        QVERIFY(says(window(), u"ABCD-EFGH"_s));
    }

    void theProgramGoesOnAsWhoeverWasSignedIn()
    {
        opener().someoneIsSignedIn = true;
        window().resume();
        QVERIFY(says(window(), u"Opening your sign-in…"_s));
        QVERIFY(button(u"Cancel"_s));
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }

    void whereNobodyWasSignedInTheWaysInAreShown()
    {
        window().resume();
        QTRY_VERIFY(button(u"Sign in"_s));
        QVERIFY(!says(window(), u"Problem:"_s));
        QVERIFY(!window().session());
    }

    void aLockedKeychainAtTheStartIsToldAndTriedAgain()
    {
        opener().someoneIsSignedIn = true;
        opener().identityFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
        window().resume();
        QTRY_VERIFY(says(window(), u"The keychain is locked."_s));
        QVERIFY(button(u"Sign in"_s));
        opener().identityFails.reset();
        button(u"Try again"_s)->click();
        QTRY_VERIFY(window().session());
    }

    void theMenuHasEveryAccountAndMarksTheCurrentOne()
    {
        opener().identity.accounts.append(accountOf(u"blake@contoso.example"_s));
        signIn();
        QCOMPARE(menuTexts(),
                 QStringList({u"avery.hart@contoso.example ✓"_s, u"blake@contoso.example"_s, u"Cloud: Example"_s,
                              u"Sign in with another account…"_s, u"Switch to the demo"_s,
                              u"Switch to my Azure CLI sign-in"_s, u"Sign out"_s}));
        const Account blake = opener().identity.accounts.takeLast();
        emit window().session()->identity()->accountsChanged();
        QVERIFY(!menuTexts().contains(blake.username));
    }

    void withTheAzureCliTheMenuHasNoAccounts()
    {
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(window().session());
        QCOMPARE(menuTexts(), QStringList({u"avery.hart@contoso.example"_s, u"Cloud: Example"_s,
                                           u"Switch to the demo"_s, u"Sign out"_s}));
    }

    void anotherAccountOfTheMenuIsOpened()
    {
        const Account blake = accountOf(u"blake@contoso.example"_s);
        opener().identity.accounts.append(blake);
        signIn();
        menuAction(u"avery.hart@contoso.example"_s)->trigger();
        QVERIFY2(!opener().lastAccount, "they are there already");
        opener().identity.accounts = {blake, opener().identity.accounts.first()};
        menuAction(u"blake@contoso.example"_s)->trigger();
        QCOMPARE(opener().lastAccount, blake);
        QTRY_VERIFY(button(u"Blake"_s));
        QVERIFY(menuTexts().contains(u"blake@contoso.example ✓"_s));
    }

    void somebodyElseSignsInOverTheSessionThatIsThere()
    {
        signIn();
        menuAction(u"Sign in with another account…"_s)->trigger();
        QVERIFY(dialog());
        const std::shared_ptr<Session> before = window().session();
        emit opener().signInSession->browserOpened(QUrl(u"https://login.own.example/"_s), true);
        QVERIFY(says(*dialog(), u"Go on in your browser…"_s));
        expectNames();
        byName<QPushButton>(*dialog(), u"Cancel"_s)->click();
        QVERIFY(!dialog());
        QVERIFY(opener().signInSession.isNull());
        QCOMPARE(window().session(), before);

        QTRY_VERIFY(window().findChildren<QDialog*>().isEmpty());
        menuAction(u"Sign in with another account…"_s)->trigger();
        opener().identity.accounts.prepend(accountOf(u"blake@contoso.example"_s));
        opener().signInSession->finish(opener().signedInSession());
        QTRY_VERIFY(button(u"Blake"_s));
        QVERIFY(!dialog());
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }

    void signingOutForgetsTheAccount()
    {
        signIn();
        menuAction(u"Sign out"_s)->trigger();
        QVERIFY(!window().session());
        QVERIFY(button(u"Sign in"_s));
        QCOMPARE(opener().identity.signedOut, 1);
        QTRY_VERIFY(window().findChildren<Job*>().isEmpty());
        QVERIFY(!says(window(), u"Attention:"_s));
    }

    void whoIsStillSignedInIsOfferedAfterSigningOut()
    {
        opener().identity.accounts.append(accountOf(u"blake@contoso.example"_s));
        signIn();
        menuAction(u"Sign out"_s)->trigger();
        QVERIFY(says(window(), u"blake@contoso.example is still signed in."_s));
        button(u"Continue as blake@contoso.example"_s)->click();
        QTRY_VERIFY(window().session());
    }

    void aKeychainThatHoldsOnToTheSignInIsToldAfterSigningOut()
    {
        signIn();
        opener().identity.signOutFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        menuAction(u"Sign out"_s)->trigger();
        QTRY_VERIFY(says(window(), u"You are signed out. What the keychain may hold"_s));
        QVERIFY(byName<QToolButton>(window(), u"Details"_s));
        QVERIFY(!window().session());
        opener().identity.signOutFails.reset();
        button(u"Try again"_s)->click();
        QCOMPARE(opener().identity.signedOut, 2);
        QTRY_VERIFY(window().findChildren<Job*>().isEmpty());
        QVERIFY(!says(window(), u"You are signed out."_s));
    }

    void everySignOutThatFailedIsTriedAgain()
    {
        opener().identity.signOutFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        for (int times = 1; times <= 2; ++times) {
            signIn();
            menuAction(u"Sign out"_s)->trigger();
            QTRY_VERIFY(says(window(), u"You are signed out. What the keychain may hold"_s));
            QCOMPARE(opener().identity.signedOut, times);
        }
        opener().identity.signOutFails.reset();
        button(u"Try again"_s)->click();
        QCOMPARE(opener().identity.signedOut, 4);
        QTRY_VERIFY(window().findChildren<Job*>().isEmpty());
        QVERIFY(!says(window(), u"You are signed out."_s));
    }

    void aTenantThatWantsMoreIsSignedInTo()
    {
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        signIn();
        QVERIFY(says(window(), u"could not be listed: Fabrikam."_s));
        QVERIFY2(!button(u"Sign in again"_s), "the session is as good as it was");
        button(u"Sign in to Fabrikam…"_s)->click();
        QVERIFY(says(*dialog(), u"Fabrikam asks you to sign in."_s));
        const SignInRequest& request = opener().identity.lastRequest;
        QCOMPARE(request.way, SignInWay::Browser);
        QCOMPARE(request.tenant, m_world->tenant(u"Fabrikam"_s).toString());
        QCOMPARE(request.loginHint, u"avery.hart@contoso.example"_s);
        QCOMPARE(request.claims, u"{\"access_token\":{}}"_s);

        opener().tokenFaults = {};
        opener().identity.signIn->finish(opener().identity.accounts.first());
        QTRY_COMPARE(list().model()->rowCount(), 33);
        QVERIFY(!dialog());
        QVERIFY(!says(window(), u"could not be listed"_s));
    }

    void signInInVain_isNotOfferedAgainUntilTheTenantWasListed()
    {
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        signIn();
        button(u"Sign in to Fabrikam…"_s)->click();
        opener().identity.signIn->finish(opener().identity.accounts.first());
        QTRY_VERIFY(says(window(), u"Signing in didn't help."_s));
        QVERIFY(!button(u"Sign in to Fabrikam…"_s));
        QVERIFY(!button(u"Sign in again"_s));
        QVERIFY(button(u"Exclude Fabrikam"_s));

        opener().tokenFaults = {};
        button(u"Try again"_s)->click();
        QTRY_COMPARE(list().model()->rowCount(), 33);
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        window().findChild<ResourcePage*>()->refresh();
        QTRY_VERIFY(button(u"Sign in to Fabrikam…"_s));
    }

    void tenantThatRefuses_isExcludedAndIncludedAgain()
    {
        opener().tokenFaults = {Error::of(ErrorKind::Forbidden, u"The account is disabled."_s),
                                {m_world->tenant(u"Fabrikam"_s)}};
        signIn();
        QVERIFY(says(window(), u"could not be listed: Fabrikam. The account is disabled."_s));
        QVERIFY(!button(u"Sign in to Fabrikam…"_s));
        button(u"Exclude Fabrikam"_s)->click();
        QTRY_VERIFY(!says(window(), u"could not be listed"_s));
        QCOMPARE(m_world->settings.settings().excludedTenants, QList<TenantId>{m_world->tenant(u"Fabrikam"_s)});
        QTRY_VERIFY(says(window(), u"excluded"_s));

        opener().tokenFaults = {};
        Settings settings = m_world->settings.settings();
        settings.excludedTenants.clear();
        m_world->settings.save(settings);
        QTRY_COMPARE(list().model()->rowCount(), 33);
        QVERIFY(!says(window(), u"excluded"_s));
    }

    void aTenantsSignInAsSomebodyElseIsToldAndCanBeTakenUp()
    {
        const Account blake = accountOf(u"blake@contoso.example"_s);
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        signIn();
        button(u"Sign in to Fabrikam…"_s)->click();
        opener().identity.signIn->finish(blake);
        QTRY_VERIFY(says(window(), u"blake@contoso.example is signed in now"_s));
        button(u"Switch"_s)->click();
        QCOMPARE(opener().lastAccount, blake);
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }

    void aTenantsSignInThatFailsIsToldAndTriedAgainAnotherWay()
    {
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        signIn();
        button(u"Sign in to Fabrikam…"_s)->click();
        opener().identity.signIn->finish(Error::of(ErrorKind::NotSignedIn, u"You declined."_s));
        QTRY_VERIFY(says(*dialog(), u"You declined."_s));
        QVERIFY(!byName<QPushButton>(*dialog(), u"Cancel"_s));
        byName<QPushButton>(*dialog(), u"Try again"_s)->click();
        QVERIFY(!says(*dialog(), u"You declined."_s));

        byName<QPushButton>(*dialog(), u"Sign in with a code"_s)->click();
        QCOMPARE(opener().identity.lastRequest.way, SignInWay::DeviceCode);
        emit opener().identity.signIn->codeReceived(code());
        QVERIFY(says(*dialog(), u"ABCD-EFGH"_s));
        opener().identity.signIn->finish(Error::of(ErrorKind::Timeout, u"Nobody entered the code."_s));
        QTRY_VERIFY(byName<QPushButton>(*dialog(), u"Get a new code"_s));
        byName<QPushButton>(*dialog(), u"Close"_s)->click();
        QVERIFY(!dialog());
        QVERIFY2(button(u"Sign in to Fabrikam…"_s), "it can be taken up again");
    }

    void withoutABrowserSignInATenantIsSignedInToWithACode()
    {
        m_world->firstWay = SignInWay::DeviceCode;
        m_world->makeWindow();
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        button(u"Sign in with a code"_s)->click();
        opener().signInSession->finish(opener().signedInSession());
        QTRY_VERIFY(says(window(), u" · updated "_s));
        button(u"Sign in to Fabrikam…"_s)->click();
        QCOMPARE(opener().identity.lastRequest.way, SignInWay::DeviceCode);
        emit opener().identity.signIn->codeReceived(code());
        QVERIFY(says(*dialog(), u"ABCD-EFGH"_s));
    }

    void withTheAzureCliNoTenantIsSignedInTo()
    {
        opener().tokenFaults = {wantsSignIn(), {m_world->tenant(u"Fabrikam"_s)}};
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u"could not be listed: Fabrikam."_s));
        QVERIFY(!button(u"Sign in to Fabrikam…"_s));
        QVERIFY(button(u"Sign in again"_s));
    }

    void aListingThatNeedsASignInAltogetherOffersIt()
    {
        opener().tokenFaults = {wantsSignIn(), {}};
        button(u"Sign in"_s)->click();
        opener().signInSession->finish(opener().signedInSession());
        QTRY_VERIFY(says(window(), u"It wants more."_s));
        button(u"Sign in"_s)->click();
        QVERIFY(says(*dialog(), u"Azure asks you to sign in again."_s));
        opener().tokenFaults = {};
        opener().identity.signIn->finish(opener().identity.accounts.first());
        QTRY_COMPARE(list().model()->rowCount(), 33);
    }

    void keysThatNeedASignInOfferIt()
    {
        signIn();
        list().selectRow(0);
        opener().tokenFaults = {wantsSignIn(), {}};
        QTRY_VERIFY(button(u"Get keys from Azure"_s));
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Sign in"_s));
        button(u"Sign in"_s)->click();
        QVERIFY(dialog());
    }

    void aRegenerationThatNeedsASignInOffersItInItsDialog()
    {
        signIn();
        list().selectRow(0);
        opener().tokenFaults = {wantsSignIn(), {}};
        QTRY_VERIFY(button(u"Regenerate primary key…"_s));
        button(u"Regenerate primary key…"_s)->click();
        QDialog* regenerate = dialog(u"Regenerate an access key"_s);
        auto* fetch = byName<QPushButton>(*regenerate, u"Get keys from Azure"_s);
        QTRY_VERIFY(fetch->isEnabled());
        fetch->click();
        QTRY_VERIFY(byName<QPushButton>(*regenerate, u"Sign in"_s));
        byName<QPushButton>(*regenerate, u"Sign in"_s)->click();
        QCOMPARE(dialog()->parentWidget(), regenerate);
        byName<QPushButton>(*dialog(), u"Cancel"_s)->click();
        QTRY_VERIFY(regenerate->findChildren<QDialog*>().isEmpty());

        byName<QCheckBox>(*regenerate, u"I have moved my applications off the primary key"_s)->click();
        byName<QPushButton>(*regenerate, u"Regenerate primary key"_s)->click();
        QTRY_VERIFY(says(*regenerate, u"The primary key has not changed."_s));
        byName<QPushButton>(*regenerate, u"Sign in"_s)->click();
        QVERIFY(dialog());
        QCOMPARE(opener().identity.lastRequest.claims, u"{\"access_token\":{}}"_s);
    }

    void aSignInThatTheKeychainDidNotTakeIsToldUntilItDid()
    {
        signIn();
        emit window().session()->identity()->notKept(Error::of(ErrorKind::KeychainLocked, u"Locked."_s));
        const QString warning = u"You are signed in, but the keychain did not take it"_s;
        QVERIFY(says(window(), warning));
        QVERIFY(byName<QToolButton>(window(), u"Details"_s));
        button(u"Try again"_s)->click();
        QCOMPARE(opener().identity.keptAgain, 1);
        QVERIFY(says(window(), warning));
        emit window().session()->identity()->kept();
        QVERIFY(!says(window(), warning));
    }

private:
    [[nodiscard]] MainWindow& window() const { return *m_world->window; }
    [[nodiscard]] SimulatedOpener& opener() const { return m_world->opener; }
    [[nodiscard]] ResourceListView& list() const { return *window().findChild<ResourceListView*>(); }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(window(), name); }

    [[nodiscard]] QDialog* dialog(const QString& title = u"Sign in"_s) const
    {
        for (QDialog* dialog : window().findChildren<QDialog*>()) {
            if (dialog->isVisible() && dialog->windowTitle() == title) {
                return dialog;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QMenu* accountMenu() const { return window().findChild<AccountButton*>()->menu(); }
    [[nodiscard]] QAction* menuAction(const QString& text) const
    {
        for (QAction* action : accountMenu()->actions()) {
            if (action->isVisible() && action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QStringList menuTexts() const
    {
        QStringList texts;
        for (const QAction* action : accountMenu()->actions()) {
            if (action->isVisible() && !action->isSeparator()) {
                texts.append(action->isChecked() ? action->text() + u" ✓"_s : action->text());
            }
        }
        return texts;
    }
    [[nodiscard]] DeviceCode code() const
    {
        return {u"ABCD-EFGH"_s, QUrl(u"https://login.own.example/device"_s), m_world->clock->utcNow().addSecs(15 * 60)};
    }
    [[nodiscard]] static Error wantsSignIn()
    {
        Error error = Error::of(ErrorKind::NotSignedIn, u"It wants more."_s);
        error.signIn = SignInHint{{}, u"{\"access_token\":{}}"_s};
        return error;
    }
    void signIn()
    {
        button(u"Sign in"_s)->click();
        opener().signInSession->finish(opener().signedInSession());
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }
    void expectNames() const
    {
        for (QWidget* widget : window().findChildren<QPushButton*>()) {
            QVERIFY(!widget->isVisible() || !spokenName(widget).isEmpty());
        }
    }

    std::unique_ptr<WindowWorld> m_world;
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WindowSignInTest)
#include "windowsignintest.moc"
