// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keycard.h"

#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class KeyCardTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<KeysWorld>();
        m_keys = std::make_unique<ResourceKeys>(m_world->session, m_world->resource(), nullptr);
        m_card = std::make_unique<KeyCard>(KeyType::Primary, nullptr);
        connect(m_keys.get(), &ResourceKeys::changed, m_card.get(), [this] { m_card->showKey(*m_keys); });
        m_card->showKey(*m_keys);
        m_card->show();
    }

    void cleanup()
    {
        m_card.reset();
        m_keys.reset();
    }

    void isNamedAfterItsKey()
    {
        QCOMPARE(spokenName(m_card.get()), u"Primary key"_s);
        QVERIFY(button(u"Regenerate primary key…"_s) != nullptr);
        const KeyCard secondary(KeyType::Secondary, nullptr);
        QVERIFY(byName<QPushButton>(secondary, u"Regenerate secondary key…"_s) != nullptr);
        QCOMPARE(secondary.title(), u"Secondary key"_s);
    }

    void itsButtonsSayWhatTheyAreAbout()
    {
        QCOMPARE(button(u"Copy connection string"_s)->accessibleDescription(),
                 u"The primary connection string of acs-prod-00000"_s);
        QCOMPARE(button(u"Copy key"_s)->accessibleDescription(), u"The primary key of acs-prod-00000"_s);
    }

    void itsContextMenuDoesWhatItsButtonsDo()
    {
        QSignalSpy regenerate(m_card.get(), &KeyCard::regenerateRequested);
        auto* from = button(u"Regenerate primary key…"_s);
        QContextMenuEvent byKeyboard(QContextMenuEvent::Keyboard, QPoint(), from->mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(from, &byKeyboard);
        auto* menu = m_card->findChild<QMenu*>();
        QVERIFY(menu != nullptr && menu->isVisible());
        QStringList texts;
        for (QAction* action : menu->actions()) {
            texts.append(action->text());
            QVERIFY(action->text() != u"Copy key"_s || !action->isEnabled()); // there is none yet
        }
        for (const QString& text : {u"Show"_s, u"Copy connection string"_s, u"Copy key"_s}) {
            QVERIFY2(texts.contains(text), qPrintable(text));
        }
        menu->actions().at(texts.indexOf(from->text()))->trigger();
        QCOMPARE(regenerate.count(), 1);
    }

    void beforeTheKeychainHasAnsweredItDoesNotSayThatThereIsNoKey()
    {
        QVERIFY(!says(*m_card, u"Not in keychain"_s));
        m_keys->read();
        QVERIFY(says(*m_card, u"Reading the keychain…"_s));
        QTRY_VERIFY(says(*m_card, u"Not in keychain"_s));
        QVERIFY(!button(u"Copy key"_s)->isEnabled());
        QVERIFY(!button(u"Copy connection string"_s)->isEnabled());
    }

    void aKeychainThatDoesNotAnswerIsNotTakenForAnEmptyOne()
    {
        m_world->store->readFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
        m_keys->read();
        QTRY_VERIFY(says(*m_card, u"The keychain has not answered"_s));
    }

    void aKeptKeyHasTheDateOfItsCapture()
    {
        const QDateTime then = m_world->clock->utcNow().addDays(-12);
        m_world->keep(u"primary"_s, u"secondary"_s, then);
        m_keys->read();
        const QString date = QLocale().toString(then.toLocalTime(), QLocale::ShortFormat);
        QTRY_VERIFY(says(*m_card, u"In keychain, as of "_s + date));
        QVERIFY(button(u"Copy key"_s)->isEnabled());
        QVERIFY(button(u"Copy connection string"_s)->isEnabled());
        QVERIFY(button(u"Show"_s)->isEnabled());
    }

    void aKeyThatWasFetchedIsCurrent()
    {
        m_keys->fetch();
        QTRY_VERIFY(says(*m_card, u"In keychain ✓ current"_s));
    }

    void aKeyThatTheKeychainRefusesCanBeCopiedAllTheSame()
    {
        m_world->store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
        m_keys->fetch();
        QTRY_VERIFY(says(*m_card, u"Not in keychain ✗ only in memory until CommKeys closes"_s));
        QVERIFY(button(u"Copy key"_s)->isEnabled());
    }

    void aKeyWithoutItsConnectionStringLeavesThatButtonOff()
    {
        RotationOutcome outcome;
        outcome.end = RotationEnd::Kept;
        outcome.newKey.key = Secret::copyOf(u"only the key");
        m_keys->learn(outcome);
        QVERIFY(button(u"Copy key"_s)->isEnabled());
        QVERIFY(!button(u"Copy connection string"_s)->isEnabled());
    }

    void asksForNothingWhileAKeyIsBeingRegenerated()
    {
        QSignalSpy requested(m_card.get(), &KeyCard::regenerateRequested);
        m_card->setRegenerating(true);
        QVERIFY(!button(u"Regenerate primary key…"_s)->isEnabled());
        m_card->setRegenerating(false);
        button(u"Regenerate primary key…"_s)->click();
        QCOMPARE(requested.size(), 1);
    }

    void everyButtonCanBeReachedByTheKeyboard()
    {
        m_keys->fetch();
        QTRY_VERIFY(says(*m_card, u"In keychain ✓ current"_s));
        m_card->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
        button(u"Show"_s)->setFocus();
        QStringList visited;
        for (int i = 0; i < 4; ++i) {
            visited << spokenName(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(visited,
                 (QStringList{u"Show"_s, u"Copy connection string"_s, u"Copy key"_s, u"Regenerate primary key…"_s}));
    }

private:
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_card, name); }

    std::unique_ptr<KeysWorld> m_world;
    std::unique_ptr<ResourceKeys> m_keys;
    std::unique_ptr<KeyCard> m_card;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::KeyCardTest)
#include "keycardtest.moc"
