// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistpane.h"

#include "resourcelist/resourcefiltermodel.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/resources.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceListPaneTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_resources = std::make_unique<ResourceListModel>();
        m_pane = std::make_unique<ResourceListPane>(*m_resources, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(view().model(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_pane->resize(600, 200);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup()
    {
        m_tester.reset();
        m_pane.reset();
        m_resources.reset();
    }

    void whileListingAnEmptyListIsNotYetAListOfNothing()
    {
        m_pane->setListing(true);
        QVERIFY(says(*m_pane, u"Looking for resources…"_s));
        m_pane->setListing(false);
        QVERIFY(says(*m_pane, u"No Communication Services resources"_s));
    }

    void anEmptyListSaysWhatToDoNext()
    {
        QSignalSpy refresh(m_pane.get(), &ResourceListPane::refreshRequested);
        QVERIFY(says(*m_pane, u"Reader role"_s));
        byName<QPushButton>(*m_pane, u"Refresh"_s)->click();
        QCOMPARE(refresh.count(), 1);
    }

    void aFailedListingOffersToTryAgain()
    {
        QSignalSpy refresh(m_pane.get(), &ResourceListPane::refreshRequested);
        m_pane->setFailed(true);
        QVERIFY(says(*m_pane, u"The resources could not be listed"_s));
        byName<QPushButton>(*m_pane, u"Try again"_s)->click();
        QCOMPARE(refresh.count(), 1);
        m_pane->setListing(true);
        m_pane->setListing(false);
        QVERIFY(!says(*m_pane, u"could not be listed"_s));
    }

    void aFilterThatHidesEverythingOffersToBeCleared()
    {
        QSignalSpy clear(m_pane.get(), &ResourceListPane::clearFilterRequested);
        m_resources->append(resourceRows(resourcesNamed({u"a"_s})));
        m_pane->filter().setText(u"zzz"_s);
        QVERIFY(says(*m_pane, u"No resource matches the filter"_s));
        byName<QPushButton>(*m_pane, u"Clear filter"_s)->click();
        QCOMPARE(clear.count(), 1);
        m_pane->filter().setText({});
        QVERIFY(view().isVisible());
    }

    void theKeyboardGoesToTheListAsSoonAsThereIsOne()
    {
        m_pane->takeFocus();
        m_resources->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s})));
        QVERIFY(view().hasFocus());
        QVERIFY(!view().currentResource());
        QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(view().currentResource()->name(), u"a"_s);
    }

    void tabLeavesTheTable()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s})));
        QVERIFY(!view().tabKeyNavigation());
    }

    void enterAsksForTheKeys()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s})));
        QSignalSpy opened(&view(), &ResourceListView::opened);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 0);
        view().choose(resourceNamed(u"a"_s).id);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void theChoiceSurvivesARefreshAndTellsOfChanges()
    {
        m_resources->append(resourceRows(resourcesNamed({u"m"_s, u"n"_s})));
        view().choose(resourceNamed(u"n"_s).id);
        QSignalSpy changed(&view(), &ResourceListView::currentResourceChanged);
        QList<CommunicationService> news = resourcesNamed({u"n"_s, u"a"_s, u"z"_s});
        m_resources->update(resourceRows(news));
        QCOMPARE(view().currentResource()->name(), u"n"_s);
        QCOMPARE(changed.count(), 0);
        news[0].setHostName(u"new.example"_s);
        m_resources->update(resourceRows(news));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(view().currentResource()->hostName(), u"new.example"_s);
    }

    void aHiddenChoiceIsNotReplacedByItsNeighbourAndComesBack()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s})));
        view().choose(resourceNamed(u"b"_s).id);
        m_pane->filter().setText(u"c.unitedstates"_s);
        QVERIFY(!view().currentResource());
        m_pane->filter().setText({});
        QVERIFY(view().currentResource());
        QCOMPARE(view().currentResource()->name(), u"b"_s);
    }

    void aChoiceWaitsForItsResource()
    {
        view().choose(resourceNamed(u"late"_s).id);
        m_resources->append(resourceRows(resourcesNamed({u"early"_s})));
        QVERIFY(!view().currentResource());
        m_resources->append(resourceRows(resourcesNamed({u"late"_s})));
        QCOMPARE(view().currentResource()->name(), u"late"_s);
    }

    void rowsThatComeAboveDoNotMoveTheView()
    {
        QStringList many;
        for (int number = 100; number < 200; ++number) {
            many.append(u"m-%1"_s.arg(number));
        }
        m_resources->append(resourceRows(resourcesNamed(many)));
        view().verticalScrollBar()->setValue(50);
        const QString top = view().indexAt(QPoint(0, 0)).data().toString();
        m_resources->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s})));
        QTRY_COMPARE(view().indexAt(QPoint(0, 0)).data().toString(), top);
        m_resources->update(resourceRows(resourcesNamed(many)));
        QTRY_COMPARE(view().indexAt(QPoint(0, 0)).data().toString(), top);
    }

    void columnsCanBeHiddenAndComeBackAsTheyWere()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s})));
        QVERIFY(view().isColumnHidden(ResourceListModel::Tags));
        QVERIFY(!view().isColumnHidden(ResourceListModel::Subscription));
        for (QAction* action : view().columnActions()) {
            action->toggle();
        }
        QVERIFY(!view().isColumnHidden(ResourceListModel::Tags));
        QVERIFY(view().columnWidth(ResourceListModel::Tags) > 0);
        view().sortByColumn(ResourceListModel::State, Qt::DescendingOrder);
        const QByteArray state = view().columnState();

        ResourceListPane other(*m_resources, nullptr);
        other.view().restoreColumnState(u"rubbish"_s.toUtf8());
        QVERIFY(other.view().isColumnHidden(ResourceListModel::Tags));
        other.view().restoreColumnState(state);
        QVERIFY(!other.view().isColumnHidden(ResourceListModel::Tags));
        QVERIFY(other.view().isColumnHidden(ResourceListModel::Subscription));
        QCOMPARE(other.view().horizontalHeader()->sortIndicatorSection(), int(ResourceListModel::State));
        for (const QAction* action : other.view().columnActions()) {
            QCOMPARE(action->isChecked(), !other.view().isColumnHidden(action->data().toInt()));
        }
    }

    void theContextMenuHoldsTheViewsActions()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s})));
        auto* action = new QAction(u"Copy resource id"_s, &view());
        view().addAction(action);
        QContextMenuEvent onNothing(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view().viewport(), &onNothing);
        QVERIFY(view().findChildren<QMenu*>().isEmpty());
        view().choose(resourceNamed(u"a"_s).id);
        QContextMenuEvent onRow(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view().viewport(), &onRow);
        const QList<QMenu*> menus = view().findChildren<QMenu*>();
        QCOMPARE(menus.size(), 1);
        QCOMPARE(menus.first()->actions(), QList<QAction*>{action});
    }

private:
    [[nodiscard]] ResourceListView& view() const { return m_pane->view(); }

    std::unique_ptr<ResourceListModel> m_resources;
    std::unique_ptr<ResourceListPane> m_pane;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ResourceListPaneTest)
#include "resourcelistpanetest.moc"
