// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefiltermodel.h"

#include "resourcelist/resourcelistmodel.h"
#include "ui/resources.h"

#include <QAbstractItemModelTester>
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
        m_resources->append({resource});
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
        m_resources->append({resourceNamed(u"in-production"_s), staging, foreign});

        m_filter->setTenant(TenantId(contosoId.toUpper()));
        QCOMPARE(names(), QStringList({u"in-production"_s, u"in-staging"_s}));
        m_filter->setSubscription(SubscriptionId(stagingId.toUpper()));
        QCOMPARE(names(), QStringList({u"in-staging"_s}));
        m_filter->clear();
        QCOMPARE(m_filter->rowCount(), 3);
    }

    void sortsWithoutRegardToCaseAndByNumbers()
    {
        m_resources->append(resourcesNamed({u"acs-10"_s, u"B"_s, u"a"_s, u"acs-2"_s, u"C"_s}));
        QCOMPARE(names(), QStringList({u"a"_s, u"acs-2"_s, u"acs-10"_s, u"B"_s, u"C"_s}));
        m_filter->sort(ResourceListModel::Name, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({u"C"_s, u"B"_s, u"acs-10"_s, u"acs-2"_s, u"a"_s}));
    }

    void equalsOfAColumnAreSortedByName()
    {
        m_resources->append(
            {resourceNamed(u"b"_s, u"same"_s), resourceNamed(u"a"_s, u"same"_s), resourceNamed(u"c"_s, u"other"_s)});
        m_filter->sort(ResourceListModel::ResourceGroup);
        QCOMPARE(names(), QStringList({u"c"_s, u"a"_s, u"b"_s}));
    }

    void whatComesInLaterIsFilteredAndSortedToo()
    {
        m_filter->setText(u"keep"_s);
        m_resources->append(resourcesNamed({u"keep-2"_s, u"drop"_s}));
        m_resources->append(resourcesNamed({u"keep-1"_s}));
        QCOMPARE(names(), QStringList({u"keep-1"_s, u"keep-2"_s}));
        m_resources->update(resourcesNamed({u"keep-1"_s}));
        QCOMPARE(names(), QStringList({u"keep-1"_s}));
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            all.append(m_filter->index(row, ResourceListModel::Name).data().toString());
        }
        return all;
    }

    std::unique_ptr<ResourceListModel> m_resources;
    std::unique_ptr<ResourceFilterModel> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ResourceFilterModelTest)
#include "resourcefiltermodeltest.moc"
