// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "britishenglish.h"
#include "core/version.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/shortcutsdialog.h"
#include "mainwindow/versionreport.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

/// What people expect of any window: that it is found as it was left, that it comes when it is called.
class WindowHabitsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<WindowWorld>(); }
    void cleanup() { m_world.reset(); }

    void aSecondStartBringsTheWindowToTheFront()
    {
        window().showMinimized();
        window().startedAgain({}, {});
        QVERIFY(!window().isMinimized());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QVERIFY(!button(u"Close"_s));
    }

    void aSecondStartThatWantsSomethingElseIsToldAndSwitchesNothing()
    {
        m_world->remindOfNoKeys(); // there is one message with a "Close", whenever the logs have been read
        openDemo();
        CommandLine line;
        line.cloud = u"AzureChinaCloud"_s;
        window().startedAgain(line, {});
        QVERIFY(says(window(), u"CommKeys was started again with --cloud AzureChinaCloud."_s));
        QVERIFY(window().session()->isDemo());
        QVERIFY(m_world->settings.settings().cloud != line.cloud);

        button(u"Close"_s)->click();
        line.cloud = m_world->settings.settings().cloud;
        window().startedAgain(line, {});
        QVERIFY(!says(window(), u"started again"_s));
    }

    void columnsComeBackAsTheyWereLeft()
    {
        openDemo();
        QHeaderView* header = list().horizontalHeader();
        header->moveSection(header->visualIndex(ResourceListModel::DataLocation), 1);
        header->resizeSection(ResourceListModel::DataLocation, 133); // the last one that shows takes what is left
        list().setColumnHidden(ResourceListModel::ResourceGroup, true);
        list().sortByColumn(ResourceListModel::DataLocation, Qt::DescendingOrder);
        const QString first = list().model()->index(0, 0).data().toString();
        QVERIFY(window().close());

        m_world->makeWindow();
        openDemo();
        header = list().horizontalHeader();
        QCOMPARE(header->visualIndex(ResourceListModel::DataLocation), 1);
        QCOMPARE(header->sectionSize(ResourceListModel::DataLocation), 133);
        QVERIFY(list().isColumnHidden(ResourceListModel::ResourceGroup));
        QCOMPARE(header->sortIndicatorSection(), ResourceListModel::DataLocation);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(list().model()->index(0, 0).data().toString(), first);
    }

    void filtersComeBackAsTheyWereLeft()
    {
        openDemo();
        combo(u"Tenant"_s)->setCurrentText(u"Fabrikam"_s);
        combo(u"Subscription"_s)->setCurrentIndex(1);
        const QString subscription = combo(u"Subscription"_s)->currentText();
        const int rows = list().model()->rowCount();
        QVERIFY(window().close());

        m_world->makeWindow();
        openDemo();
        QCOMPARE(combo(u"Tenant"_s)->currentText(), u"Fabrikam"_s);
        QCOMPARE(combo(u"Subscription"_s)->currentText(), subscription);
        QCOMPARE(list().model()->rowCount(), rows);
    }

    void filtersAreKeptOverAStartInWhichNobodySignsIn()
    {
        openDemo();
        combo(u"Tenant"_s)->setCurrentText(u"Fabrikam"_s);
        QVERIFY(window().close());
        m_world->makeWindow();
        QVERIFY(window().close());
        m_world->makeWindow();
        openDemo();
        QCOMPARE(combo(u"Tenant"_s)->currentText(), u"Fabrikam"_s);
    }

    void aClearedFilterStaysCleared()
    {
        openDemo();
        combo(u"Tenant"_s)->setCurrentText(u"Fabrikam"_s);
        byName<QLineEdit>(window(), u"Filter resources…"_s)->setText(u"zzz"_s);
        button(u"Clear filter"_s)->click();
        QCOMPARE(combo(u"Tenant"_s)->currentIndex(), 0);
        QCOMPARE(list().model()->rowCount(), 33);
        QVERIFY(window().close());
        m_world->makeWindow();
        openDemo();
        QCOMPARE(list().model()->rowCount(), 33);
    }

    void columnsAreChosenInTheHeadersMenuAndInTheViewMenu()
    {
        openDemo();
        QHeaderView* header = list().horizontalHeader();
        emit header->customContextMenuRequested(QPoint(1, 1));
        QMenu* menu = openMenu();
        QVERIFY(menu != nullptr);
        itemOf(*menu, u"Host name"_s)->trigger();
        QVERIFY(!list().isColumnHidden(ResourceListModel::HostName));
        menu->close();

        QAction* inView = command(u"Host name"_s);
        QVERIFY(inView != nullptr && inView->isChecked());
        inView->trigger();
        QVERIFY(list().isColumnHidden(ResourceListModel::HostName));
    }

    void theMenuKeyOpensTheCommandsOfTheResource()
    {
        openDemo();
        choose(u"acs-prod-00000"_s);
        QContextMenuEvent byKeyboard(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&list(), &byKeyboard);
        QMenu* menu = openMenu();
        QVERIFY(menu != nullptr);
        QVERIFY(list().viewport()->rect().contains(list().viewport()->mapFromGlobal(menu->pos())));
        itemOf(*menu, u"Copy resource id"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), list().currentResource()->id.toString());
    }

    void whatIsCutShortIsWholeInAToolTip()
    {
        openDemo();
        combo(u"Subscription"_s)->setCurrentText(u"Production"_s);
        QVERIFY(combo(u"Subscription"_s)->toolTip().startsWith(u"Production\n"_s));
        combo(u"Subscription"_s)->setCurrentIndex(0);
        QCOMPARE(combo(u"Subscription"_s)->toolTip(), QString());
        const QAbstractItemModel& model = *list().model();
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
            const QModelIndex cell = model.index(0, column);
            QVERIFY(cell.data().toString().isEmpty() || !cell.data(Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void theShortcutsPageHasEveryCommandWithItsKeys()
    {
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), Qt::Key_F1);
        auto* page = window().findChild<ShortcutsDialog*>();
        QVERIFY(page != nullptr);
        QCOMPARE(page->windowTitle(), u"Keyboard shortcuts"_s);
        const auto* tree = byName<QTreeWidget>(*page, u"Keyboard shortcuts"_s);
        QVERIFY(tree != nullptr);
        QHash<QString, QString> shown;
        for (QTreeWidgetItemIterator item(const_cast<QTreeWidget*>(tree)); *item; ++item) {
            shown.insert((*item)->text(0), (*item)->text(1));
        }
        QVERIFY(commands().size() > 15);
        for (const QAction* action : commands()) {
            const QString text = action->text().remove(u'&');
            QVERIFY2(shown.contains(text), qPrintable(text));
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(shown.value(text).contains(keys.toString(QKeySequence::NativeText)), qPrintable(text));
            }
        }
        command(u"Keyboard shortcuts"_s)->trigger();
        QCOMPARE(window().findChildren<ShortcutsDialog*>().size(), 1);
    }

    void noTwoCommandsShareAKey()
    {
        QHash<QKeySequence, QString> owners;
        for (const QAction* action : commands()) {
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!owners.contains(keys), qPrintable(owners.value(keys) + u" and "_s + action->text()));
                owners.insert(keys, action->text());
            }
        }
        QVERIFY(owners.contains(QKeySequence(Qt::CTRL | Qt::Key_Q)));
    }

    void everyCommandIsInAMenu()
    {
        const QList<QAction*> all = window().findChild<MainWindowActions*>()->findChildren<QAction*>();
        for (const QAction* action : all) {
            QVERIFY2(action->isSeparator() || action->menu() != nullptr || commands().contains(action),
                     qPrintable(action->text()));
        }
    }

    void theAboutBoxHasWhatABugReportNeeds()
    {
        openDemo();
        command(u"About CommKeys"_s)->trigger();
        auto* box = window().findChild<QDialog*>();
        QCOMPARE(box->windowTitle(), u"About CommKeys"_s);
        byName<QPushButton>(*box, u"Copy"_s)->click();
        const QString report = QGuiApplication::clipboard()->text();
        QCOMPARE(report, versionReport());
        QVERIFY(says(*box, report));
        for (const QString& fact : {u"CommKeys: "_s + versionText, u"Qt: "_s + QString::fromLatin1(qVersion()),
                                    u"System: "_s, u"Platform plugin: offscreen"_s, u"Locale: "_s, u"Keychain: "_s}) {
            QVERIFY2(report.contains(fact), qPrintable(fact));
        }
        QVERIFY(!report.contains(u"avery"_s, Qt::CaseInsensitive));
        QVERIFY(!report.contains(QSysInfo::machineHostName()));
        QVERIFY(box->isVisible());
    }

    void whatHasNoTextHasAName()
    {
        openDemo();
        byName<QLineEdit>(window(), u"Filter resources…"_s)->setText(u"acs"_s);
        QVERIFY(byName<QToolButton>(window(), u"Clear the text"_s));
        QVERIFY(byName<QToolBar>(window(), u"Tool bar"_s));
        for (const QString& name : {u"Tenant"_s, u"Subscription"_s}) {
            QCOMPARE(QAccessible::queryAccessibleInterface(combo(name))->text(QAccessible::Description), name);
        }
    }

    void theRegenerateDialogHandsTheKeyboardToWhatIsSafe()
    {
        openDemo();
        choose(u"acs-prod-00000"_s);
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("POST", u"regenerateKey"_s, SimulatedFault::Reply::Silence)};
        command(u"Regenerate…"_s)->trigger();
        const auto* dialog = window().findChild<QDialog*>();
        byName<QCheckBox>(*dialog, u"I have moved my applications off the primary key"_s)->click();
        auto* go = byName<QPushButton>(*dialog, u"Regenerate primary key"_s);
        go->setFocus();
        go->click();
        QTRY_VERIFY(byName<QPushButton>(*dialog, u"Close"_s));
        QCOMPARE(dialog->focusWidget(), byName<QPushButton>(*dialog, u"Close"_s));
    }

    void tabGoesThroughTheSignInDialogAsItIsRead()
    {
        const QDialog* dialog = openSignInDialog();
        QVERIFY(dialog != nullptr);
        auto* withCode = byName<QPushButton>(*dialog, u"Sign in with a code"_s);
        withCode->setFocus();
        QTest::keyClick(withCode, Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), byName<QPushButton>(*dialog, u"Cancel"_s));
    }

    void theProgramCanBeQuitFromTheSignInDialog()
    {
        QDialog* dialog = openSignInDialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!window().isVisible());
    }

    void withoutANetworkTheListIsAsItWasAndKeptKeysAreRead()
    {
        resume();
        QTRY_VERIFY(says(window(), u" · updated "_s));
        choose(u"acs-prod-00000"_s);
        button(u"Get keys from Azure"_s)->click();
        QTRY_VERIFY(says(window(), u"In keychain ✓ current"_s));
        QVERIFY(window().close());

        cutTheNetwork(true);
        m_world->makeWindow();
        resume();
        QTRY_VERIFY(says(window(), u"Azure cannot be reached. The list is as of "_s));
        QVERIFY(!says(window(), u"could not be listed"_s));
        QCOMPARE(list().model()->rowCount(), 33);
        QCOMPARE(list().currentResource()->name(), u"acs-prod-00000"_s);
        QTRY_VERIFY(says(window(), u"In keychain, as of "_s));
        const qsizetype before = m_world->azure.count("POST", {});
        button(u"Copy connection string"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"endpoint=https://acs-prod-00000."_s));
        QCOMPARE(m_world->azure.count("POST", {}), before);

        cutTheNetwork(false);
        button(u"Try again"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
        QVERIFY(!says(window(), u"Azure cannot be reached"_s));
    }

    void withoutANetworkAndAListItSaysThatItFailed()
    {
        cutTheNetwork(true);
        resume();
        QTRY_VERIFY(says(window(), u"The resources could not be listed"_s));
        QVERIFY(button(u"Try again"_s));
    }

    void aSignOutForgetsTheListAndTheDemoKeepsNone()
    {
        const QString kept = m_world->folder.filePath(u"resources.json"_s);
        openDemo();
        QVERIFY(!QFile::exists(kept));
        window().signOut();
        resume();
        QTRY_VERIFY(QFile::exists(kept));
        window().signOut();
        QVERIFY(!QFile::exists(kept));
    }

    void anotherFailureIsNotTakenForAMissingNetwork()
    {
        listOnce();
        m_world->azure.faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
        resume();
        QTRY_VERIFY(says(window(), u"not allowed to do this"_s));
        QVERIFY(!says(window(), u"Azure cannot be reached"_s));
        QCOMPARE(list().model()->rowCount(), 33); // of last time
        QVERIFY(says(window(), u" · updated "_s));
    }

    void theLastListIsThereWhileTheNewOneComes()
    {
        listOnce();
        m_world->clock->advance(25h);
        const int asked = m_world->azure.count("GET", u"/tenants"_s);
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("GET", u"/tenants"_s, SimulatedFault::Reply::Silence)};
        resume();
        QTRY_COMPARE(list().model()->rowCount(), 33);
        QVERIFY(button(u"Cancel"_s));
        QTRY_VERIFY(says(window(), u" · updated 15/01/2026 "_s));
        QTRY_COMPARE(m_world->azure.count("GET", u"/tenants"_s), asked + 1); // it is this one that has no answer
        list().selectRow(7);
        const QString chosen = list().currentResource()->name();
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(says(window(), u"The listing was cancelled"_s));
        QCOMPARE(list().model()->rowCount(), 33);

        QTest::keyClick(&window(), Qt::Key_F5);
        QTRY_VERIFY(says(window(), u" · updated "_s) && !says(window(), u" · updated 15/01/2026 "_s));
        QCOMPARE(list().model()->rowCount(), 33);
        QCOMPARE(list().currentResource()->name(), chosen);
    }

    void whatDoesNotAnswerIsAsItWasAlsoAtTheNextStart()
    {
        listOnce();
        for (int start = 0; start < 2; ++start) {
            m_world->azure.faults().resourceGraph = false;
            SimulatedFault down = SimulatedFault::given("GET", m_world->subscription(u"Staging"_s).toString(), 503);
            down.times = 1000;
            m_world->azure.faults().next = {down};
            resume();
            letRetriesPass();
            QTRY_VERIFY(says(window(), u"could not be listed"_s));
            QCOMPARE(list().model()->rowCount(), 33);
            m_world->makeWindow();
        }
    }

    void whatIsGoneSinceTheLastListGoes()
    {
        listOnce();
        m_world->azure.faults().forbiddenSubscriptions = {m_world->subscription(u"Staging"_s)};
        resume();
        QTRY_VERIFY(says(window(), u"could not be listed"_s));
        QTRY_VERIFY(list().model()->rowCount() < 33);
    }

private:
    // Everything fails to reach Azure, tokens first.
    void cutTheNetwork(bool cut)
    {
        m_world->opener.tokenFaults.error =
            cut ? std::optional(Error::of(ErrorKind::Network, u"There is no connection."_s)) : std::nullopt;
    }
    // A request that is to be repeated waits for its time.
    void letRetriesPass()
    {
        for (int second = 0; second < 120 && !says(window(), u"could not be listed"_s); ++second) {
            QTest::qWait(5);
            m_world->clock->advance(2s);
        }
    }
    // A first start that has listed everything, and then the next one.
    void listOnce()
    {
        resume();
        QTRY_VERIFY(QFile::exists(m_world->folder.filePath(u"resources.json"_s)));
        m_world->makeWindow();
    }
    void resume()
    {
        m_world->opener.someoneIsSignedIn = true;
        window().resume();
    }
    [[nodiscard]] QDialog* openSignInDialog()
    {
        resume();
        for (QAction* action : window().findChildren<QAction*>()) {
            if (action->text().remove(u'&') == u"Sign in with another account…"_s) {
                action->trigger();
            }
        }
        for (QDialog* dialog : window().findChildren<QDialog*>()) {
            if (dialog->windowTitle() == u"Sign in"_s) {
                return dialog;
            }
        }
        return nullptr;
    }

    // What the menus offer, submenus included.
    [[nodiscard]] QList<const QAction*> commands() const
    {
        QList<const QAction*> all;
        QList<const QMenu*> menus;
        for (const QAction* top : window().menuBar()->actions()) {
            menus.append(top->menu());
        }
        while (!menus.isEmpty()) {
            for (const QAction* action : menus.takeFirst()->actions()) {
                if (action->menu()) {
                    menus.append(action->menu());
                } else if (!action->isSeparator()) {
                    all.append(action);
                }
            }
        }
        return all;
    }
    [[nodiscard]] QAction* command(const QString& text) const
    {
        for (const QAction* action : commands()) {
            if (action->text().remove(u'&') == text) {
                return const_cast<QAction*>(action);
            }
        }
        return nullptr;
    }
    [[nodiscard]] QMenu* openMenu() const
    {
        for (QMenu* menu : list().findChildren<QMenu*>()) {
            if (menu->isVisible()) {
                return menu;
            }
        }
        return nullptr;
    }
    [[nodiscard]] static QAction* itemOf(const QMenu& menu, const QString& text)
    {
        for (QAction* action : menu.actions()) {
            if (action->text().remove(u'&') == text) {
                return action;
            }
        }
        return nullptr;
    }
    [[nodiscard]] MainWindow& window() const { return *m_world->window; }
    [[nodiscard]] ResourceListView& list() const { return *window().findChild<ResourceListView*>(); }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(window(), name); }

    // On Linux Qt tells screen readers a combo box's text as its name.
    [[nodiscard]] QComboBox* combo(const QString& name) const
    {
        for (QComboBox* box : window().findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) {
                return box;
            }
        }
        return nullptr;
    }

    void openDemo()
    {
        button(u"Try the demo"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }
    void choose(const QString& name)
    {
        const QModelIndexList found =
            list().model()->match(list().model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString);
        QCOMPARE(found.size(), 1);
        list().selectRow(found.first().row());
    }

    const BritishEnglish m_english;
    std::unique_ptr<WindowWorld> m_world;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WindowHabitsTest)
#include "windowhabitstest.moc"
