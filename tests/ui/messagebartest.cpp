// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagebar.h"

#include "common/secretclipboard.h"
#include "support/manualclock.h"
#include "ui/byname.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

int announcements = 0;

void countAnnouncements(QAccessibleEvent* event)
{
    announcements += event->type() == QAccessible::Alert ? 1 : 0;
}

Error anError()
{
    Error error = Error::of(ErrorKind::Forbidden, u"You may not see the keys of this resource."_s, u"Ask an owner."_s);
    error.detail.code = u"AuthorizationFailed"_s;
    error.requestId = u"11112222-0000"_s;
    return error;
}

} // namespace

class MessageBarTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_bar = new MessageBar(m_clipboard, m_window.get());
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_bar);
        m_window->show();
    }

    void takesNoRoomWithoutAMessage() { QVERIFY(!m_bar->isVisible()); }

    void aWarningHasItsReasonBehindDetails()
    {
        m_bar->show(MessageBar::Level::Warning, u"It ends with the program."_s, anError());
        QCOMPARE(m_bar->level(), MessageBar::Level::Warning);
        QCOMPARE(m_bar->text(), u"It ends with the program."_s);
        auto* details = byName<QToolButton>(*m_bar, u"Details"_s);
        QVERIFY(details);
        details->click();
        QVERIFY(m_bar->findChild<QPlainTextEdit*>()->toPlainText().contains(u"AuthorizationFailed"_s));
    }

    void saysTheLevelInAWord_data()
    {
        QTest::addColumn<MessageBar::Level>("level");
        QTest::addColumn<QString>("word");
        QTest::newRow("info") << MessageBar::Level::Info << u"Note:"_s;
        QTest::newRow("success") << MessageBar::Level::Success << u"Done:"_s;
        QTest::newRow("warning") << MessageBar::Level::Warning << u"Attention:"_s;
        QTest::newRow("problem") << MessageBar::Level::Problem << u"Problem:"_s;
    }

    void saysTheLevelInAWord()
    {
        QFETCH(MessageBar::Level, level);
        QFETCH(QString, word);
        m_bar->show(level, u"Something."_s);
        QVERIFY(m_bar->isVisible());
        QVERIFY(says(*m_bar, word));
        QCOMPARE(spokenName(m_bar), word + u" Something."_s);
    }

    void isAnnouncedToScreenReaders()
    {
        if (!QTest::qWaitFor(&QAccessible::isActive, 500)) {
            QSKIP("nobody listens on this platform, and Qt then tells nobody");
        }
        const auto before = QAccessible::installUpdateHandler(countAnnouncements);
        announcements = 0;
        m_bar->show(MessageBar::Level::Info, u"Something."_s);
        QAccessible::installUpdateHandler(before);
        QCOMPARE(announcements, 1);
    }

    void itsTextCanBeSelectedAndIsNoMarkup()
    {
        m_bar->show(MessageBar::Level::Info, u"<b>plain</b>"_s);
        const QLabel* label = byName<QLabel>(*m_bar, u"<b>plain</b>"_s);
        QVERIFY(label != nullptr);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    }

    void aPlainMessageHasNoDetails()
    {
        m_bar->showError(anError());
        m_bar->show(MessageBar::Level::Info, u"Something."_s);
        QVERIFY(byName<QToolButton>(*m_bar, u"Details"_s) == nullptr);
    }

    void anErrorUnfoldsAllThatIsKnownOfIt()
    {
        m_bar->showError(anError());
        QVERIFY(says(*m_bar, u"You may not see the keys of this resource. Ask an owner."_s));
        QVERIFY(byName<QPlainTextEdit>(*m_bar, u"Error details"_s) == nullptr);

        unfold();
        const auto* details = byName<QPlainTextEdit>(*m_bar, u"Error details"_s);
        QVERIFY(details != nullptr);
        QCOMPARE(details->toPlainText(), anError().toText());
        QVERIFY(details->isReadOnly());

        unfold();
        QVERIFY(byName<QPlainTextEdit>(*m_bar, u"Error details"_s) == nullptr);
    }

    void theDetailsCanBeCopied()
    {
        m_bar->showError(anError());
        unfold();
        byName<QPushButton>(*m_bar, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), anError().toText());
    }

    void anotherErrorIsFoldedAgain()
    {
        m_bar->showError(anError());
        unfold();
        m_bar->showError(Error::badAnswer(u"Another one."_s));
        QVERIFY(byName<QPlainTextEdit>(*m_bar, u"Error details"_s) == nullptr);
        unfold();
        QVERIFY(byName<QPlainTextEdit>(*m_bar, u"Error details"_s)->toPlainText().startsWith(u"Another one."_s));
    }

    void anActionIsCalledUntilTheMessageIsAnotherOne()
    {
        int calls = 0;
        m_bar->show(MessageBar::Level::Problem, u"Something."_s);
        m_bar->addAction(u"Try again"_s, this, [&calls] { ++calls; });
        byName<QPushButton>(*m_bar, u"Try again"_s)->click();
        QCOMPARE(calls, 1);
        QVERIFY(m_bar->isVisible());

        m_bar->show(MessageBar::Level::Info, u"Something else."_s);
        QVERIFY(byName<QPushButton>(*m_bar, u"Try again"_s) == nullptr);
    }

    void anActionMayShowTheNextMessage()
    {
        m_bar->show(MessageBar::Level::Problem, u"Something."_s);
        m_bar->addAction(u"Try again"_s, this, [this] { m_bar->show(MessageBar::Level::Success, u"Mended."_s); });
        byName<QPushButton>(*m_bar, u"Try again"_s)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_bar->text(), u"Mended."_s);
    }

    void anActionOfSomebodyWhoIsGoneIsNotCalled()
    {
        int calls = 0;
        auto context = std::make_unique<QObject>();
        m_bar->show(MessageBar::Level::Problem, u"Something."_s);
        m_bar->addAction(u"Try again"_s, context.get(), [&calls] { ++calls; });
        context.reset();
        byName<QPushButton>(*m_bar, u"Try again"_s)->click();
        QCOMPARE(calls, 0);
    }

    void closesByItsButtonAndFromOutside()
    {
        QSignalSpy dismissed(m_bar, &MessageBar::dismissed);
        m_bar->dismiss();
        QCOMPARE(dismissed.size(), 0);
        m_bar->show(MessageBar::Level::Info, u"Something."_s);
        byName<QPushButton>(*m_bar, u"Close"_s)->click();
        QCOMPARE(dismissed.size(), 1);
        QVERIFY(!m_bar->isVisible());
        m_bar->show(MessageBar::Level::Info, u"Something."_s);
        m_bar->dismiss();
        QCOMPARE(dismissed.size(), 2);
    }

private:
    void unfold() { byName<QToolButton>(*m_bar, u"Details"_s)->click(); }

    ManualClock m_clock;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), m_clock, nullptr};
    std::unique_ptr<QWidget> m_window;
    MessageBar* m_bar = nullptr;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::MessageBarTest)
#include "messagebartest.moc"
