// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policyreader.h"
#include "settings/settingsstore.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class PolicyTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(u"."_s));
    }

    void withoutOneThereAreTheProgramsDefaults()
    {
        const SettingsPolicy policy = read();
        QVERIFY(policy.pinned.isEmpty());
        QCOMPARE(policy.defaults, Settings());
    }

    void whatIsPinnedWinsOverThePersons()
    {
        write(own(), {{u"privacy/clipboardClearsAfterSeconds"_s, 300}, {u"privacy/secretHidesAfterSeconds"_s, 60}});
        write(first(), {{u"privacy/clipboardClearsAfterSeconds"_s, 10}});
        SettingsStore store(own(), read());
        QCOMPARE(store.settings().clipboardClearsAfter, 10s);
        QCOMPARE(store.settings().secretHidesAfter, 60s);
        QCOMPARE(store.policy().pinned, QSet{SettingKey::ClipboardClearsAfter});
    }

    void thePersonsChoiceComesBackWhenThePinGoes()
    {
        write(own(), {{u"privacy/clipboardClearsAfterSeconds"_s, 300}});
        write(first(), {{u"privacy/clipboardClearsAfterSeconds"_s, 10}});
        {
            SettingsStore store(own(), read());
            Settings settings = store.settings();
            settings.clipboardClearsAfter = 200s;
            settings.secretHidesAfter = 20s;
            QVERIFY(store.save(settings));
            QCOMPARE(store.settings().clipboardClearsAfter, 10s);
            QCOMPARE(store.settings().secretHidesAfter, 20s);
        }
        QCOMPARE(SettingsStore(own()).settings().clipboardClearsAfter, 300s);
    }

    void whatIsRecommendedIsADefaultThatCanBeChanged()
    {
        write(first(),
              {{u"recommended/keys/ageReminderDays"_s, 30}, {u"recommended/cloud/name"_s, u"AzureChinaCloud"_s}});
        SettingsStore store(own(), read());
        QVERIFY(store.policy().pinned.isEmpty());
        QCOMPARE(store.settings().keyAgeReminderDays, 30);
        Settings settings = store.settings();
        settings.keyAgeReminderDays = 90;
        QVERIFY(store.save(settings));
        QCOMPARE(SettingsStore(own(), read()).settings(), settings);
    }

    void aRecommendationThatChangesReachesWhoeverHasChosenNothing()
    {
        write(first(), {{u"recommended/keys/ageReminderDays"_s, 30}});
        {
            SettingsStore store(own(), read());
            Settings settings = store.settings();
            settings.theme = Theme::Dark;
            QVERIFY(store.save(settings));
        }
        write(first(), {{u"recommended/keys/ageReminderDays"_s, 20}});
        const Settings settings = SettingsStore(own(), read()).settings();
        QCOMPARE(settings.keyAgeReminderDays, 20);
        QCOMPARE(settings.theme, Theme::Dark);
    }

    void theFirstSourceCountsMost()
    {
        write(first(), {{u"appearance/theme"_s, u"dark"_s}});
        write(second(), {{u"appearance/theme"_s, u"light"_s}, {u"appearance/language"_s, u"zh_CN"_s}});
        const SettingsPolicy policy = read();
        QCOMPARE(policy.defaults.theme, Theme::Dark);
        QCOMPARE(policy.defaults.language, u"zh_CN"_s);
        QCOMPARE(policy.pinned, (QSet{SettingKey::Theme, SettingKey::Language}));
    }

    void aPinGoesBeforeARecommendation()
    {
        write(first(), {{u"recommended/appearance/theme"_s, u"dark"_s}});
        write(second(), {{u"appearance/theme"_s, u"light"_s}});
        QCOMPARE(read().defaults.theme, Theme::Light);
    }

    void theCommandLineDoesNotLiftAPin()
    {
        write(first(), {{u"signIn/tenant"_s, u"contoso.example"_s}});
        SettingsStore store(own(), read());
        Settings settings = store.settings();
        settings.tenant = u"fabrikam.example"_s;
        settings.cloud = u"AzureChinaCloud"_s;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"administrator.*signIn/tenant"_s));
        store.overrideForThisRun(settings);
        QCOMPARE(store.settings().tenant, u"contoso.example"_s);
        QCOMPARE(store.settings().cloud, u"AzureChinaCloud"_s);
    }

    void whatMakesNoSenseIsIgnoredAndNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("pinned") << u"privacy/clipboardClearsAfterSeconds"_s << QVariant(-3);
        QTest::newRow("recommended") << u"recommended/appearance/theme"_s << QVariant(u"pink"_s);
        QTest::newRow("a host without a proxy") << u"network/proxyHost"_s << QVariant(u"proxy.example"_s);
        QTest::newRow("a proxy without a host") << u"network/proxy"_s << QVariant(u"manual"_s);
        QTest::newRow("a recommended one without a host") << u"recommended/network/proxy"_s << QVariant(u"manual"_s);
        QTest::newRow("a host with a password") << u"network/proxyHost"_s << QVariant(u"user:open-sesame@proxy"_s);
    }
    void whatMakesNoSenseIsIgnoredAndNamed()
    {
        QFETCH(QString, name);
        QFETCH(QVariant, value);
        write(first(), {{name, value}});
        // Of the value nothing is said: it may be a password in the wrong place.
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^(?!.*sesame).*\\b%1\\b"_s.arg(name)));
        const SettingsPolicy policy = read();
        QVERIFY(policy.pinned.isEmpty());
        QCOMPARE(policy.defaults, Settings());
    }

    void aPinnedPublicCloudLeavesNoCloudOfOnesOwn()
    {
        write(own(), {{u"cloud/armEndpoint"_s, u"https://arm.own.example"_s}});
        write(first(), {{u"cloud/name"_s, u"AzureUSGovernment"_s}});
        SettingsStore store(own(), read());
        QCOMPARE(store.settings().cloud, u"AzureUSGovernment"_s);
        QCOMPARE(store.settings().armEndpoint, QString());
        QCOMPARE(store.policy().pinned, (QSet{SettingKey::Cloud, SettingKey::ArmEndpoint}));
    }

    void aPinnedAddressIsTheCloud()
    {
        write(first(), {{u"cloud/armEndpoint"_s, u"https://arm.own.example"_s}});
        const SettingsPolicy policy = read();
        QCOMPARE(policy.defaults.armEndpoint, u"https://arm.own.example"_s);
        QCOMPARE(policy.pinned, (QSet{SettingKey::Cloud, SettingKey::ArmEndpoint}));
    }

    void aPinnedProxyIsPinnedAsAWhole()
    {
        write(own(), {{u"network/proxyHost"_s, u"mine.example"_s}, {u"network/proxyPort"_s, 1}});
        write(first(), {{u"network/proxy"_s, u"manual"_s}, {u"network/proxyHost"_s, u"proxy.example"_s}});
        SettingsStore store(own(), read());
        QCOMPARE(store.settings().proxy, (Proxy{Proxy::Kind::Manual, u"proxy.example"_s, 8080}));
        QVERIFY(store.policy().pinned.contains(SettingKey::ProxyPort));
    }

#ifdef Q_OS_LINUX
    void theSystemsPlacesAreKnown()
    {
        const QByteArray before = qgetenv("XDG_CONFIG_DIRS");
        qputenv("XDG_CONFIG_DIRS", "/etc/xdg/desk:relative:/etc/xdg");
        QStringList paths;
        for (const PolicySource& source : policySources()) {
            paths.append(source.path);
        }
        qputenv("XDG_CONFIG_DIRS", before);
        QCOMPARE(paths, QStringList({u"/etc/commkeys/commkeys.ini"_s, u"/etc/xdg/desk/commkeys/commkeys.ini"_s,
                                     u"/etc/xdg/commkeys/commkeys.ini"_s}));
    }
#endif

private:
    [[nodiscard]] QString own() const
    {
        return m_folder->filePath(u"own.ini"_s);
    }
    [[nodiscard]] QString first() const
    {
        return m_folder->filePath(u"first.ini"_s);
    }
    [[nodiscard]] QString second() const
    {
        return m_folder->filePath(u"second.ini"_s);
    }
    [[nodiscard]] SettingsPolicy read() const
    {
        return readPolicy({{first(), QSettings::IniFormat}, {second(), QSettings::IniFormat}});
    }
    static void write(const QString& path, const QMap<QString, QVariant>& values)
    {
        QSettings file(path, QSettings::IniFormat);
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            file.setValue(value.key(), value.value());
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::PolicyTest)
#include "policytest.moc"
