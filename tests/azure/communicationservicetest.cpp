// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/communicationservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class CommunicationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void aHostNameIsKeptWordForWord_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("host");
        QTest::newRow("of the name") << u"acs-1"_s << u"acs-1.unitedstates.communication.azure.com"_s;
        QTest::newRow("in another casing") << u"ACS-1"_s << u"acs-1.communication.azure.com"_s;
        QTest::newRow("of a longer name") << u"acs"_s << u"acs-1.communication.azure.com"_s;
        QTest::newRow("of another name") << u"acs"_s << u"elsewhere.example"_s;
        QTest::newRow("the name alone") << u"acs"_s << u"acs"_s;
        QTest::newRow("the name and nothing behind it") << u"acs"_s << u"acs."_s;
        QTest::newRow("none yet") << u"acs"_s << QString();
    }

    void aHostNameIsKeptWordForWord()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, host);
        CommunicationService service = serviceAt(u"rg"_s, name);
        service.setHostName(host);
        QCOMPARE(service.hostName(), host);
    }

    void aHostNameMakesADifference()
    {
        CommunicationService one = serviceAt(u"rg"_s, u"acs"_s);
        one.setHostName(u"acs.uk.example"_s);
        CommunicationService other = one;
        QCOMPARE(one, other);
        other.setHostName(u"acs.europe.example"_s);
        QVERIFY(!(one == other));
    }

    void sharingChangesNothingAndSavesMemory()
    {
        QList<CommunicationService> resources{serviceAt(u"rg"_s, u"a"_s), serviceAt(u"rg"_s, u"b"_s),
                                              serviceAt(u"RG"_s, u"c"_s), CommunicationService()};
        const QList<CommunicationService> before = resources;
        shareTexts(resources);
        QCOMPARE(resources, before);
        for (qsizetype index = 0; index < resources.size(); ++index) {
            QCOMPARE(resources.at(index).id.toString(), before.at(index).id.toString());
            QCOMPARE(qHash(resources.at(index).id), qHash(before.at(index).id));
        }
        const auto memoryOfGroup = [&resources](qsizetype index) {
            return resources.at(index).id.resourceGroup().constData();
        };
        QCOMPARE(memoryOfGroup(0), memoryOfGroup(1));
        QVERIFY(memoryOfGroup(0) != memoryOfGroup(2)); // it is written otherwise
        QCOMPARE(resources.at(0).location.constData(), resources.at(2).location.constData());
    }

private:
    [[nodiscard]] static CommunicationService serviceAt(const QString& group, const QString& name)
    {
        CommunicationService service;
        service.id = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), group, name);
        service.location = u"glo"_s + u"bal"_s; // made anew each time
        service.setHostName(name + u".unitedstates.communication.azure.com"_s);
        service.tags = {{u"environment"_s, u"production"_s}};
        return service;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CommunicationServiceTest)
#include "communicationservicetest.moc"
