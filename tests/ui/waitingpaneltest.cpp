// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/waitingpanel.h"

#include "common/secretclipboard.h"
#include "support/manualclock.h"
#include "ui/byname.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

QStringList spoken;

void listen(QAccessibleEvent* event)
{
    const auto* label = qobject_cast<QLabel*>(event->object());
    if (event->type() == QAccessible::Alert && label != nullptr) {
        spoken.append(label->text());
    }
}

} // namespace

class WaitingPanelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened.clear();
        m_hasBrowser = true;
        m_panel = std::make_unique<WaitingPanel>(m_tools, nullptr);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void beginsWithNothingButTextAndCancel()
    {
        QSignalSpy cancel(m_panel.get(), &WaitingPanel::cancelRequested);
        m_panel->showText(u"Opening your browser…"_s);
        QVERIFY(says(*m_panel, u"Opening your browser…"_s));
        QVERIFY(!button(u"Open the browser again"_s));
        QVERIFY(!button(u"Copy code"_s));
        m_panel->takeFocus();
        QVERIFY(button(u"Cancel"_s)->hasFocus());
        QTest::keyClick(button(u"Cancel"_s), Qt::Key_Return);
        QCOMPARE(cancel.count(), 1);
    }

    void theBrowserIsOpenedAgainAndItsAddressCopied()
    {
        const QUrl address(u"https://login.own.example/authorize?state=a%20b"_s);
        m_panel->showBrowser(address);
        QVERIFY(says(*m_panel, u"Go on in your browser…"_s));
        button(u"Open the browser again"_s)->click();
        QCOMPARE(m_opened, QList<QUrl>{address});
        button(u"Copy the address"_s)->click();
        QCOMPARE(clipboardText(), u"https://login.own.example/authorize?state=a%20b"_s);
        QVERIFY2(!m_clipboard.holdsSecret(), "it has to outlive a countdown");
    }

    void aBrowserThatDoesNotOpenIsTold()
    {
        m_hasBrowser = false;
        m_panel->showBrowser(QUrl(u"https://login.own.example/"_s), false);
        QVERIFY(says(*m_panel, u"No browser could be started."_s));
        m_panel->showBrowser(QUrl(u"https://login.own.example/"_s));
        button(u"Open the browser again"_s)->click();
        QVERIFY(says(*m_panel, u"The browser could not be opened."_s));
    }

    void theCodeIsLargeSelectableAndCopied()
    {
        m_panel->showCode(code());
        auto* shown = byName<QLabel>(*m_panel, u"ABCD-EFGH"_s);
        QVERIFY(QFontInfo(shown->font()).pointSizeF() > QFontInfo(m_panel->font()).pointSizeF() * 1.5);
        QVERIFY(shown->textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QVERIFY2(button(u"Copy code"_s)->hasFocus(), "it is what comes next");
        button(u"Copy code"_s)->click();
        QCOMPARE(clipboardText(), u"ABCD-EFGH"_s);
        QVERIFY2(!m_clipboard.holdsSecret(), "it has to outlive a countdown");
        QVERIFY(!button(u"Open the browser again"_s));
    }

    void theCodesPageIsNamedOpenedAndCopied()
    {
        m_panel->showCode(code());
        QVERIFY(says(*m_panel, u"https://login.own.example/device"_s));
        button(u"Open the page"_s)->click();
        QCOMPARE(m_opened, QList<QUrl>{code().verificationUri});
        button(u"Copy the address"_s)->click();
        QCOMPARE(clipboardText(), u"https://login.own.example/device"_s);
    }

    void aPageThatDoesNotOpenIsTold()
    {
        m_hasBrowser = false;
        m_panel->showCode(code());
        QVERIFY(!says(*m_panel, u"No browser could be opened."_s));
        button(u"Open the page"_s)->click();
        QVERIFY(says(*m_panel, u"No browser could be opened."_s));
    }

    void theCodeIsCountedDownToItsEnd()
    {
        m_panel->showCode(code());
        QVERIFY(says(*m_panel, u"Expires in 15:00"_s));
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_panel, u"Expires in 14:59"_s));
        m_clock.advance(14min);
        QTRY_VERIFY(says(*m_panel, u"Expires in 0:59"_s));
        m_clock.advance(59s);
        QTRY_VERIFY(says(*m_panel, u"This code has expired."_s));
        QCOMPARE(m_clock.waiting(), 0);
    }

    void theCodeIsSpokenAndTheCountdownOnceTowardsItsEnd()
    {
        if (!QTest::qWaitFor(&QAccessible::isActive, 500)) {
            QSKIP("nobody listens on this platform, and Qt then tells nobody");
        }
        const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(listen);
        spoken.clear();
        m_panel->showCode(code());
        QCOMPARE(spoken.last(), u"ABCD-EFGH"_s);
        spoken.clear();
        for (const auto wait : std::initializer_list<std::chrono::seconds>{1s, 13min, 59s, 1s, 1s}) {
            m_clock.advance(wait);
            QTRY_COMPARE(m_clock.waiting(), 1);
        }
        QTRY_VERIFY(says(*m_panel, u"Expires in 0:58"_s));
        QAccessible::installUpdateHandler(before);
        QCOMPARE(spoken, QStringList{u"Expires in 1:00"_s});
    }

    void aNewCodeTakesThePlaceOfTheOneBefore()
    {
        m_panel->showCode(code());
        m_clock.advance(10min);
        QTRY_VERIFY(says(*m_panel, u"Expires in 5:00"_s));
        DeviceCode next = code();
        next.userCode = u"IJKL-MNOP"_s;
        m_panel->showCode(next);
        QVERIFY(says(*m_panel, u"IJKL-MNOP"_s));
        QVERIFY(says(*m_panel, u"Expires in 15:00"_s));
        m_clock.advance(1s);
        QTRY_VERIFY(says(*m_panel, u"Expires in 14:59"_s));
        QTRY_COMPARE(m_clock.waiting(), 1);
    }

    void whatComesNextHidesTheCode()
    {
        m_panel->showCode(code());
        m_panel->showText(u"…"_s);
        QVERIFY(!button(u"Copy code"_s));
        m_panel->showRetry(1500ms, Error::of(ErrorKind::Network, u"Nobody answers."_s));
        QVERIFY(says(*m_panel, u"Nobody answers. Trying again in 2 s…"_s));
    }

private:
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_panel, name); }
    [[nodiscard]] DeviceCode code() const
    {
        return {u"ABCD-EFGH"_s, QUrl(u"https://login.own.example/device"_s), m_clock.utcNow().addSecs(15 * 60)};
    }
    [[nodiscard]] static QString clipboardText() { return QGuiApplication::clipboard()->text(); }

    bool m_hasBrowser = true;
    QList<QUrl> m_opened;
    ManualClock m_clock;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), m_clock, nullptr};
    const SignInTools m_tools{m_clipboard, m_clock, [this](const QUrl& page) {
                                  m_opened.append(page);
                                  return m_hasBrowser;
                              }};
    std::unique_ptr<WaitingPanel> m_panel;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WaitingPanelTest)
#include "waitingpaneltest.moc"
