// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/regeneratedialog.h"

#include "keys/keyages.h"
#include "rotation/resourcelock.h"
#include "support/lockfile.h"
#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// What is asked before anything else, all at once: permissions, locks at three scopes, local authentication.
constexpr int checks = 5;

} // namespace

class RegenerateDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<KeysWorld>(); }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void opensWithTheKeyThatWasPicked()
    {
        open(KeyType::Secondary);
        QCOMPARE(m_dialog->windowTitle(), u"Regenerate an access key"_s);
        QVERIFY(says(*m_dialog, u"acs-prod-00000 · Production › rg-comm-00"_s));
        QVERIFY(radio(u"Secondary"_s)->isChecked());
        QVERIFY(button(u"Regenerate secondary key"_s) != nullptr);
    }

    void saysWhatItBreaksOfTheKeyThatIsPicked()
    {
        open();
        QVERIFY(says(*m_dialog, u"Every application that uses the primary key of acs-prod-00000 stops working at once. "
                                "This cannot be undone."_s));
        QVERIFY(says(*m_dialog, u"Move them to the secondary connection string first"_s));
        radio(u"Secondary"_s)->click();
        QVERIFY(says(*m_dialog, u"Every application that uses the secondary key of acs-prod-00000"_s));
        QVERIFY(says(*m_dialog, u"Move them to the primary connection string first"_s));
        QVERIFY(box(u"I have moved my applications off the secondary key"_s) != nullptr);
        QVERIFY(button(u"Regenerate secondary key"_s) != nullptr);
    }

    void saysWhenEachKeyWasRegenerated()
    {
        open();
        KeyAges ages(nullptr);
        ages.setSession(m_world->session);
        m_dialog->tellAges(ages);
        QTRY_COMPARE(radio(u"Primary"_s)->accessibleDescription(), u"not in keychain"_s);
        ages.look(m_world->resource());
        QTRY_COMPARE(radio(u"Primary"_s)->accessibleDescription(),
                     ages.sentence(m_world->resource(), KeyType::Primary) + u"\nnot in keychain"_s);
        QVERIFY2(ages.sentence(m_world->resource(), KeyType::Primary).startsWith(u"Regenerated 12 day"_s),
                 qPrintable(radio(u"Primary"_s)->accessibleDescription()));
        delete m_dialog;
    }

    void theLockOfAComputerThatIsGoneIsRemovedOnThePersonsWord()
    {
        const QString lock = m_world->locks.filePath(
            ResourceLock::fileName(m_world->session->rotations().armHost(), m_world->resource().id));
        QVERIFY(LeftLock::ofAnotherComputer(40 * 24 * 3600).write(lock));
        open();
        regenerate();
        QTRY_VERIFY(button(u"Unlock…"_s));
        QVERIFY(says(*m_dialog, u"is locked since"_s));
        QVERIFY(says(*m_dialog, lock));
        QCOMPARE(m_world->azure.count("POST", {}), 0);

        answerUnlock(u"Cancel"_s);
        QVERIFY(QFile::exists(lock));
        answerUnlock(u"Unlock"_s);
        QVERIFY(!QFile::exists(lock));
        QVERIFY(!button(u"Unlock…"_s));
        regenerate();
        QTRY_COMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);
    }

    void aLockThatMayBeAliveOffersNothing()
    {
        const QString lock = m_world->locks.filePath(
            ResourceLock::fileName(m_world->session->rotations().armHost(), m_world->resource().id));
        QVERIFY(LeftLock::ofAnotherComputer(60).write(lock));
        expectRefusal(u"old-laptop"_s);
        QVERIFY(!button(u"Unlock…"_s));
    }

    void leavesNoGapWhereAHintHasGone()
    {
        open();
        QTRY_VERIFY(says(*m_dialog, u"The secondary connection string is not in your keychain."_s));
        const int before = m_dialog->height();
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(!says(*m_dialog, u"The secondary connection string is not in your keychain."_s));
        QTRY_VERIFY(m_dialog->height() < before);

        // Unless a person has made the room.
        m_dialog->resize(m_dialog->width(), before + 100);
        radio(u"Secondary"_s)->click();
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->height(), before + 100);
    }

    void nothingCanBeRegeneratedWithoutTheTick()
    {
        open();
        QVERIFY(!button(u"Regenerate primary key"_s)->isEnabled());
        tick();
        QVERIFY(button(u"Regenerate primary key"_s)->isEnabled());
    }

    void theTickIsForOneKeyOnly()
    {
        open();
        tick();
        radio(u"Secondary"_s)->click();
        QVERIFY(!button(u"Regenerate secondary key"_s)->isEnabled());
        radio(u"Primary"_s)->click();
        QVERIFY(!button(u"Regenerate primary key"_s)->isEnabled());
    }

    void returnNeverRegenerates()
    {
        open();
        QVERIFY(button(u"Cancel"_s)->isDefault());
        tick();
        button(u"Regenerate primary key"_s)->setFocus();
        QTest::keyClick(button(u"Regenerate primary key"_s), Qt::Key_Return);
        QVERIFY(!m_dialog->isVisible());
        QTest::qWait(20);
        QVERIFY(m_world->azure.log().isEmpty());
    }

    void escapeCancels()
    {
        open();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void everythingCanBeDoneByTheKeyboard()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        open();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        QCOMPARE(QApplication::focusWidget(), radio(u"Primary"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button(u"Copy it"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), box(u"I have moved my applications off the primary key"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button(u"Cancel"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button(u"Regenerate primary key"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QCOMPARE(QApplication::focusWidget(), button(u"Copy connection string"_s));
    }

    void theOtherConnectionStringIsCopiedFromTheKeychain()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addSecs(-12 * 3600));
        open();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        QVERIFY(says(*m_dialog, u"in keychain, as of 12 hour(s) ago"_s));
        button(u"Copy it"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"secondary"_s));
        radio(u"Secondary"_s)->click();
        button(u"Copy it"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"primary"_s));
        QVERIFY(m_world->azure.log().isEmpty());
    }

    void otherKeyThatIsADayOld_isFetchedBeforeItIsCopied()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-12));
        open();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        QVERIFY(says(*m_dialog, u"CommKeys gets it from Azure before it's copied."_s));
        m_world->clipboard.copyPlain(u"nothing"_s);
        button(u"Copy it"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), u"nothing"_s);
        QTRY_VERIFY(KeysWorld::clipboardText().endsWith(m_world->keyInAzure(KeyType::Secondary)));
        QCOMPARE(m_world->azure.count("POST", u"listKeys"_s), 1);
        // It is of this moment now.
        QVERIFY(!says(*m_dialog, u"CommKeys gets it from Azure before it's copied."_s));
    }

    void otherKeyThatCannotBeFetched_isCopiedOnlyWhenThePersonSaysSo()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-3));
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        open();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        m_world->clipboard.copyPlain(u"nothing"_s);
        button(u"Copy it"_s)->click();
        QTRY_VERIFY(button(u"Copy the stored one, from 3 day(s) ago"_s) != nullptr);
        QCOMPARE(KeysWorld::clipboardText(), u"nothing"_s);
        button(u"Copy the stored one, from 3 day(s) ago"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"secondary"_s));
    }

    void otherKeyThatWasReplaced_isNotOffered_data()
    {
        QTest::addColumn<bool>("isNamed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("the log says which key") << true << u"Replaced 1 hour(s) ago by robin@contoso.example."_s;
        QTest::newRow("the log doesn't say which key")
            << false << u"One of the two keys was regenerated 1 hour(s) ago by robin@contoso.example."_s;
    }

    void otherKeyThatWasReplaced_isNotOffered()
    {
        QFETCH(const bool, isNamed);
        QFETCH(const QString, sentence);
        m_world->azure.faults().activityLogLag = 0s;
        m_world->azure.faults().activityLogBodies = isNamed;
        const QDateTime now = m_world->clock->utcNow();
        m_world->keep(m_world->keyInAzure(KeyType::Primary), m_world->keyInAzure(KeyType::Secondary), now.addDays(-3));
        m_world->azure.regenerateElsewhere(m_world->resource().name(), KeyType::Primary, now.addSecs(-3600));
        open(KeyType::Secondary);
        KeyAges ages(nullptr);
        ages.setSession(m_world->session);
        m_dialog->tellAges(ages);
        ages.look(m_world->resource());
        QTRY_VERIFY(says(*m_dialog, sentence));
        QVERIFY(!button(u"Copy it"_s)->isEnabled());
        QVERIFY(!says(*m_dialog, u"in keychain, as of 3 day(s) ago\nin"_s));
        QVERIFY(button(u"Get keys from Azure"_s)->isEnabled());
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        QVERIFY(!says(*m_dialog, sentence));
        button(u"Copy it"_s)->click();
        QVERIFY(KeysWorld::clipboardText().endsWith(m_world->keyInAzure(KeyType::Primary)));
        delete m_dialog;
    }

    void otherKeyOfADeletedResource_isNotOffered()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-79));
        CommunicationService resource = m_world->resource();
        resource.createdUtc = m_world->clock->utcNow().addDays(-27);
        m_dialog = new RegenerateDialog(m_world->session, resource, KeyType::Secondary, m_world->clipboard, nullptr);
        KeyAges ages(nullptr);
        ages.setSession(m_world->session);
        m_dialog->tellAges(ages);
        m_dialog->open();
        QTRY_VERIFY(says(*m_dialog, u"Belongs to a deleted resource with the same name."_s));
        QVERIFY(!button(u"Copy it"_s)->isEnabled());
        delete m_dialog;
    }

    void theOtherConnectionStringIsFetchedWhereItIsNotKept()
    {
        open();
        QTRY_VERIFY(says(*m_dialog, u"The secondary connection string is not in your keychain."_s));
        QVERIFY(!button(u"Copy it"_s)->isEnabled());
        QSignalSpy changed(m_dialog, &RegenerateDialog::keysChanged);
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        button(u"Copy it"_s)->click();
        QVERIFY(KeysWorld::clipboardText().endsWith(m_world->keyInAzure(KeyType::Secondary)));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_dialog->holdsUnkeptKey());
    }

    void aRefusalToFetchIsSaid()
    {
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        open();
        QTRY_VERIFY(button(u"Get keys from Azure"_s)->isEnabled());
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"Problem:"_s));
    }

    void theNewKeyIsKeptAndCanBeCopied()
    {
        open();
        const QString before = m_world->keyInAzure(KeyType::Primary);
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QVERIFY(m_world->keyInAzure(KeyType::Primary) != before);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);

        button(u"Copy connection string"_s)->click();
        QVERIFY(KeysWorld::clipboardText().endsWith(u"accesskey="_s + m_world->keyInAzure(KeyType::Primary)));
        button(u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        button(u"Close"_s)->click();
        QVERIFY(!m_dialog->isVisible());
    }

    void itCanBeCancelledOnlyBeforeItIsSent()
    {
        m_world->azure.faults().latency = 10s;
        open();
        regenerate();
        QTRY_COMPARE(m_world->azure.log().size(), checks);
        QVERIFY(says(*m_dialog, u"Checking permissions, locks and the keychain…"_s));
        QVERIFY(button(u"Cancel"_s)->isEnabled());
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(*m_dialog, u"Asking Azure what the primary key is now…"_s));
        QVERIFY(button(u"Cancel"_s)->isEnabled());
        QTRY_COMPARE(m_world->azure.log().size(), checks + 1);
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(*m_dialog, u"Asking Azure for a new primary key…"_s));
        QVERIFY(!button(u"Cancel"_s)->isEnabled());
        QVERIFY(says(*m_dialog, u"This cannot be called back."_s));
        QTRY_COMPARE(m_world->azure.log().size(), checks + 2);
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
    }

    void cancelledInTimeTheKeyHasNotChanged()
    {
        m_world->azure.faults().latency = 10s;
        open();
        const QString before = m_world->keyInAzure(KeyType::Primary);
        regenerate();
        QTRY_COMPARE(m_world->azure.log().size(), checks);
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"The primary key has not changed."_s));
        QCOMPARE(m_world->keyInAzure(KeyType::Primary), before);
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 0);
    }

    void closingTheDialogDoesNotEndTheRegeneration()
    {
        m_world->azure.faults().latency = 10s;
        open();
        regenerate();
        QTRY_COMPARE(m_world->azure.log().size(), checks);
        m_world->clock->advance(10s);
        QTRY_COMPARE(m_world->azure.log().size(), checks + 1);
        m_world->clock->advance(10s);
        QTRY_COMPARE(m_world->azure.log().size(), checks + 2);
        button(u"Close"_s)->click();
        delete m_dialog;
        m_world->clock->advance(10s);
        QTRY_COMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void openingItAgainAttachesToTheRunningRegeneration()
    {
        m_world->azure.faults().latency = 10s;
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Secondary));
        QTRY_COMPARE(m_world->azure.log().size(), checks);
        open(KeyType::Primary);
        QVERIFY(says(*m_dialog, u"Regenerating the secondary key of acs-prod-00000"_s));
        m_world->azure.faults().latency = 0s;
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(*m_dialog, u"The new secondary key is in your keychain."_s));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);
    }

    void aRefusalSaysThatNothingHasChangedAndWhy()
    {
        const QByteArray body = "{\"error\":{\"code\":\"ScopeLocked\",\"message\":\"The scope is locked.\"}}";
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/regenerateKey"_s, 409, body);
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The primary key has not changed."_s));
        byName<QToolButton>(*m_dialog, u"Details"_s)->click();
        QVERIFY(byName<QPlainTextEdit>(*m_dialog, u"Error details"_s)->toPlainText().contains(u"ScopeLocked"_s));
        button(u"Copy details"_s)->click();
        QVERIFY(KeysWorld::clipboardText().contains(u"ScopeLocked"_s));

        button(u"Try again"_s)->click();
        QVERIFY(radio(u"Primary"_s)->isChecked());
        QVERIFY(!button(u"Regenerate primary key"_s)->isEnabled());
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 2);
    }

    void aLockThatForbidsItIsToldBeforeAnythingIsSent()
    {
        const QString locks = m_world->resource().id.toString() + u"/providers/Microsoft.Authorization/locks"_s;
        const QJsonObject lock{{u"id"_s, locks + u"/keep"_s},
                               {u"name"_s, u"keep"_s},
                               {u"type"_s, u"Microsoft.Authorization/locks"_s},
                               {u"properties"_s, QJsonObject{{u"level"_s, u"ReadOnly"_s}}}};
        const QByteArray body = QJsonDocument(QJsonObject{{u"value"_s, QJsonArray{lock}}}).toJson();
        m_world->azure.faults().next << SimulatedFault::given("GET", locks, 200, body);
        expectRefusal(u"The lock “keep” forbids it."_s);
    }

    void aPermissionThatIsMissingIsToldBeforeAnythingIsSent()
    {
        m_world->azure.faults().next << SimulatedFault::given("GET", u"/permissions"_s, 200, "{\"value\":[]}");
        expectRefusal(u"You may not regenerate keys of acs-prod-00000."_s);
        QVERIFY(says(*m_dialog, u"Microsoft.Communication/CommunicationServices/RegenerateKey/action"_s));
    }

    void aKeychainThatIsLockedIsToldBeforeAnythingIsSent()
    {
        m_world->store->probeSays = StoreHealth::Locked;
        expectRefusal(u"The keychain (faulty) is locked."_s);
        button(u"Try again"_s)->click();
        QVERIFY(says(*m_dialog, u"Your keychain is locked. Unlock it before you regenerate the key."_s));
        m_world->store->probeSays.reset();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
    }

    void keychainNotReady_isShownBeforeTheTick_data()
    {
        QTest::addColumn<StoreHealth>("health");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("notice");
        QTest::newRow("missing") << StoreHealth::Missing << ErrorKind::KeychainMissing
                                 << u"No keychain: the new key will be in memory only"_s;
        QTest::newRow("failing") << StoreHealth::Failing << ErrorKind::KeychainFailed
                                 << u"Your keychain isn't saving data: the new key will be"_s;
        QTest::newRow("locked") << StoreHealth::Locked << ErrorKind::KeychainLocked << u"Your keychain is locked."_s;
    }

    void keychainNotReady_isShownBeforeTheTick()
    {
        QFETCH(const StoreHealth, health);
        QFETCH(const QString, notice);
        QFETCH(const ErrorKind, kind);
        m_world->store->probeSays = health;
        m_world->store->readFails = Error::of(kind, u"It does not work."_s);
        open();
        QTRY_VERIFY(says(*m_dialog, notice));
        tick();
        QVERIFY(button(u"Regenerate primary key"_s)->isEnabled());
        m_world->store->probeSays = StoreHealth::Ready;
        QVERIFY(*finishedResult(m_world->store->probe(this)) == StoreHealth::Ready);
        QVERIFY(!says(*m_dialog, notice));
        QVERIFY(button(u"Regenerate primary key"_s)->isEnabled());
        // What it was given for is no longer so.
        m_world->store->probeSays = health;
        QVERIFY(*finishedResult(m_world->store->probe(this)) == health);
        QVERIFY(says(*m_dialog, notice));
        QVERIFY(!button(u"Regenerate primary key"_s)->isEnabled());
    }

    void keychainReady_needsNoNotice()
    {
        open();
        QTRY_VERIFY(m_world->store->status().health() == StoreHealth::Ready);
        QVERIFY(!says(*m_dialog, u"eychain: the new key"_s));
        QVERIFY(!says(*m_dialog, u"in memory only"_s));
    }

    void failingKeychain_isANewsOnceAndThenNoObstacle()
    {
        QVERIFY(*finishedResult(m_world->store->probe(this)) == StoreHealth::Ready);
        m_world->store->writeFails = Error::of(ErrorKind::KeychainFailed, u"The disk is full."_s);
        expectRefusal(u"The keychain (faulty) isn't saving data."_s);
        QVERIFY(!says(*m_dialog, u"nlock it"_s));
        button(u"Try again"_s)->click();
        QVERIFY(says(*m_dialog, u"Your keychain isn't saving data: the new key will be in memory only"_s));
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is only in memory."_s));
        QVERIFY(m_dialog->holdsUnkeptKey());
        button(u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
    }

    void missingKeychain_thatWasShown_isNoObstacle()
    {
        m_world->store->writeFails = Error::of(ErrorKind::KeychainMissing, u"There is none."_s);
        m_world->store->readFails = m_world->store->writeFails;
        open();
        QTRY_VERIFY(says(*m_dialog, u"No keychain: the new key will be in memory only"_s));
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is only in memory."_s));
    }

    void whatCouldNotBeFoundOutBeforehandIsSaidAndDoesNotBlock()
    {
        m_world->azure.faults().next << SimulatedFault::given("GET", u"/permissions"_s, 403);
        SimulatedFault silence = SimulatedFault::beforeActing("POST", u"/listKeys"_s, SimulatedFault::Reply::Silence);
        m_world->azure.faults().next << silence;
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"It could not be found out whether you may do it"_s));
        QTRY_VERIFY(says(*m_dialog, u"Asking Azure what the primary key is now…"_s));
        QVERIFY(says(*m_dialog, u"It could not be found out whether you may do it"_s));
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"The primary key has not changed."_s));
    }

    void aNewKeyThatTheKeychainRefusesIsNotLost()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is only in memory."_s));
        QVERIFY(says(*m_dialog, u"The keychain is locked."_s));
        QVERIFY(m_dialog->holdsUnkeptKey());
        button(u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        QVERIFY(m_world->keyInKeychain(KeyType::Primary).isEmpty());

        QSignalSpy changed(m_dialog, &RegenerateDialog::keysChanged);
        button(u"Try again"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"Problem:"_s));
        QVERIFY(changed.isEmpty());
        m_world->store->writeFails.reset();
        QTRY_VERIFY(button(u"Try again"_s)->isEnabled());
        button(u"Try again"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);
        QVERIFY(!m_dialog->holdsUnkeptKey());
    }

    void closingOverAKeyThatIsOnlyInMemoryAsksFirst()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        open();
        regenerate();
        QTRY_VERIFY(m_dialog->holdsUnkeptKey());

        button(u"Close"_s)->click();
        auto* question = m_dialog->findChild<QMessageBox*>();
        QVERIFY(question != nullptr);
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QTRY_VERIFY(m_dialog->findChild<QMessageBox*>() == nullptr);

        m_dialog->close();
        question = m_dialog->findChild<QMessageBox*>();
        QVERIFY(question != nullptr);
        QVERIFY(m_dialog->isVisible());
        byName<QPushButton>(*question, u"Close anyway"_s)->click();
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_world->session->keptKeys().hasUnsaved());
    }

    void aLostAnswerOfAKeyThatHasChangedIsASuccess()
    {
        m_world->azure.faults().next << SimulatedFault::afterActing("POST", u"/regenerateKey"_s,
                                                                    SimulatedFault::Reply::EmptyBody);
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QVERIFY(byName<QToolButton>(*m_dialog, u"Details"_s) != nullptr);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void whatIsNotKnownIsSaidAndAskedForBeforeAnythingElse()
    {
        makeUnclear();
        QTRY_VERIFY(says(*m_dialog, u"The primary key may have been replaced, or it may not."_s));
        QVERIFY(button(u"Try again"_s) == nullptr);
        QVERIFY(button(u"Copy key"_s) == nullptr);
        QVERIFY(byName<QToolButton>(*m_dialog, u"Details"_s) != nullptr);

        QSignalSpy changed(m_dialog, &RegenerateDialog::keysChanged);
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"This is the primary key that Azure accepts now."_s));
        QTRY_COMPARE(changed.size(), 1);
        button(u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);
    }

    void verdictThatTurnsOutToBeWrong_isCorrected()
    {
        open();
        SimulatedFault stale = SimulatedFault::beforeActing("POST", u"listKeys"_s, SimulatedFault::Reply::PreviousKeys);
        stale.times = 1 + 7; // before, which is right, and each time that it is checked
        m_world->azure.faults().next << SimulatedFault::afterActing("POST", u"/regenerateKey"_s,
                                                                    SimulatedFault::Reply::Drop)
                                     << stale;
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"Azure still returns the old primary key."_s));
        const auto turnClockUntil = [this](const QString& text) {
            m_world->clock->advance(m_world->clock->untilNext().value_or(0ms));
            return says(*m_dialog, text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(turnClockUntil(u"The primary key has not changed."_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(turnClockUntil(u"The new primary key is in your keychain."_s), 20'000);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 1);
    }

    void aKeyThatWasKnownBeforeIsNotTakenForTheOneAfterALostAnswer()
    {
        open();
        QTRY_VERIFY(button(u"Get keys from Azure"_s)->isEnabled());
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        makeUnclear();
        QTRY_VERIFY(says(*m_dialog, u"The primary key may have been replaced, or it may not."_s));
    }

    void forget_whileChoosing_dropsTheOtherKeyUntilItIsReadAgain()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        open();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        m_dialog->forgetKeys(why);
        QVERIFY(!button(u"Copy it"_s)->isEnabled());
        QVERIFY(says(*m_dialog, why));
        QVERIFY(says(*m_dialog, u"Not loaded. Read the keychain again to copy it."_s));
        button(u"Read the keychain again"_s)->click();
        QTRY_VERIFY(button(u"Copy it"_s)->isEnabled());
        QVERIFY(!says(*m_dialog, why));
    }

    void forget_withoutKeys_saysNothing()
    {
        open();
        QTRY_VERIFY(says(*m_dialog, u"The secondary connection string is not in your keychain."_s));
        m_dialog->forgetKeys(why);
        QVERIFY(!says(*m_dialog, why));
    }

    void forget_afterRegenerating_dropsTheNewKeyUntilItIsReadAgain()
    {
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        m_dialog->forgetKeys(why);
        QVERIFY(!button(u"Copy connection string"_s)->isEnabled());
        QVERIFY(!button(u"Copy key"_s)->isEnabled());
        QVERIFY(button(u"Try again"_s) == nullptr);
        QVERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QVERIFY(says(*m_dialog, why));
        button(u"Read the keychain again"_s)->click();
        QTRY_VERIFY(button(u"Copy key"_s)->isEnabled());
        button(u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        QVERIFY(!says(*m_dialog, why));
    }

    void forget_whileRegenerating_doesNotLoadTheNewKey()
    {
        m_world->azure.faults().latency = 10s;
        open();
        regenerate();
        QTRY_COMPARE(m_world->azure.log().size(), checks);
        m_dialog->forgetKeys(why);
        m_world->azure.faults().latency = 0s;
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QVERIFY(!button(u"Copy key"_s)->isEnabled());
        QVERIFY(says(*m_dialog, why));
        button(u"Read the keychain again"_s)->click();
        QTRY_VERIFY(button(u"Copy key"_s)->isEnabled());
    }

    void forget_keyOnlyInMemory_staysAndCanBeSaved()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is only in memory."_s));
        m_dialog->forgetKeys(why);
        QVERIFY(m_dialog->holdsUnkeptKey());
        QVERIFY(button(u"Copy key"_s)->isEnabled());
        QVERIFY(!says(*m_dialog, why));

        m_world->store->writeFails.reset();
        button(u"Try again"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"The new primary key is in your keychain."_s));
        QVERIFY(!button(u"Copy key"_s)->isEnabled());
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void forget_afterLostAnswer_keepsWhatWasFoundOut()
    {
        makeUnclear();
        QTRY_VERIFY(says(*m_dialog, u"The primary key may have been replaced, or it may not."_s));
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Copy key"_s) != nullptr && button(u"Copy key"_s)->isEnabled());
        QTRY_COMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QTRY_VERIFY(says(*m_dialog, u"It is in your keychain."_s));
        m_dialog->forgetKeys(why);
        QVERIFY(says(*m_dialog, u"This is the primary key that Azure accepts now."_s));
        QVERIFY(says(*m_dialog, u"It is in your keychain."_s));
        QVERIFY(!button(u"Copy key"_s)->isEnabled());
        button(u"Read the keychain again"_s)->click();
        QTRY_VERIFY(button(u"Copy key"_s)->isEnabled());
    }

    void whatCannotBeAskedStaysUnclear()
    {
        makeUnclear();
        QTRY_VERIFY(button(u"Get keys from Azure"_s) != nullptr);
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(says(*m_dialog, u"Problem:"_s));
        QVERIFY(says(*m_dialog, u"The primary key may have been replaced, or it may not."_s));
        QTRY_VERIFY(button(u"Get keys from Azure"_s)->isEnabled());
    }

private:
    void open(KeyType type = KeyType::Primary)
    {
        m_dialog = new RegenerateDialog(m_world->session, m_world->resource(), type, m_world->clipboard, nullptr);
        m_dialog->open();
    }

    void tick()
    {
        for (QCheckBox* moved : m_dialog->findChildren<QCheckBox*>()) {
            if (moved->isVisible()) {
                moved->setChecked(true);
            }
        }
    }

    void answerUnlock(const QString& answer)
    {
        button(u"Unlock…"_s)->click();
        for (QMessageBox* question : m_dialog->findChildren<QMessageBox*>()) {
            if (question->isVisible()) {
                byName<QPushButton>(*question, answer)->click();
            }
        }
    }

    void regenerate()
    {
        tick();
        button(u"Regenerate primary key"_s)->click();
    }

    void expectRefusal(const QString& reason)
    {
        const QString before = m_world->keyInAzure(KeyType::Primary);
        open();
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"The primary key has not changed."_s));
        QVERIFY(says(*m_dialog, reason));
        QCOMPARE(m_world->azure.count("POST", {}), 0);
        QCOMPARE(m_world->keyInAzure(KeyType::Primary), before);
    }

    // The key is replaced, the answer is lost, and Azure may not be asked.
    void makeUnclear()
    {
        auto& faults = m_world->azure.faults().next;
        faults << SimulatedFault::afterActing("POST", u"/regenerateKey"_s, SimulatedFault::Reply::EmptyBody);
        faults << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        faults.last().times = 1 + 7; // before, and each time that it is checked
        if (m_dialog == nullptr) {
            open();
        }
        regenerate();
        QTRY_VERIFY(says(*m_dialog, u"Azure couldn't be asked whether the key was replaced."_s));
        const auto isUnclear = [this] {
            m_world->clock->advance(m_world->clock->untilNext().value_or(0ms));
            return says(*m_dialog, u"The primary key may have been replaced, or it may not."_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isUnclear(), 20'000);
    }

    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_dialog, name); }
    [[nodiscard]] QRadioButton* radio(const QString& name) const { return byName<QRadioButton>(*m_dialog, name); }
    [[nodiscard]] QCheckBox* box(const QString& name) const { return byName<QCheckBox>(*m_dialog, name); }
    [[nodiscard]] static Error locked() { return Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s); }

    const QString why = u"The screen was locked."_s;
    std::unique_ptr<KeysWorld> m_world;
    QPointer<RegenerateDialog> m_dialog;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::RegenerateDialogTest)
#include "regeneratedialogtest.moc"
