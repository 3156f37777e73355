// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/firststartpage.h"

#include "common/secretclipboard.h"
#include "signin/waitingpanel.h"
#include "support/manualclock.h"
#include "ui/byname.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class FirstStartPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<FirstStartPage>(m_tools, nullptr);
        m_page->applySettings(Settings());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void offersTheWaysInAndNamesTheCloud()
    {
        QSignalSpy azureCli(m_page.get(), &FirstStartPage::azureCliRequested);
        QSignalSpy demo(m_page.get(), &FirstStartPage::demoRequested);
        QSignalSpy settings(m_page.get(), &FirstStartPage::settingsRequested);
        button(u"Use my Azure CLI sign-in"_s)->click();
        button(u"Try the demo"_s)->click();
        button(u"Settings…"_s)->click();
        QCOMPARE(azureCli.count(), 1);
        QCOMPARE(demo.count(), 1);
        QCOMPARE(settings.count(), 1);
        QVERIFY(says(*m_page, u"Cloud: AzureCloud"_s));
    }

    void signingInIsTheFirstChoice()
    {
        QSignalSpy signIn(m_page.get(), &FirstStartPage::signInRequested);
        QVERIFY(button(u"Sign in"_s)->hasFocus());
        QVERIFY(button(u"Sign in"_s)->isDefault());
        QTest::keyClick(button(u"Sign in"_s), Qt::Key_Return);
        button(u"Sign in with a code"_s)->click();
        QCOMPARE(signIn.count(), 2);
        QCOMPARE(signIn.at(0).first().value<SignInWay>(), SignInWay::Browser);
        QCOMPARE(signIn.at(1).first().value<SignInWay>(), SignInWay::DeviceCode);
    }

    void withoutABrowserSignInTheCodeIsTheFirstChoice()
    {
        m_page = std::make_unique<FirstStartPage>(
            SignInTools{m_clipboard, m_clock, m_tools.openBrowser, SignInWay::DeviceCode}, nullptr);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QSignalSpy signIn(m_page.get(), &FirstStartPage::signInRequested);
        QVERIFY(button(u"Sign in"_s) == nullptr);
        QVERIFY(button(u"Sign in with a code"_s)->hasFocus());
        QVERIFY(button(u"Sign in with a code"_s)->isDefault());
        QVERIFY(button(u"Sign in with a code"_s)->accessibleDescription().contains(u"cannot go through your browser"_s));
        QTest::keyClick(button(u"Sign in with a code"_s), Qt::Key_Return);
        QCOMPARE(signIn.count(), 1);
        QCOMPARE(signIn.at(0).first().value<SignInWay>(), SignInWay::DeviceCode);
    }

    void namesACloudOfOnesOwnByItsAddress()
    {
        Settings settings;
        settings.armEndpoint = u"https://arm.own.example"_s;
        m_page->applySettings(settings);
        QVERIFY(says(*m_page, u"Cloud: https://arm.own.example"_s));
    }

    void waitingCanBeCancelled()
    {
        QSignalSpy cancel(m_page.get(), &FirstStartPage::cancelRequested);
        m_page->showWaiting(u"Signing in with the Azure CLI…"_s);
        QVERIFY(m_page->isWaiting());
        QVERIFY(says(*m_page, u"Signing in with the Azure CLI…"_s));
        QVERIFY(button(u"Try the demo"_s) == nullptr);
        QVERIFY(button(u"Cancel"_s)->hasFocus());
        QTest::keyClick(button(u"Cancel"_s), Qt::Key_Return);
        QCOMPARE(cancel.count(), 1);
    }

    void aRetryIsToldWithItsReason()
    {
        m_page->showWaiting(u"…"_s);
        m_page->waiting().showRetry(std::chrono::milliseconds(1500),
                                    Error::of(ErrorKind::Network, u"Nobody answers."_s));
        QVERIFY(m_page->isWaiting());
        QVERIFY(says(*m_page, u"Nobody answers. Trying again in 2 s…"_s));
    }

    void anErrorStandsAboveTheWaysIn()
    {
        m_page->showWaiting(u"…"_s);
        m_page->showError(Error::of(ErrorKind::ToolMissing, u"There is no az."_s, u"Install it."_s));
        QVERIFY(!m_page->isWaiting());
        QVERIFY(says(*m_page, u"There is no az. Install it."_s));
        QVERIFY(button(u"Sign in"_s)->hasFocus());
        m_page->showChoices();
        QVERIFY(!says(*m_page, u"There is no az."_s));
    }

private:
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_page, name); }

    ManualClock m_clock;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), m_clock, nullptr};
    const SignInTools m_tools{m_clipboard, m_clock, [](const QUrl&) { return true; }};
    std::unique_ptr<FirstStartPage> m_page;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::FirstStartPageTest)
#include "firststartpagetest.moc"
