// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "mainwindow/translations.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// What people expect of any window: that it is found as it was left, that it comes when it is called.
class WindowHabitsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_translations.speak(u"en"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

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

private:
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

    Translations m_translations;
    std::unique_ptr<WindowWorld> m_world;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WindowHabitsTest)
#include "windowhabitstest.moc"
