// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "auth/azureclilogin.h"
#include "britishenglish.h"
#include "keychain/keptkeysstore.h"
#include "resourcelist/resourcelistview.h"
#include "support/finishedresult.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class MainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<WindowWorld>(); }
    void cleanup() { m_world.reset(); }

    void beginsWithTheWaysIn()
    {
        QVERIFY(button(u"Use my Azure CLI sign-in"_s));
        QVERIFY(button(u"Try the demo"_s));
        QVERIFY(!byName<QLineEdit>(window(), u"Filter resources…"_s));
        QCOMPARE(window().windowTitle(), QCoreApplication::applicationName());
        QVERIFY(!action(u"Refresh"_s)->isEnabled());
        QVERIFY(!action(u"Regenerate…"_s)->isEnabled());
        QVERIFY(action(u"Settings…"_s)->isEnabled());
    }

    void theDemoIsListedAndMarked()
    {
        openDemo();
        QCOMPARE(list().model()->rowCount(), 33);
        QVERIFY(says(window(), u"33 resources in 6 subscriptions · updated "_s));
        QVERIFY(says(window(), u"Demo"_s));
        QVERIFY(window().windowTitle().contains(u"Demo"_s));
        QVERIFY(list().hasFocus());
    }

    void aRealSessionHasNoDemoMark()
    {
        openAzureCli();
        QVERIFY(!says(window(), u"Demo"_s));
        QVERIFY(!window().windowTitle().contains(u"Demo"_s));
        QVERIFY(button(u"Avery Hart"_s));
    }

    void resourceThatTheServiceDoesNotKnow_leavesTheListForGood()
    {
        m_world->remindOfNoKeys();
        openAzureCli();
        choose(u"acs-prod-00000"_s);
        SimulatedEstate& estate = m_world->azure.estate();
        estate.remove(*estate.resourceNamed(u"acs-prod-00000"_s), m_world->clock->utcNow());
        m_world->azure.faults().resourceGraphLag = 10min; // the index goes on listing it
        action(u"Get keys from Azure"_s)->trigger();
        QTRY_COMPARE(list().model()->rowCount(), 32);
        action(u"Refresh"_s)->trigger();
        QTRY_VERIFY(!says(window(), u"Looking for subscriptions…"_s) && !button(u"Cancel"_s));
        QCOMPARE(list().model()->rowCount(), 32);
    }

    void resourceThatIsNew_isListedByTheSecondRefresh()
    {
        openAzureCli();
        SimulatedResource added = *m_world->azure.estate().resourceNamed(u"acs-prod-00000"_s);
        added.id.replace(added.name, u"made-just-now"_s, Qt::CaseInsensitive);
        added.name = u"made-just-now"_s;
        added.createdUtc = m_world->clock->utcNow();
        m_world->azure.estate().add(added);
        m_world->azure.faults().resourceGraphLag = 10min;
        action(u"Refresh"_s)->trigger();
        QTRY_COMPARE(list().model()->rowCount(), 34);
    }

    void browsingFetchesNoKeys()
    {
        openDemo();
        for (int row = 0; row < 5; ++row) {
            list().selectRow(row);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_world->azure.count("POST", u"/communicationServices/"_s), 0);
    }

    void anAzureCliThatFailsIsToldWhereOneSignsIn()
    {
        m_world->opener.azureCliFails =
            Error::of(ErrorKind::ToolMissing, u"The Azure CLI is not installed."_s, u"Install it."_s);
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u"The Azure CLI is not installed. Install it."_s));
        QVERIFY(button(u"Try the demo"_s));
    }

    void theCommandThatHelpsTheAzureCliCanBeCopied()
    {
        Error error = Error::of(ErrorKind::NotSignedIn, u"The Azure CLI needs you to sign in."_s);
        setLoginCommand(error, u"az login --tenant contoso.example"_s);
        m_world->opener.azureCliFails = error;
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(button(u"Copy command"_s));
        button(u"Copy command"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"az login --tenant contoso.example"_s);
        QVERIFY2(button(u"Copy command"_s), "it stays");
    }

    void signingInCanBeCancelled()
    {
        m_world->opener.azureCliHangs = true;
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u"Signing in with the Azure CLI…"_s));
        button(u"Cancel"_s)->click();
        QVERIFY(button(u"Use my Azure CLI sign-in"_s));
        QVERIFY(window().findChildren<Job*>().isEmpty());
    }

    void aSubscriptionThatFailsIsNamedAndTheRestShows()
    {
        m_world->azure.faults().forbiddenSubscriptions = {m_world->subscription(u"Staging"_s)};
        openDemo();
        QVERIFY(says(window(), u"1 of 6 subscriptions could not be listed: Staging."_s));
        QVERIFY(list().model()->rowCount() > 0);
        QVERIFY(list().model()->rowCount() < 33);
        QVERIFY(says(window(), u"resources in 5 subscriptions"_s));
        QVERIFY(byName<QToolButton>(window(), u"Details"_s));

        m_world->azure.setFaults({});
        button(u"Try again"_s)->click();
        QTRY_COMPARE(list().model()->rowCount(), 33);
        QVERIFY(!says(window(), u"could not be listed"_s));
    }

    void aListingThatFailsAltogetherSaysSoAndCanBeTriedAgain()
    {
        m_world->azure.faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u"The resources could not be listed"_s));
        QTRY_VERIFY2(!says(window(), u"Select a resource to see its keys."_s), "there is none to select");
        QVERIFY(says(window(), u"Problem:"_s));
        button(u"Try again"_s)->click();
        QTRY_COMPARE(list().model()->rowCount(), 33);
    }

    void aFailedRefreshKeepsTheList()
    {
        openDemo();
        m_world->azure.faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
        action(u"Refresh"_s)->trigger();
        QTRY_VERIFY(says(window(), u"Problem:"_s));
        QCOMPARE(list().model()->rowCount(), 33);
    }

    void aListingShowsHowFarItIsAndCanBeCancelled()
    {
        SimulatedFault silence =
            SimulatedFault::beforeActing("GET", u"communicationServices"_s, SimulatedFault::Reply::Silence);
        m_world->azure.faults().resourceGraph = false;
        m_world->azure.faults().next = {silence};
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u"Listed 5 of 6 subscriptions"_s));
        const auto* bar = byName<QProgressBar>(window(), u"Subscriptions listed"_s);
        QCOMPARE(bar->value(), 5);
        QCOMPARE(bar->maximum(), 6);
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(says(window(), u"The listing was cancelled"_s));
        QVERIFY(!says(window(), u"Listed 5 of 6"_s));
        QVERIFY(list().model()->rowCount() > 0);
    }

    void aThrottledListingSaysHowLongItWaits()
    {
        SimulatedFault throttle = SimulatedFault::beforeActing("GET", u"/tenants"_s, SimulatedFault::Reply::Throttle);
        throttle.retryAfter = 6s;
        m_world->azure.faults().next = {throttle};
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u"Azure is throttling requests. Retrying in 6 s"_s));
        m_world->clock->advance(6s);
        QTRY_COMPARE(list().model()->rowCount(), 33);
        QVERIFY(!says(window(), u"Retrying"_s));
    }

    void aRefreshKeepsWhatIsChosenAndFiltered()
    {
        openDemo();
        auto* subscription = combo(window(), u"Subscription"_s);
        subscription->setCurrentText(u"Production"_s);
        const int shown = list().model()->rowCount();
        QVERIFY(shown > 0 && shown < 33);
        list().selectRow(2);
        const ResourceId chosen = list().currentResource()->id;

        action(u"Refresh"_s)->trigger();
        QTRY_VERIFY(!says(window(), u"Looking for subscriptions…"_s) && !button(u"Cancel"_s));
        QCOMPARE(subscription->currentText(), u"Production"_s);
        QCOMPARE(list().model()->rowCount(), shown);
        QCOMPARE(list().currentResource()->id, chosen);
    }

    void theSubscriptionsOnOfferAreThoseOfTheTenant()
    {
        openDemo();
        const auto* subscription = combo(window(), u"Subscription"_s);
        QCOMPARE(subscription->count(), 1 + 6);
        combo(window(), u"Tenant"_s)->setCurrentText(u"Fabrikam"_s);
        QCOMPARE(subscription->count(), 1 + 2);
        QVERIFY(list().model()->rowCount() < 33);
    }

    void theFilterIsReachedAndClearedByKeyboard()
    {
        openDemo();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto* filter = byName<QLineEdit>(window(), u"Filter resources…"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"zzz"_s);
        QVERIFY(says(window(), u"No resource matches the filter"_s));
        button(u"Clear filter"_s)->click();
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(list().model()->rowCount(), 33);
    }

    void theRegenerateDialogOpensForTheChosenResource()
    {
        openDemo();
        QVERIFY(!action(u"Regenerate…"_s)->isEnabled());
        choose(u"acs-prod-00000"_s);
        QVERIFY(action(u"Regenerate…"_s)->isEnabled());
        action(u"Regenerate…"_s)->trigger();
        QVERIFY(dialog(u"Regenerate an access key"_s));
    }

    void endpointAndIdAreCopied()
    {
        openDemo();
        choose(u"acs-prod-00000"_s);
        action(u"Copy resource id"_s)->trigger();
        QCOMPARE(pasted(), list().currentResource()->id.toString());
        action(u"Copy endpoint"_s)->trigger();
        QCOMPARE(pasted(), u"https://acs-prod-00000.unitedstates.communication.azure.com/"_s);
    }

    void aCopiedSecretIsCountedDown()
    {
        openDemo();
        m_world->clipboard.copy(Secret::copyOf(u"secret"), u"a test"_s);
        QVERIFY(says(window(), u"Clipboard clears in 30 s"_s));
        m_world->clock->advance(30s);
        QTRY_VERIFY(!says(window(), u"Clipboard clears"_s));
    }

    void theKeychainIsNamedAndALockedOneToldInWords()
    {
        openDemo();
        QTRY_VERIFY(says(window(), u"Keychain: faulty ✓"_s));
        QVERIFY(!says(window(), u"Attention:"_s));
        m_world->store->writeFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        window().signOut();
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u"Keychain: faulty is locked"_s));
        QVERIFY(says(window(), u"Your keychain is locked."_s));
        m_world->store->writeFails.reset();
        button(u"Try again"_s)->click();
        QTRY_VERIFY(says(window(), u"Keychain: faulty ✓"_s));
        QVERIFY(!says(window(), u"Your keychain is locked."_s));
    }

    /// Bar, status line and dialog speak from one state, which every operation updates.
    void failingKeychain_isTheSameInEveryPartOfTheWindow()
    {
        openDemo();
        QTRY_VERIFY(says(window(), u"Keychain: faulty ✓"_s));
        m_world->store->writeFails = Error::of(ErrorKind::KeychainFailed, u"The disk is full."_s);
        KeptKeys keys;
        keys.resource = *ResourceId::of(m_world->subscription(u"Staging"_s), u"rg"_s, u"any"_s);
        keys.primary = KeptKey{Secret::copyOf(u"key"), {}, m_world->clock->utcNow()};
        QVERIFY(!finishedResult(window().session()->keptKeys().keep(keys, this)));
        QVERIFY(says(window(), u"Keychain: faulty ✗"_s));
        QVERIFY(!says(window(), u"✓"_s));
        QVERIFY(says(window(), u"Your keychain isn't saving data. A key that you regenerate is in memory only"_s));

        choose(u"acs-prod-00000"_s);
        action(u"Regenerate…"_s)->trigger();
        QVERIFY(dialog(u"Regenerate an access key"_s));
        QVERIFY(says(*dialog(u"Regenerate an access key"_s),
                     u"Your keychain isn't saving data: the new key will be in memory only"_s));

        m_world->store->writeFails.reset();
        QVERIFY(finishedResult(window().session()->keptKeys().keep(keys, this)));
        QVERIFY(says(window(), u"Keychain: faulty ✓"_s));
        QVERIFY(!says(window(), u"isn't saving data"_s));
    }

    void signingOutLeadsBackToTheWaysIn()
    {
        openDemo();
        choose(u"acs-prod-00000"_s);
        action(u"Sign out"_s)->trigger();
        QVERIFY(button(u"Try the demo"_s));
        QVERIFY(!window().session());
        QCOMPARE(list().model()->rowCount(), 0);
        QVERIFY(!says(window(), u"resources in"_s));
        QVERIFY(!says(window(), u"Keychain:"_s));
    }

    void signingOutEndsAListingWithoutAWord()
    {
        m_world->azure.faults().resourceGraph = false;
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("GET", u"communicationServices"_s, SimulatedFault::Reply::Silence)};
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u"Listed 5 of 6 subscriptions"_s));
        action(u"Sign out"_s)->trigger();
        QVERIFY(button(u"Try the demo"_s));
        openDemo();
        QCOMPARE(list().model()->rowCount(), 33);
    }

    void whatWasLeftOpenIsToldAboveTheListAndFoundOut()
    {
        openDemo();
        QVERIFY(!button(u"Find out"_s));
        choose(u"acs-prod-00000"_s);
        RotationRecord record;
        record.id = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
        record.armHost = u"arm.own.example"_s;
        record.resource = list().currentResource()->id;
        record.tenant = list().currentResource()->tenant;
        record.startedUtc = m_world->clock->utcNow().addSecs(-100);
        record.stage = RotationRecord::Stage::Sent;
        QVERIFY(window().session()->journal().append(record));
        action(u"Refresh"_s)->trigger();
        QTRY_VERIFY(says(window(), u"What became of the regeneration of the primary key of acs-prod-00000"_s));
        button(u"Find out"_s)->click();
        QTRY_VERIFY(says(window(), u"The primary key that acs-prod-00000 accepts now is in your keychain."_s));
        QCOMPARE(m_world->azure.count("POST", u"regenerateKey"_s), 0);
    }

    void theHistoryAndWhoseKeyAreThereWithASession()
    {
        QVERIFY(!action(u"Regeneration history…"_s)->isEnabled());
        QVERIFY(!action(u"Whose key is this?…"_s)->isEnabled());
        openDemo();
        QCOMPARE(action(u"Regeneration history…"_s)->shortcut(), QKeySequence(u"Ctrl+H"_s));
        action(u"Regeneration history…"_s)->trigger();
        action(u"Regeneration history…"_s)->trigger();
        QVERIFY(dialog(u"Regeneration history"_s));
        expectNames();
        action(u"Whose key is this?…"_s)->trigger();
        QVERIFY(dialog(u"Whose key is this?"_s));
        expectNames();
        window().signOut();
        QVERIFY(!dialog(u"Regeneration history"_s));
        QVERIFY(!dialog(u"Whose key is this?"_s));
    }

    void closingOverAKeyInMemoryOnlyAsksFirst()
    {
        openDemo();
        m_world->store->probeSays = StoreHealth::Ready; // refuses only when it comes to it
        m_world->store->writeFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        regenerateWithoutDialog();
        QTRY_VERIFY(!window().session()->rotations().isBusy());
        QCoreApplication::processEvents();

        QVERIFY(!window().close());
        QVERIFY(window().isVisible());
        const auto* question = window().findChild<QMessageBox*>();
        QVERIFY(question->isVisible());
        QVERIFY(question->text().contains(u"only in memory"_s));
        QCOMPARE(question->defaultButton()->text(), u"Cancel"_s);
        byName<QPushButton>(*question, u"Cancel"_s)->click();
        QVERIFY(window().isVisible());

        QTRY_VERIFY(!window().findChild<QMessageBox*>());
        QVERIFY(!window().close());
        byName<QPushButton>(*window().findChild<QMessageBox*>(), u"Quit anyway"_s)->click();
        QTRY_VERIFY(!window().isVisible());
    }

    void leavingWhileAKeyIsRegeneratedAsksFirst()
    {
        openDemo();
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Silence)};
        regenerateWithoutDialog();
        QVERIFY(!window().close());
        auto* question = window().findChild<QMessageBox*>();
        QVERIFY(question->text().contains(u"being regenerated"_s));
        byName<QPushButton>(*question, u"Cancel"_s)->click();
        QTRY_VERIFY(!window().findChild<QMessageBox*>());

        action(u"Sign out"_s)->trigger();
        QVERIFY(window().session());
        byName<QPushButton>(*window().findChild<QMessageBox*>(), u"Sign out anyway"_s)->click();
        QVERIFY(!window().session());
    }

    // In every view that there is, one that is added later included.
    void forgetSecrets_anyView_nothingSecretCanBeCopied()
    {
        openDemo();
        choose(u"acs-prod-00000"_s);
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(button(u"Copy connection string"_s)->isEnabled());
        QTRY_VERIFY(button(u"Get keys from Azure"_s)->isEnabled());
        action(u"Regeneration history…"_s)->trigger();
        action(u"Whose key is this?…"_s)->trigger();
        dialog(u"Whose key is this?"_s)->findChild<QLineEdit*>()->setText(u"pasted"_s);
        action(u"Regenerate…"_s)->trigger();
        QDialog* regenerate = dialog(u"Regenerate an access key"_s);
        QTRY_VERIFY(byName<QPushButton>(*regenerate, u"Copy it"_s)->isEnabled());
        QVERIFY(!copiedSecrets().isEmpty());

        window().forgetSecrets(u"The screen was locked."_s);
        QCOMPARE(copiedSecrets(), QStringList());
        QVERIFY(says(*regenerate, u"The screen was locked."_s));
        QVERIFY(!dialog(u"Whose key is this?"_s));
    }

    void closing_clearsTheClipboard()
    {
        m_world->clipboard.copy(Secret::copyOf(u"secret"_s), u"a test"_s);
        QVERIFY(window().close());
        QCOMPARE(pasted(), QString());
    }

    void settingsAreKeptAndTakeEffect()
    {
        action(u"Settings…"_s)->trigger();
        QDialog* settings = dialog(u"Settings"_s);
        combo(*settings, u"Cloud"_s)->setCurrentText(u"AzureChinaCloud"_s);
        byName<QPushButton>(*settings, u"OK"_s)->click();
        QCOMPARE(m_world->settings.settings().cloud, u"AzureChinaCloud"_s);
        QVERIFY(says(window(), u"Cloud: AzureChinaCloud"_s));
    }

    void theWindowComesBackAsItWasLeft()
    {
        openDemo();
        window().resize(901, 602);
        choose(u"acs-prod-00008"_s);
        byName<QLineEdit>(window(), u"Filter resources…"_s)->setText(u"prod"_s);
        list().setColumnWidth(0, 222);
        QVERIFY(window().close());

        m_world->makeWindow();
        openDemo();
        QCOMPARE(window().size(), QSize(901, 602));
        QCOMPARE(list().columnWidth(0), 222);
        QCOMPARE(byName<QLineEdit>(window(), u"Filter resources…"_s)->text(), u"prod"_s);
        QCOMPARE(list().currentResource()->name(), u"acs-prod-00008"_s);
    }

    void tabGoesThroughTheWindowAsItIsRead()
    {
        m_world->remindOfNoKeys(); // the message would stand before the list
        openDemo();
        choose(u"acs-prod-00000"_s);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        const auto* toolBar = window().findChild<QToolBar*>();
        auto* refresh = toolBar->findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
        for (auto* button : toolBar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
            refresh = button->text() == u"Refresh"_s ? button : refresh;
        }
        refresh->setFocus();
        const QList<QWidget*> order{byName<QLineEdit>(window(), u"Filter resources…"_s), combo(window(), u"Tenant"_s),
                                    combo(window(), u"Subscription"_s), button(u"Avery Hart"_s), &list()};
        for (QWidget* expected : order) {
            QTest::keyClick(window().focusWidget(), Qt::Key_Tab);
            QVERIFY2(expected->hasFocus(), qPrintable(spokenName(expected)));
        }
    }

    void everyControlHasAName()
    {
        expectNames();
        openDemo();
        choose(u"acs-prod-00000"_s);
        expectNames();
        action(u"Settings…"_s)->trigger();
        expectNames();
    }

private:
    [[nodiscard]] MainWindow& window() const { return *m_world->window; }
    [[nodiscard]] ResourceListView& list() const { return *window().findChild<ResourceListView*>(); }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(window(), name); }

    // On Linux Qt tells screen readers a combo box's text as its name.
    [[nodiscard]] static QComboBox* combo(const QWidget& within, const QString& name)
    {
        for (QComboBox* box : within.findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QAction* action(const QString& text) const
    {
        for (QAction* action : window().findChildren<QAction*>()) {
            if (action->text().remove(u'&') == text && !action->menu() &&
                qobject_cast<QWidget*>(action->parent()) == nullptr) {
                return action;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QDialog* dialog(const QString& title) const
    {
        for (QDialog* dialog : window().findChildren<QDialog*>()) {
            if (dialog->isVisible() && dialog->windowTitle() == title) {
                return dialog;
            }
        }
        return nullptr;
    }
    [[nodiscard]] static QString pasted()
    {
        QLineEdit field;
        field.paste();
        return field.text();
    }

    [[nodiscard]] static bool opensMenu(const QAbstractButton& button)
    {
        const auto* pushed = qobject_cast<const QPushButton*>(&button);
        return pushed && pushed->menu(); // a click would wait for the menu to close
    }

    // Presses whatever may copy, in every window, and returns what put a secret on the clipboard.
    [[nodiscard]] QStringList copiedSecrets() const
    {
        QStringList found;
        for (const QWidget* top : QApplication::topLevelWidgets()) {
            for (QAbstractButton* candidate : top->findChildren<QAbstractButton*>()) {
                if (candidate->text().contains(u"Copy"_s) && candidate->isVisible() && candidate->isEnabled() &&
                    !opensMenu(*candidate) && candidate->window() == top) {
                    m_world->clipboard.copyPlain(u"before"_s);
                    candidate->click();
                    if (m_world->clipboard.holdsSecret()) {
                        found << candidate->text();
                    }
                }
            }
            for (QMenu* menu : top->findChildren<QMenu*>()) {
                emit menu->aboutToShow();
                for (QAction* candidate : menu->actions()) {
                    const bool mayCopy = menu->metaObject()->className() == QByteArrayView("CommKeys::CopyAsMenu") ||
                                         candidate->text().contains(u"Copy"_s);
                    m_world->clipboard.copyPlain(u"before"_s);
                    if (mayCopy && candidate->isEnabled() && !candidate->menu()) {
                        candidate->trigger();
                    }
                    if (m_world->clipboard.holdsSecret()) {
                        found << candidate->text();
                    }
                }
            }
        }
        return found;
    }

    void openDemo()
    {
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }
    void openAzureCli()
    {
        button(u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }
    void choose(const QString& name)
    {
        const QModelIndexList found =
            list().model()->match(list().model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString);
        QCOMPARE(found.size(), 1);
        list().selectRow(found.first().row());
        QCOMPARE(list().currentResource()->name(), name);
    }
    // As after closing the dialog while it runs.
    void regenerateWithoutDialog()
    {
        choose(u"acs-prod-00000"_s);
        QVERIFY(window().session()->rotations().regenerate(*list().currentResource(), KeyType::Primary));
        QTRY_COMPARE(m_world->azure.count("POST", u"regenerateKey"_s), 1);
    }
    void expectNames() const
    {
        for (QWidget* widget : window().findChildren<QWidget*>()) {
            const bool isControl = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
                                   !qobject_cast<QMenu*>(widget) && !widget->inherits("QScrollArea") &&
                                   !widget->parentWidget()->inherits("QAbstractSpinBox"); // the box has the name
            if (isControl && spokenName(widget).isEmpty()) {
                QFAIL(qPrintable(u"no name: "_s + QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                                 QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
            }
        }
    }

    std::unique_ptr<WindowWorld> m_world;
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::MainWindowTest)
#include "mainwindowtest.moc"
