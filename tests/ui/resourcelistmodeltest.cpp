// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistmodel.h"

#include "ui/resources.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceListModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<ResourceListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void batchesAreAddedAtTheEnd()
    {
        m_model->append(resourceRows(resourcesNamed({u"b"_s, u"a"_s})));
        m_model->append(resourceRows(resourcesNamed({u"c"_s})));
        QCOMPARE(names(), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    }

    void aResourceIsOneRowHoweverOftenItIsListed()
    {
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"a"_s})));
        m_model->append(resourceRows(resourcesNamed({u"A"_s})));
        QCOMPARE(m_model->rowCount(), 1);
        m_model->update(resourceRows(resourcesNamed({u"a"_s, u"A"_s})));
        QCOMPARE(m_model->rowCount(), 1);
    }

    void anEarlierListBringsOnlyWhatIsNotThereAndEachOnce()
    {
        m_model->beginListing();
        m_model->append(resourceRows(resourcesNamed({u"a"_s})));
        CommunicationService older = resourceNamed(u"A"_s);
        older.setHostName(u"elsewhere.example"_s);
        m_model->appendEarlier(resourceRows({older, resourceNamed(u"b"_s), resourceNamed(u"B"_s)}));
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(m_model->resource(0).hostName(), resourceNamed(u"a"_s).hostName());
        m_model->endListing();
        QCOMPARE(names(), QStringList({u"a"_s}));
    }

    void aRefreshChangesOnlyWhatIsDifferent()
    {
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s})));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QList<CommunicationService> news = resourcesNamed({u"a"_s, u"b"_s, u"c"_s});
        news[1].setHostName(u"elsewhere.example"_s);
        m_model->update(resourceRows(news));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(m_model->index(1, ResourceListModel::HostName).data().toString(), u"elsewhere.example"_s);
    }

    void aRefreshRemovesWhatIsGoneAndAddsWhatIsNew()
    {
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})));
        m_model->update(resourceRows(resourcesNamed({u"f"_s, u"e"_s, u"a"_s, u"c"_s})));
        QCOMPARE(names(), QStringList({u"a"_s, u"c"_s, u"e"_s, u"f"_s}));
        for (const QString& name : names()) {
            QCOMPARE(m_model->resource(*m_model->rowOf(resourceNamed(name).id)).name(), name);
        }
        QVERIFY(!m_model->rowOf(resourceNamed(u"b"_s).id));
    }

    void neighboursThatGoAreOneRemoval()
    {
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})));
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_model->update(resourceRows(resourcesNamed({u"a"_s, u"e"_s})));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(names(), QStringList({u"a"_s, u"e"_s}));
    }

    void anEmptyListingEmptiesTheModel()
    {
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s})));
        m_model->update({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void everyColumnHasAHeadingAndATip()
    {
        CommunicationService resource = resourceNamed(u"a"_s);
        resource.tags = {{u"environment"_s, u"production"_s}, {u"lonely"_s, QString()}};
        m_model->append(resourceRows({resource}));
        for (int column = 0; column < m_model->columnCount(); ++column) {
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!m_model->index(0, column).data(Qt::ToolTipRole).toString().isEmpty());
        }
        QCOMPARE(m_model->index(0, ResourceListModel::Tags).data().toString(), u"environment: production, lonely"_s);
        QCOMPARE(m_model->index(0, ResourceListModel::Name).data(Qt::ToolTipRole).toString(), resource.id.toString());
    }

    void theAgeOfTheKeysIsAColumn()
    {
        const QDateTime now = QDateTime::fromString(u"2026-01-15T10:42:00Z"_s, Qt::ISODate);
        m_model->append(resourceRows(resourcesNamed({u"a"_s, u"b"_s, u"c"_s, u"d"_s})));
        QCOMPARE(age(0), u"unknown"_s);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setKeyAges({{resourceNamed(u"a"_s).id, {KeyAge::Kind::Since, now.addDays(-97), true}},
                             {resourceNamed(u"b"_s).id, {KeyAge::Kind::Before, {}, true}},
                             {resourceNamed(u"c"_s).id, {KeyAge::Kind::Since, now.addDays(-12), false}},
                             {resourceNamed(u"gone"_s).id, {KeyAge::Kind::Before, {}, true}}},
                            now, 90);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(age(0), u"97 day(s), due"_s);
        QCOMPARE(age(1), u"over 90 day(s), due"_s);
        QCOMPARE(age(2), u"12 day(s) or more"_s);
        QCOMPARE(age(3), u"unknown"_s);
        QCOMPARE(m_model->dueCount(), 2);
        // Text and shape, so that nobody has to tell colours apart.
        QVERIFY(!ageCell(0).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(!ageCell(2).data(Qt::DecorationRole).isValid());

        m_model->setKeyAges({}, now, 0);
        QCOMPARE(age(0), u"97 day(s)"_s);
        QCOMPARE(m_model->dueCount(), 0);
        changed.clear();
        m_model->setKeyAges({}, now, 0);
        QCOMPARE(changed.count(), 0);
    }

    void aRefreshKeepsTheAges()
    {
        const QDateTime now = QDateTime::fromString(u"2026-01-15T10:42:00Z"_s, Qt::ISODate);
        m_model->append(resourceRows(resourcesNamed({u"a"_s})));
        m_model->setKeyAges({{resourceNamed(u"a"_s).id, {KeyAge::Kind::Since, now.addDays(-1), true}}}, now, 90);
        CommunicationService news = resourceNamed(u"a"_s);
        news.setHostName(u"elsewhere.example"_s);
        m_model->update(resourceRows({news}));
        QCOMPARE(age(0), u"1 day(s)"_s);
    }

    void tenThousandResourcesAreRefreshedInAMoment()
    {
        QStringList many;
        for (int number = 0; number < 10'000; ++number) {
            many.append(u"acs-%1"_s.arg(number));
        }
        m_tester.reset(); // it looks at every row at every change
        m_model->append(resourceRows(resourcesNamed(many)));
        QCOMPARE(m_model->rowCount(), 10'000);
        QList<CommunicationService> news = resourcesNamed(many);
        QBENCHMARK_ONCE
        {
            m_model->update(resourceRows(news));
        }
        QCOMPARE(m_model->rowCount(), 10'000);
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            all.append(m_model->index(row, ResourceListModel::Name).data().toString());
        }
        return all;
    }

    [[nodiscard]] QModelIndex ageCell(int row) const { return m_model->index(row, ResourceListModel::Age); }
    [[nodiscard]] QString age(int row) const { return ageCell(row).data().toString(); }

    std::unique_ptr<ResourceListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ResourceListModelTest)
#include "resourcelistmodeltest.moc"
