// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keyagereminder.h"

#include "britishenglish.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class KeyAgeReminderTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<WindowWorld>();
        m_world->azure.faults().activityLogLag = 0s;
    }
    void cleanup() { m_world.reset(); }

    void aListingBringsTheAgesWithOneQueryASubscription()
    {
        const QAbstractItemModelTester tester(list().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        open();
        QTRY_VERIFY(!bar().isEmpty());
        QCOMPARE(logQueries(), listed);
        QCOMPARE(m_world->azure.count("POST", u"/communicationServices/"_s), 0);
        QVERIFY(textOf(u"acs-prod-00000"_s).endsWith(u", due"_s));
    }

    void resourceGraphDoesNotTellWhenAResourceWasMadeSoItsListDoesOnce()
    {
        open();
        QTRY_VERIFY(!bar().isEmpty());
        // And, at each listing, the subscription in which the index has nothing.
        QCOMPARE(resourceLists(), listed + 1);
        m_world->clock->advance(1h); // soon after a listing more is asked for directly
        refresh();
        // Now also the one with a resource that is being updated, of which the index may be out of date.
        QCOMPARE(resourceLists(), listed + 3);
    }

    void aResourceOfWhichNobodyKnowsWhenItWasMadeIsNotCalledOld()
    {
        // Beside those that have resources, the one in which the index has nothing is asked.
        for (int subscription = 0; subscription < listed + 1; ++subscription) {
            m_world->azure.faults().next.append(SimulatedFault::given("GET", u"communicationServices"_s, 403));
        }
        open();
        QTRY_COMPARE(resourceLists(), listed + 1);
        settle();
        QCOMPARE(textOf(u"acs-prod-00000"_s), u"unknown"_s);
        QVERIFY(bar().isEmpty());
        refresh(); // asks again for what is still not known
        QTRY_VERIFY(!bar().isEmpty());
    }

    void aListingThatIsCancelledAsksForNoLog()
    {
        m_world->azure.faults().resourceGraph = false;
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("GET", u"communicationServices"_s, SimulatedFault::Reply::Silence)};
        byName<QPushButton>(window(), u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u"Listed 5 of 6 subscriptions"_s));
        byName<QPushButton>(window(), u"Cancel"_s)->click();
        QTRY_VERIFY(says(window(), u"The listing was cancelled"_s));
        settle();
        QCOMPARE(logQueries(), 0);
    }

    void aLogThatDoesNotAnswerIsCutOffByTheNextListing()
    {
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("GET", u"eventtypes"_s, SimulatedFault::Reply::Silence)};
        open();
        QTRY_COMPARE(logQueries(), listed);
        settle();
        QVERIFY(bar().isEmpty());
        refresh();
        QTRY_VERIFY(!bar().isEmpty());
        QTRY_VERIFY(window().findChildren<Job*>().isEmpty());
    }

    void choosingAResourceAsksNoSecondTime()
    {
        open();
        QTRY_VERIFY(!bar().isEmpty());
        for (int row = 0; row < 5; ++row) {
            list().selectRow(row);
            QCoreApplication::processEvents();
        }
        QCOMPARE(logQueries(), listed);
    }

    void showThemSortsByAge()
    {
        open();
        QTRY_VERIFY(!bar().isEmpty());
        for (QAction* action : list().columnActions()) {
            action->setChecked(action->text() != u"Key age"_s);
        }
        QVERIFY(list().isColumnHidden(ResourceListModel::Age));
        byName<QPushButton>(window(), u"Show them"_s)->click();
        QVERIFY(!list().isColumnHidden(ResourceListModel::Age));
        int last = std::numeric_limits<int>::max();
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            const int age = list().model()->index(row, ResourceListModel::Age).data(ResourceListModel::AgeRole).toInt();
            QVERIFY(age <= last);
            last = age;
        }
        QVERIFY(!bar().isEmpty());
    }

    void whoHasClosedItIsNotRemindedAgainOnThatDay()
    {
        open();
        QTRY_VERIFY(!bar().isEmpty());
        closeBar();
        refresh();
        QVERIFY(bar().isEmpty());

        m_world->makeWindow();
        open();
        QTRY_COMPARE(logQueries(), 3 * listed);
        settle();
        QVERIFY(bar().isEmpty());

        m_world->clock->advance(24h);
        refresh();
        QTRY_VERIFY(!bar().isEmpty());
    }

    void theDesktopIsToldOnceADay()
    {
        m_world->notifies = true;
        m_world->makeWindow();
        open();
        QTRY_COMPARE(m_world->notified.size(), 1);
        QVERIFY(m_world->notified.first().endsWith(u" have a key older than 90 days."_s));
        refresh();
        m_world->makeWindow();
        open();
        settle();
        QCOMPARE(m_world->notified.size(), 1);
        m_world->clock->advance(24h);
        refresh();
        QTRY_COMPARE(m_world->notified.size(), 2);
    }

    void theDemoDoesNotTroubleTheDesktop()
    {
        m_world->notifies = true;
        m_world->makeWindow();
        byName<QPushButton>(window(), u"Try the demo"_s)->click();
        QTRY_VERIFY(!bar().isEmpty());
        QVERIFY(m_world->notified.isEmpty());
    }

    void theSettingsDecideWhatIsOld()
    {
        open();
        QTRY_VERIFY(!bar().isEmpty());
        Settings settings = m_world->settings.settings();
        settings.keyAgeReminderDays = 0;
        m_world->settings.overrideForThisRun(settings);
        QVERIFY(bar().isEmpty());
        QVERIFY(!textOf(u"acs-prod-00000"_s).contains(u"due"_s));
        settings.keyAgeReminderDays = 30;
        m_world->settings.overrideForThisRun(settings);
        QVERIFY(bar().endsWith(u" have a key older than 30 days."_s));
    }

    void aLogThatMayNotBeReadLeavesTheAgeUnknown()
    {
        m_world->azure.faults().next = {
            SimulatedFault::given("GET", u"eventtypes"_s, 403), SimulatedFault::given("GET", u"eventtypes"_s, 403),
            SimulatedFault::given("GET", u"eventtypes"_s, 403), SimulatedFault::given("GET", u"eventtypes"_s, 403),
            SimulatedFault::given("GET", u"eventtypes"_s, 403), SimulatedFault::given("GET", u"eventtypes"_s, 403)};
        open();
        QTRY_COMPARE(logQueries(), listed);
        settle();
        QCOMPARE(textOf(u"acs-prod-00000"_s), u"unknown"_s);
        QVERIFY(bar().isEmpty());
    }

private:
    static constexpr int listed = 5; ///< subscriptions of the demo's six that have a resource in them

    [[nodiscard]] MainWindow& window() const { return *m_world->window; }
    [[nodiscard]] ResourceListView& list() const { return *window().findChild<ResourceListView*>(); }
    [[nodiscard]] int logQueries() const { return m_world->azure.count("GET", u"eventtypes"_s); }
    [[nodiscard]] int resourceLists() const { return m_world->azure.count("GET", u"/communicationServices"_s); }
    /// What the reminder says; empty: it is not there.
    [[nodiscard]] QString bar() const
    {
        for (const QLabel* label : window().findChildren<QLabel*>()) {
            if (label->isVisibleTo(&window()) && label->text().contains(u" have a key older than "_s)) {
                return label->text();
            }
        }
        return {};
    }
    [[nodiscard]] QString textOf(const QString& name) const
    {
        const QAbstractItemModel& model = *list().model();
        const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString);
        return found.isEmpty() ? QString() : found.first().siblingAtColumn(ResourceListModel::Age).data().toString();
    }
    void open()
    {
        byName<QPushButton>(window(), u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }
    void refresh()
    {
        const int before = logQueries();
        for (QAction* action : window().findChildren<QAction*>()) {
            if (action->shortcut() == QKeySequence(Qt::Key_F5)) {
                action->trigger();
            }
        }
        QTRY_COMPARE(logQueries(), before + listed);
        settle();
    }
    /// Lets what was answered be told.
    static void settle()
    {
        for (int turn = 0; turn < 50; ++turn) {
            QCoreApplication::processEvents();
        }
    }
    void closeBar()
    {
        for (QPushButton* button : window().findChildren<QPushButton*>()) {
            const bool isBars = button->parentWidget()->findChild<QPushButton*>() != nullptr &&
                                says(*button->parentWidget(), u" have a key older than "_s);
            if (isBars && button->isVisibleTo(&window()) && spokenName(button) == u"Close"_s) {
                button->click();
                return;
            }
        }
        QFAIL("the reminder cannot be closed");
    }

    const BritishEnglish m_english;
    std::unique_ptr<WindowWorld> m_world;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::KeyAgeReminderTest)
#include "keyageremindertest.moc"
