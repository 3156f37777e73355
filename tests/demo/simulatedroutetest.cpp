// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedroute.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace CommKeys;

class SimulatedRouteTest : public QObject
{
    Q_OBJECT

private:
    static SimulatedRoute routeOf(const QString& path)
    {
        return SimulatedRoute::of(QUrl(u"https://management.azure.com"_s + path));
    }

private slots:
    void everyOperationIsFoundByItsPath_data()
    {
        using Kind = SimulatedRoute::Kind;
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind");
        const QString group = u"/subscriptions/S/resourceGroups/G"_s;
        const QString services = u"/providers/Microsoft.Communication/communicationServices"_s;
        const auto row = [](const char* name, const QString& path, Kind kind) {
            QTest::newRow(name) << path << static_cast<int>(kind);
        };
        row("metadata", u"/metadata/endpoints"_s, Kind::Metadata);
        row("tenants", u"/tenants"_s, Kind::Tenants);
        row("subscriptions", u"/subscriptions"_s, Kind::Subscriptions);
        row("one subscription", u"/subscriptions/S"_s, Kind::Subscription);
        row("list", u"/subscriptions/S"_s + services, Kind::ListBySubscription);
        row("list of a group", group + services, Kind::ListByResourceGroup);
        row("get", group + services + u"/N"_s, Kind::Resource);
        row("get in another casing", (group + services + u"/N"_s).toUpper(), Kind::Resource);
        row("listKeys", group + services + u"/N/listKeys"_s, Kind::ListKeys);
        row("regenerateKey", group + services + u"/N/regenerateKey"_s, Kind::RegenerateKey);
        for (const QString& scope : {u"/subscriptions/S"_s, group, QString(group + services + u"/N"_s)}) {
            row(qPrintable(u"permissions of "_s + scope), scope + u"/providers/Microsoft.Authorization/permissions"_s,
                Kind::Permissions);
            row(qPrintable(u"locks of "_s + scope), scope + u"/providers/Microsoft.Authorization/locks"_s, Kind::Locks);
        }
        row("activity log", u"/subscriptions/S/providers/microsoft.insights/eventtypes/management/values"_s,
            Kind::ActivityLog);
        row("other event types", u"/subscriptions/S/providers/Microsoft.Insights/eventtypes/digest/values"_s,
            Kind::Unknown);
        row("activity log of a group", group + u"/providers/Microsoft.Insights/eventtypes/management/values"_s,
            Kind::Unknown);
        row("the root", u"/"_s, Kind::Unknown);
        row("another provider", group + u"/providers/Microsoft.Storage/storageAccounts/x"_s, Kind::Unknown);
        row("another action", group + services + u"/N/linkNotificationHub"_s, Kind::Unknown);
        row("a group by itself", group, Kind::Unknown);
    }
    void everyOperationIsFoundByItsPath()
    {
        QFETCH(QString, path);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(routeOf(path).kind), kind);
    }

    void thePartsOfThePathAreTakenAsTheyWereWritten()
    {
        const SimulatedRoute route = routeOf(u"/SUBSCRIPTIONS/AbC/resourcegroups/My%20Group/providers"
                                             "/microsoft.communication/CommunicationServices/My-Name/LISTKEYS"_s);
        QCOMPARE(route.kind, SimulatedRoute::Kind::ListKeys);
        QCOMPARE(route.subscription.toString(), u"AbC"_s);
        QCOMPARE(route.group, u"My Group"_s);
        QCOMPARE(route.name, u"My-Name"_s);
    }

    void aSlashInsideANameStaysAName()
    {
        QCOMPARE(routeOf(u"/subscriptions/S%2Fx"_s).kind, SimulatedRoute::Kind::Subscription);
    }
};

QTEST_GUILESS_MAIN(SimulatedRouteTest)
#include "simulatedroutetest.moc"
