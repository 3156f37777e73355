// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefiltermodel.h"

#include "resourcelist/resourcelistmodel.h"
#include "ui/resources.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceFilterModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_resources = std::make_unique<ResourceListModel>();
        m_text.clear();
        m_column = ResourceListModel::Name;
        m_order = Qt::AscendingOrder;
        m_filter = std::make_unique<ResourceFilterModel>(*m_resources, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_filter.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_filter.reset();
        m_resources.reset();
    }

    void everyWordIsFoundInAnyOrderAndCasing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("shown");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("only spaces") << u"   "_s << true;
        QTest::newRow("name") << u"acs-sms"_s << true;
        QTest::newRow("middle of the name") << u"SMS"_s << true;
        QTest::newRow("group and subscription, other order") << u"production rg-comm"_s << true;
        QTest::newRow("location") << u"global"_s << true;
        QTest::newRow("data location with a space") << u"united states"_s << true;
        QTest::newRow("host name") << u"communication.azure.com"_s << true;
        QTest::newRow("tag's name") << u"owner"_s << true;
        QTest::newRow("tag's value") << u"avery"_s << true;
        QTest::newRow("umlaut in another casing") << u"MÜHLENWEG"_s << true;
        QTest::newRow("one word too many") << u"sms production europe"_s << false;
        QTest::newRow("across two values") << u"00003rg-comm"_s << false;
        QTest::newRow("a pattern is only text") << u".*"_s << false;
    }

    void everyWordIsFoundInAnyOrderAndCasing()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, shown);
        CommunicationService resource = resourceNamed(u"acs-sms-00003"_s);
        resource.tags = {{u"Owner"_s, u"avery@contoso.example"_s}, {u"site"_s, u"Mühlenweg"_s}};
        m_resources->append(resourceRows({resource}));
        m_filter->setText(text);
        QCOMPARE(m_filter->rowCount() == 1, shown);
        QCOMPARE(m_filter->isFiltering(), !text.trimmed().isEmpty());
    }

    void tenantAndSubscriptionNarrowTheList()
    {
        CommunicationService staging = resourceNamed(u"in-staging"_s);
        staging.id = *ResourceId::of(SubscriptionId(stagingId), u"rg"_s, u"in-staging"_s);
        CommunicationService foreign = resourceNamed(u"of-fabrikam"_s);
        foreign.tenant = TenantId(fabrikamId);
        m_resources->append(resourceRows({resourceNamed(u"in-production"_s), staging, foreign}));

        m_filter->setTenant(TenantId(contosoId.toUpper()));
        QCOMPARE(names(), QStringList({u"in-production"_s, u"in-staging"_s}));
        m_filter->setSubscription(SubscriptionId(stagingId.toUpper()));
        QCOMPARE(names(), QStringList({u"in-staging"_s}));
        m_filter->clear();
        QCOMPARE(m_filter->rowCount(), 3);
    }

    void sortsWithoutRegardToCaseAndByNumbers()
    {
        m_resources->append(resourceRows(resourcesNamed({u"acs-10"_s, u"B"_s, u"a"_s, u"acs-2"_s, u"C"_s})));
        QCOMPARE(names(), QStringList({u"a"_s, u"acs-2"_s, u"acs-10"_s, u"B"_s, u"C"_s}));
        m_filter->sort(ResourceListModel::Name, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({u"C"_s, u"B"_s, u"acs-10"_s, u"acs-2"_s, u"a"_s}));
    }

    void equalsOfAColumnAreSortedByName()
    {
        m_resources->append(resourceRows(
            {resourceNamed(u"b"_s, u"same"_s), resourceNamed(u"a"_s, u"same"_s), resourceNamed(u"c"_s, u"other"_s)}));
        m_filter->sort(ResourceListModel::ResourceGroup);
        QCOMPARE(names(), QStringList({u"c"_s, u"a"_s, u"b"_s}));
    }

    void hostNamesAreSortedLabelByLabel()
    {
        QList<CommunicationService> resources = resourcesNamed({u"acs-1"_s, u"ACS"_s, u"b"_s, u"acs-10"_s, u"acs-2"_s});
        resources[1].setHostName(u"acs.unitedstates.example"_s);
        resources[2].setHostName(u"acs-3.example"_s);
        m_filter->sort(ResourceListModel::HostName);
        m_resources->append(resourceRows(resources.first(2)));
        m_resources->append(resourceRows(resources.sliced(2)));
        const QStringList expected{u"ACS"_s, u"acs-1"_s, u"acs-2"_s, u"b"_s, u"acs-10"_s};
        QCOMPARE(names(), expected);
        m_filter->sort(ResourceListModel::Name);
        m_filter->sort(ResourceListModel::HostName);
        QCOMPARE(names(), expected);
    }

    void resourcesOfOneNameAreSortedByWhatFollowsInTheirHostNames()
    {
        QList<CommunicationService> resources{resourceNamed(u"acs"_s, u"rg-a"_s), resourceNamed(u"acs"_s, u"rg-b"_s),
                                              resourceNamed(u"acs"_s, u"rg-c"_s)};
        resources[0].setHostName(u"acs.uk.example"_s);
        resources[1].setHostName(u"acs.europe.example"_s);
        resources[2].setHostName(u"acs.uk.example"_s);
        m_resources->append(resourceRows(resources));
        m_filter->sort(ResourceListModel::HostName);
        QStringList groups;
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            groups.append(m_filter->index(row, ResourceListModel::ResourceGroup).data().toString());
        }
        QCOMPARE(groups, QStringList({u"rg-b"_s, u"rg-a"_s, u"rg-c"_s}));
    }

    void whatComesInLaterIsFilteredAndSortedToo()
    {
        m_filter->setText(u"keep"_s);
        m_resources->append(resourceRows(resourcesNamed({u"keep-2"_s, u"drop"_s})));
        m_resources->append(resourceRows(resourcesNamed({u"keep-1"_s})));
        QCOMPARE(names(), QStringList({u"keep-1"_s, u"keep-2"_s}));
        m_resources->update(resourceRows(resourcesNamed({u"keep-1"_s})));
        QCOMPARE(names(), QStringList({u"keep-1"_s}));
    }

    void aBatchIsToldInOneInsertionAndOneMoveHoweverItIsMixedIn()
    {
        m_resources->append(resourceRows(resourcesNamed({u"b"_s, u"d"_s, u"f"_s})));
        const QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy moved(m_filter.get(), &QAbstractItemModel::layoutChanged);
        m_resources->append(resourceRows(resourcesNamed({u"g"_s, u"e"_s, u"a"_s, u"c"_s})));
        QCOMPARE(names().join(QString()), u"abcdefg"_s);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(moved.count(), 1);
    }

    void whatBelongsInOnePlaceIsNotMoved()
    {
        m_resources->append(resourceRows(resourcesNamed({u"a"_s, u"d"_s})));
        const QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(m_filter.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(m_filter.get(), &QAbstractItemModel::layoutChanged);
        m_resources->append(resourceRows(resourcesNamed({u"c"_s, u"b"_s})));
        m_resources->update(resourceRows(resourcesNamed({u"a"_s, u"d"_s})));
        QCOMPARE(names().join(QString()), u"ad"_s);
        QCOMPARE(inserted.first().at(1).toInt(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 1);
        QCOMPARE(moved.count(), 0);
    }

    void headingsAreThereWithoutRows()
    {
        QCOMPARE(m_filter->headerData(ResourceListModel::Name, Qt::Horizontal).toString(), u"Name"_s);
        QVERIFY(!m_filter->hasChildren());
    }

    void whatHappensInAnyOrderEndsAsIfItWereNew_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void whatHappensInAnyOrderEndsAsIfItWereNew()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        for (int step = 0; step < 60; ++step) {
            const QList<std::pair<QPersistentModelIndex, QString>> held = indexesHeld(random);
            doAnything(random);
            for (const auto& [index, name] : held) {
                if (index.isValid()) {
                    QCOMPARE(index.data().toString(), name);
                }
            }
            ResourceListModel fresh;
            ResourceFilterModel filter(fresh, nullptr);
            fresh.append(resourceRows(m_resources->resources()));
            filter.setText(m_text);
            filter.sort(m_column, m_order);
            QCOMPARE(names(), namesOf(filter));
        }
    }

private:
    [[nodiscard]] QList<std::pair<QPersistentModelIndex, QString>> indexesHeld(QRandomGenerator& random) const
    {
        QList<std::pair<QPersistentModelIndex, QString>> held;
        for (int count = 0; m_filter->rowCount() > 0 && count < 5; ++count) {
            const QModelIndex index = m_filter->index(random.bounded(m_filter->rowCount()), 0);
            held.append({index, index.data().toString()});
        }
        return held;
    }

    [[nodiscard]] static QList<CommunicationService> anyResources(QRandomGenerator& random)
    {
        QList<CommunicationService> all;
        for (int count = random.bounded(12); count > 0; --count) {
            CommunicationService one = resourceNamed(u"acs-%1"_s.arg(random.bounded(40)));
            one.provisioningState = random.bounded(2) == 0 ? u"Succeeded"_s : u"failed"_s;
            one.setHostName(u"%1.example"_s.arg(random.bounded(2) == 0 ? one.name().toUpper()
                                                                       : QString::number(random.bounded(40))));
            all.append(one);
        }
        return all;
    }

    void doAnything(QRandomGenerator& random)
    {
        switch (random.bounded(4)) {
        case 0:
            m_resources->append(resourceRows(anyResources(random)));
            break;
        case 1:
            m_resources->update(resourceRows(anyResources(random)));
            break;
        case 2:
            m_text = QStringList{QString(), u"1"_s, u"1 2"_s, u"acs-3"_s, u"12"_s}.at(random.bounded(5));
            m_filter->setText(m_text);
            break;
        default:
            m_column = QList<int>{ResourceListModel::Name, ResourceListModel::State, ResourceListModel::HostName,
                                  ResourceListModel::Age}
                           .at(random.bounded(4));
            m_order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            m_filter->sort(m_column, m_order);
        }
    }

    [[nodiscard]] static QStringList namesOf(const ResourceFilterModel& filter)
    {
        QStringList all;
        for (int row = 0; row < filter.rowCount(); ++row) {
            all.append(filter.index(row, ResourceListModel::Name).data().toString());
        }
        return all;
    }

    [[nodiscard]] QStringList names() const { return namesOf(*m_filter); }

    std::unique_ptr<ResourceListModel> m_resources;
    std::unique_ptr<ResourceFilterModel> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QString m_text;
    int m_column = ResourceListModel::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ResourceFilterModelTest)
#include "resourcefiltermodeltest.moc"
