// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class CommandLineTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAskedForByNothing()
    {
        const Result<CommandLine> line = parse({});
        QVERIFY(line);
        QVERIFY(!line->demo && !line->selfCheck && !line->help && !line->version);
        QCOMPARE(line->over(Settings()), Settings());
    }

    void everyOptionIsUnderstood()
    {
        const Result<CommandLine> line =
            parse({u"--demo"_s, u"--self-check"_s, u"--screenshot"_s, u"a.png"_s, u"--settings-dir=/tmp/x"_s});
        QVERIFY(line);
        QVERIFY(line->demo);
        QVERIFY(line->selfCheck);
        QCOMPARE(line->screenshot, u"a.png"_s);
        QCOMPARE(line->settingsDir, u"/tmp/x"_s);
        QVERIFY(parse({u"--help"_s})->help);
        QVERIFY(parse({u"--version"_s})->version);
    }

    void aCloudTakesThePlaceOfTheOneInTheSettings()
    {
        Settings settings;
        settings.armEndpoint = u"https://arm.own.example"_s;
        const Settings named = parse({u"--cloud"_s, u"azurechinacloud"_s})->over(settings);
        QCOMPARE(named.cloud, u"AzureChinaCloud"_s);
        QVERIFY(named.armEndpoint.isEmpty());
        const Settings own = parse({u"--arm-endpoint"_s, u"http://127.0.0.1:4711"_s})->over(settings);
        QCOMPARE(own.armEndpoint, u"http://127.0.0.1:4711"_s);
    }

    void aClientIdAndATenantTakeThePlaceOfThoseInTheSettings()
    {
        Settings settings;
        settings.tenant = u"contoso.example"_s;
        QCOMPARE(parse({})->over(settings), settings);
        const Settings named = parse({u"--client-id"_s, guid, u"--tenant=fabrikam.example"_s})->over(settings);
        QCOMPARE(named.clientId, guid);
        QCOMPARE(named.tenant, u"fabrikam.example"_s);
        QCOMPARE(parse({u"--tenant"_s, guid})->over(settings).tenant, guid);
    }

    void whatMakesNoSenseIsRefusedWithTheReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
        QTest::newRow("a word") << QStringList{u"word"_s} << u"word"_s;
        QTest::newRow("no value") << QStringList{u"--cloud"_s} << u"cloud"_s;
        QTest::newRow("unknown cloud") << QStringList{u"--cloud"_s, u"Cumulus"_s} << u"AzureCloud"_s;
        QTest::newRow("two clouds") << QStringList{u"--cloud=AzureCloud"_s, u"--arm-endpoint=https://x.example"_s}
                                    << u"one of them"_s;
        QTest::newRow("demo and a cloud") << QStringList{u"--demo"_s, u"--cloud=AzureCloud"_s} << u"--demo"_s;
        QTest::newRow("plain http") << QStringList{u"--arm-endpoint=http://x.example"_s} << u"not encrypted"_s;
        QTest::newRow("no address") << QStringList{u"--arm-endpoint=x"_s} << u"not an address"_s;
        QTest::newRow("a client id that is no GUID") << QStringList{u"--client-id=commkeys"_s} << u"commkeys"_s;
        QTest::newRow("an empty client id") << QStringList{u"--client-id="_s} << u"--client-id"_s;
        QTest::newRow("a tenant that alters the address") << QStringList{u"--tenant=x.example/y"_s} << u"x.example/y"_s;
        QTest::newRow("an empty tenant") << QStringList{u"--tenant="_s} << u"--tenant"_s;
        QTest::newRow("demo and a client id") << QStringList{u"--demo"_s, u"--client-id"_s, guid} << u"by itself"_s;
        QTest::newRow("demo and a tenant") << QStringList{u"--demo"_s, u"--tenant"_s, guid} << u"by itself"_s;
        QTest::newRow("self-check against a real cloud")
            << QStringList{u"--self-check"_s, u"--arm-endpoint=https://x.example"_s} << u"demo only"_s;
        QTest::newRow("picture of nothing") << QStringList{u"--screenshot=x.png"_s} << u"--self-check"_s;
    }

    void whatMakesNoSenseIsRefusedWithTheReason()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, says);
        const Result<CommandLine> line = parse(arguments);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(line.error().message.contains(says), qPrintable(line.error().message));
    }

    void whatItSaysOverTheSettingsCanBeNamed()
    {
        QCOMPARE(parse({})->overrides(), QString());
        QCOMPARE(parse({u"--demo"_s})->overrides(), QString());
        QCOMPARE(parse({u"--tenant=contoso.example"_s, u"--cloud"_s, u"azurechinacloud"_s})->overrides(),
                 u"--cloud AzureChinaCloud --tenant contoso.example"_s);
    }

private:
    const QString guid = u"11112222-3333-4444-5555-666677778888"_s;

    [[nodiscard]] static Result<CommandLine> parse(const QStringList& arguments)
    {
        return CommandLine::parse(QStringList{u"commkeys"_s} + arguments,
                                  {u"AzureCloud"_s, u"AzureUSGovernment"_s, u"AzureChinaCloud"_s});
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::CommandLineTest)
#include "commandlinetest.moc"
