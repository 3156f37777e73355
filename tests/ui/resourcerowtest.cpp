// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcerow.h"

#include "ui/resources.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceRowTest final : public QObject
{
    Q_OBJECT

private slots:
    void rowsComeInTheOrderOfTheirResources()
    {
        const QList<CommunicationService> resources = resourcesNamed({u"b"_s, u"a"_s, u"b"_s});
        const QList<ResourceRow> rows = resourceRows(resources);
        QCOMPARE(rows.size(), 3);
        for (qsizetype row = 0; row < rows.size(); ++row) {
            QCOMPARE(rows.at(row).service, resources.at(row));
        }
    }

    void theDataLocationHasItsUsualName()
    {
        CommunicationService resource = resourceNamed(u"acs"_s);
        resource.dataLocation = u"unitedstates"_s;
        QCOMPARE(resourceRows({resource}).first().dataLocation, u"United States"_s);
    }

    void aTagWithoutAValueIsItsName()
    {
        CommunicationService resource = resourceNamed(u"acs"_s);
        resource.tags = {{u"environment"_s, u"production"_s}, {u"lonely"_s, QString()}};
        const ResourceRow row = resourceRows({resource}).first();
        QCOMPARE(row.tagTexts(), QStringList({u"environment: production"_s, u"lonely"_s}));
        QCOMPARE(row.tagText, u"environment: production, lonely"_s);
    }

    void allThatIsShownIsSearched_data()
    {
        QTest::addColumn<QString>("word");
        for (const QString& word : {u"ACS-Sms"_s, u"rg-comm"_s, u"Production"_s, u"united states"_s, u"GLOBAL"_s,
                                    u"acs-sms.unitedstates.communication.azure.com"_s, u"site: MÜHLENWEG"_s}) {
            QTest::newRow(qPrintable(word)) << word;
        }
    }

    void allThatIsShownIsSearched()
    {
        QFETCH(const QString, word);
        CommunicationService resource = resourceNamed(u"acs-sms"_s);
        resource.tags = {{u"site"_s, u"Mühlenweg"_s}};
        QVERIFY(resourceRows({resource}).first().searchText.contains(searchable(word)));
    }

    void theIdIsNotSearched()
    {
        QVERIFY(!resourceRows(resourcesNamed({u"acs"_s})).first().searchText.contains("providers"));
    }

    void equalTextsShareTheirMemory()
    {
        QList<CommunicationService> resources = resourcesNamed({u"a"_s, u"b"_s});
        for (CommunicationService& resource : resources) {
            resource.tags = {{u"environment"_s, u"production"_s}};
        }
        const QList<ResourceRow> rows = resourceRows(resources);
        QCOMPARE(rows.at(0).tagText.constData(), rows.at(1).tagText.constData());
        QCOMPARE(rows.at(0).dataLocation.constData(), rows.at(1).dataLocation.constData());
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceRowTest)
#include "resourcerowtest.moc"
