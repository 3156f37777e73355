// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsstore.h"
#include "azure/publicclouds.h"
#include "core/cloudname.h"
#include "settings/commandline.h"
#include "settings/settingentry.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class SettingsStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTheDefaults() { QCOMPARE(SettingsStore(path()).settings(), Settings()); }

    void whatIsSavedIsThereAtTheNextStart()
    {
        Settings settings;
        settings.cloud = u"AzureUSGovernment"_s;
        settings.armEndpoint = u"https://arm.own.example"_s;
        settings.clientId = u"11112222-3333-4444-5555-666677778888"_s;
        settings.tenant = u"contoso.example"_s;
        settings.excludedTenants = {TenantId(u"11112222-3333-4444-5555-666677778888"_s),
                                    TenantId(u"99992222-3333-4444-5555-666677778888"_s)};
        settings.clipboardClearsAfter = 10s;
        settings.secretHidesAfter = 15s;
        settings.locksAfterIdle = 5min;
        settings.locksWithScreen = false;
        settings.proxy = {Proxy::Kind::Manual, u"proxy.example"_s, 3128};
        settings.keyAgeReminderDays = 30;
        settings.language = u"zh_CN"_s;
        settings.theme = Theme::Dark;
        SettingsStore store(path());
        QSignalSpy changed(&store, &SettingsStore::changed);
        QVERIFY(store.save(settings));
        QVERIFY(store.save(settings));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(SettingsStore(path()).settings(), settings);
    }

    void everyEntryHasANameAndAKeyOfItsOwn()
    {
        QSet<QString> names;
        QSet<SettingKey> keys;
        for (const SettingEntry& entry : settingEntries()) {
            names.insert(entry.name);
            keys.insert(entry.key);
        }
        QCOMPARE(names.size(), settingEntries().size());
        QCOMPARE(keys.size(), settingEntries().size());
    }

    void theReadmeNamesEveryOneWithItsDefault()
    {
        QFile readme(QStringLiteral(COMMKEYS_README));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        for (const SettingEntry& entry : settingEntries()) {
            const QString value = entry.give(Settings()).toString();
            const QString shown = value.isEmpty() ? u"–"_s : u'`' + value + u'`';
            const QString row = u"| `%1` | %2 |"_s.arg(entry.name, shown);
            QVERIFY2(text.contains(row), qPrintable(row));
        }
    }

    void whatMakesNoSenseReadsAsTheDefault_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const QString& name, const QString& value) {
            QTest::newRow(qPrintable(name + u' ' + value)) << name << value;
        };
        row(u"cloud/name"_s, {});
        row(u"cloud/name"_s, u"AzureGermanCloud"_s);
        row(u"cloud/name"_s, u"contoso"_s);
        row(u"cloud/armEndpoint"_s, u"http://arm.own.example"_s);
        row(u"signIn/clientId"_s, u"../v1.0"_s);
        row(u"signIn/tenant"_s, u"contoso.example/.."_s);
        row(u"listing/excludedTenants"_s, u"Contoso"_s);
        row(u"listing/excludedTenants"_s, u"11112222-3333-4444-5555-666677778888,../x"_s);
        row(u"privacy/clipboardClearsAfterSeconds"_s, u"-3"_s);
        row(u"privacy/secretHidesAfterSeconds"_s, u"never"_s);
        row(u"privacy/locksAfterIdleMinutes"_s, u"-1"_s);
        row(u"privacy/locksAfterIdleMinutes"_s, u"99999"_s);
        row(u"privacy/locksWithScreen"_s, u"perhaps"_s);
        row(u"network/proxy"_s, u"socks"_s);
        row(u"network/proxy"_s, u"manual"_s);
        row(u"network/proxyHost"_s, u"user:word@proxy.example"_s);
        row(u"network/proxyPort"_s, u"0"_s);
        row(u"network/proxyPort"_s, u"65536"_s);
        row(u"keys/ageReminderDays"_s, u"-1"_s);
        row(u"appearance/language"_s, u"../../etc"_s);
        row(u"appearance/theme"_s, u"pink"_s);
    }
    void whatMakesNoSenseReadsAsTheDefault()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto known = [&name](const SettingEntry& entry) { return entry.name == name; };
        QVERIFY(std::any_of(settingEntries().begin(), settingEntries().end(), known));
        write({{name, value}});
        QCOMPARE(SettingsStore(path()).settings(), Settings());
    }

    void whatMakesNoSenseIsNamedInTheLog()
    {
        write({{u"cloud/name"_s, u"open-sesame"_s}});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^(?!.*sesame).*\\bcloud/name\\b"_s));
        QCOMPARE(SettingsStore(path()).settings(), Settings());
    }

    void wordsAreReadAsPeopleWriteThem()
    {
        write({{u"privacy/locksWithScreen"_s, u"0"_s},
               {u"appearance/theme"_s, u"Dark"_s},
               {u"network/proxy"_s, u"None"_s}});
        const Settings settings = SettingsStore(path()).settings();
        QVERIFY(!settings.locksWithScreen);
        QCOMPARE(settings.theme, Theme::Dark);
        QCOMPARE(settings.proxy.kind, Proxy::Kind::None);
    }

    void excludedTenants_areReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QStringList>("ids");
        const QString a = u"11112222-3333-4444-5555-666677778888"_s;
        const QString b = u"99992222-3333-4444-5555-666677778888"_s;
        QTest::newRow("one") << QVariant(a) << QStringList{a};
        QTest::newRow("commas") << QVariant(a + u',' + b) << QStringList{a, b};
        QTest::newRow("commas and spaces") << QVariant(u' ' + a + u" , "_s + b + u',') << QStringList{a, b};
        QTest::newRow("semicolons") << QVariant(a + u';' + b) << QStringList{a, b};
        QTest::newRow("a list") << QVariant(QStringList{a, b}) << QStringList{a, b};
        QTest::newRow("twice, in other casing") << QVariant(a + u',' + a.toUpper()) << QStringList{a};
        QTest::newRow("none") << QVariant(QString()) << QStringList();
    }

    void excludedTenants_areReadAsPeopleWriteThem()
    {
        QFETCH(const QVariant, value);
        QFETCH(const QStringList, ids);
        {
            QSettings file(path(), QSettings::IniFormat);
            file.setValue(u"listing/excludedTenants"_s, value);
        }
        QCOMPARE(SettingsStore(path()).settings().excludedTenants, QList<TenantId>(ids.begin(), ids.end()));
    }

    void aProxyIsNamedByItsHostAlone()
    {
        for (const QString& host : {u"proxy"_s, u"proxy.contoso.example"_s, u"10.0.0.8"_s, u"::1"_s}) {
            QVERIFY2(isProxyHost(host), qPrintable(host));
        }
        for (const QString& host : {QString(), u"http://proxy"_s, u"proxy:8080"_s, u"proxy/path"_s, u"a b"_s,
                                    u"user@proxy"_s, u"user:word@proxy"_s, u"pro%41xy"_s, u"proxy#x"_s}) {
            QVERIFY2(!isProxyHost(host), qPrintable(host));
        }
    }

    void theCommandLineChangesThisRunOnly()
    {
        SettingsStore store(path());
        Settings settings;
        settings.armEndpoint = u"http://127.0.0.1:1"_s;
        store.overrideForThisRun(settings);
        QCOMPARE(store.settings(), settings);
        QCOMPARE(SettingsStore(path()).settings(), Settings());
    }

    void whatIsForThisRunOnlyIsNotStoredByAnOk_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("cloud") << QStringList{u"--cloud"_s, u"AzureUSGovernment"_s};
        QTest::newRow("address") << QStringList{u"--arm-endpoint"_s, u"http://127.0.0.1:1"_s};
        QTest::newRow("application") << QStringList{u"--client-id"_s, u"22223333-3333-4444-5555-666677778888"_s};
        QTest::newRow("tenant") << QStringList{u"--tenant"_s, u"fabrikam.example"_s};
        QTest::newRow("several") << QStringList{u"--cloud"_s, u"AzureChinaCloud"_s, u"--tenant"_s,
                                                u"fabrikam.example"_s};
        QTest::newRow("the same as stored") << QStringList{u"--tenant"_s, u"contoso.example"_s};
    }

    void whatIsForThisRunOnlyIsNotStoredByAnOk()
    {
        QFETCH(QStringList, options);
        for (const bool hasOwn : {false, true}) {
            QFile::remove(path());
            if (hasOwn) {
                QVERIFY(SettingsStore(path()).save(chosenBefore()));
            }
            const Settings before = SettingsStore(path()).settings();
            const Result<CommandLine> line =
                CommandLine::parse(QStringList{u"commkeys"_s} + options, publicCloudNames());
            QVERIFY(line);
            SettingsStore store(path());
            store.overrideForThisRun(line->over(store.settings()));
            Settings shown = store.settings(); // what the dialog shows, and gives back with another choice changed
            shown.theme = Theme::Dark;
            QVERIFY(store.save(shown));
            QCOMPARE(store.settings(), shown);
            QVERIFY(store.save(shown));
            Settings expected = before;
            expected.theme = Theme::Dark;
            QCOMPARE(SettingsStore(path()).settings(), expected);
        }
    }

    void whatIsChosenInPlaceOfAnOptionIsStored()
    {
        QVERIFY(SettingsStore(path()).save(chosenBefore()));
        SettingsStore store(path());
        Settings options = store.settings();
        options.tenant = u"fabrikam.example"_s;
        options.clientId = u"22223333-3333-4444-5555-666677778888"_s;
        store.overrideForThisRun(options);
        Settings chosen = store.settings();
        chosen.tenant = u"northwind.example"_s;
        QVERIFY(store.save(chosen));
        chosen.clientId = chosenBefore().clientId;
        QCOMPARE(SettingsStore(path()).settings(), chosen);
        // The option of before is a choice like any other now.
        chosen.tenant = u"fabrikam.example"_s;
        QVERIFY(store.save(chosen));
        QCOMPARE(SettingsStore(path()).settings().tenant, u"fabrikam.example"_s);
    }

    void cloudAndAddressAreStoredTogetherOnceOneOfThemIsChosen()
    {
        Settings own;
        own.armEndpoint = u"https://arm.own.example"_s;
        QVERIFY(SettingsStore(path()).save(own));
        SettingsStore store(path());
        Settings options = store.settings();
        options.cloud = u"AzureChinaCloud"_s; // as --cloud has it
        options.armEndpoint.clear();
        store.overrideForThisRun(options);
        Settings chosen = store.settings();
        chosen.cloud = u"AzureUSGovernment"_s;
        QVERIFY(store.save(chosen));
        QCOMPARE(SettingsStore(path()).settings(), chosen);
    }

    void restoringTheDefaultsIsAChoice()
    {
        QVERIFY(SettingsStore(path()).save(chosenBefore()));
        SettingsStore store(path());
        Settings options = store.settings();
        options.tenant = u"fabrikam.example"_s;
        store.overrideForThisRun(options);
        QVERIFY(store.save({}));
        QCOMPARE(SettingsStore(path()).settings(), Settings());
    }

    void publicCloudsHaveOneListOfNames()
    {
        QStringList names;
        for (const Cloud& cloud : publicClouds()) {
            names.append(cloud.name);
        }
        QCOMPARE(publicCloudNames(), names);
        QCOMPARE(publicCloudName(u" azurechinacloud "_s), u"AzureChinaCloud"_s);
        QVERIFY(!publicCloudName(u"AzureGermanCloud"_s));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        SettingsStore store(u"/proc/commkeys/settings.ini"_s);
        Settings settings;
        settings.theme = Theme::Dark;
        QVERIFY(!store.save(settings));
        QCOMPARE(store.settings(), settings);
    }

    void cleanup() { QFile::remove(path()); }

private:
    static Settings chosenBefore()
    {
        Settings settings;
        settings.cloud = u"AzureChinaCloud"_s;
        settings.clientId = u"11112222-3333-4444-5555-666677778888"_s;
        settings.tenant = u"contoso.example"_s;
        return settings;
    }

    void write(const QMap<QString, QString>& values) const
    {
        QSettings file(path(), QSettings::IniFormat);
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            file.setValue(value.key(), value.value());
        }
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.ini"_s); }

    QTemporaryDir m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SettingsStoreTest)
#include "settingsstoretest.moc"
