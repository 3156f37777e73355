// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policyreader.h"
#include "settings/settingsstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStringEncoder>
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
        QCOMPARE(policy.problems, (QList<PolicyProblem>{{PolicyProblem::Kind::BadValue, first(), name}}));
    }

    void aFileIsReadInWhateverEncodingItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text =
            u"; für alle\r\n[network]\r\nproxy=none\r\n[recommended]\r\nkeys\\ageReminderDays=30\r\n"_s;
        const auto as = [&text](QStringConverter::Encoding encoding, bool hasMark) -> QByteArray {
            QStringEncoder encoder(encoding,
                                   hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return encoder(text);
        };
        QTest::newRow("UTF-8") << as(QStringConverter::Utf8, false);
        QTest::newRow("UTF-8 with a mark") << as(QStringConverter::Utf8, true);
        QTest::newRow("UTF-16 LE with a mark") << as(QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16 BE with a mark") << as(QStringConverter::Utf16BE, true);
        QTest::newRow("UTF-16 LE") << as(QStringConverter::Utf16LE, false);
        QTest::newRow("UTF-16 BE") << as(QStringConverter::Utf16BE, false);
        QTest::newRow("UTF-32 LE with a mark") << as(QStringConverter::Utf32LE, true);
        QTest::newRow("Latin-1 in a comment") << as(QStringConverter::Latin1, false);
        QTest::newRow("the file of a case")
            << QByteArray("\xff\xfe[\0n\0e\0t\0w\0o\0r\0k\0]\0\r\0\n\0p\0r\0o\0x\0y\0=\0n\0o\0n\0e\0\r\0\n\0", 48);
    }

    void aFileIsReadInWhateverEncodingItWasWritten()
    {
        QFETCH(QByteArray, bytes);
        writeBytes(first(), bytes);
        const SettingsPolicy policy = read();
        QCOMPARE(policy.problems, QList<PolicyProblem>());
        QCOMPARE(policy.defaults.proxy.kind, Proxy::Kind::None);
        QVERIFY(policy.pinned.contains(SettingKey::ProxyKind));
    }

    void whatCannotBeUnderstoodIsReported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PolicyProblem::Kind>("kind");
        QTest::addColumn<QString>("name");
        using Kind = PolicyProblem::Kind;
        QTest::newRow("a misspelt name") << QByteArray("[network]\nprxy=none\n") << Kind::UnknownName
                                         << u"network/prxy"_s;
        QTest::newRow("another casing") << QByteArray("[Network]\nproxy=none\n") << Kind::UnknownName
                                        << u"Network/proxy"_s;
        QTest::newRow("no group") << QByteArray("proxy=none\n") << Kind::UnknownName << u"proxy"_s;
        QTest::newRow("an unknown recommendation")
            << QByteArray("[recommended]\nkeys\\days=3\n") << Kind::UnknownName << u"recommended/keys/days"_s;
        QTest::newRow("an unknown cloud")
            << QByteArray("[cloud]\nname=AzureGermanCloud\n") << Kind::BadValue << u"cloud/name"_s;
        QTest::newRow("a Latin-1 value") << QByteArray("[signIn]\ntenant=m\xFCnchen.example\n") << Kind::BadValue
                                         << u"signIn/tenant"_s;
        QTest::newRow("no settings") << QByteArray("hello world\n") << Kind::NotSettings << QString();
        QTest::newRow("markup") << QByteArray("<settings>\n</settings>\n") << Kind::NotSettings << QString();
    }

    void whatCannotBeUnderstoodIsReported()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PolicyProblem::Kind, kind);
        QFETCH(QString, name);
        writeBytes(first(), bytes);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"administrator.*"_s + QRegularExpression::escape(first())));
        const SettingsPolicy policy = read();
        QCOMPARE(policy.problems, (QList<PolicyProblem>{{kind, first(), name}}));
        QVERIFY(policy.pinned.isEmpty());
        QCOMPARE(policy.defaults, Settings());
    }

    void theRestOfAFileWithAMistakeCounts()
    {
        writeBytes(first(), "[network]\nprxy=none\nproxy=none\n[appearance]\ntheme=dark\n");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"network/prxy"_s));
        const SettingsPolicy policy = read();
        QCOMPARE(policy.problems.size(), 1);
        QVERIFY(policy.pinned.contains(SettingKey::Theme) && policy.pinned.contains(SettingKey::ProxyKind));
    }

    void whatCannotBeReadIsReported_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("a folder in its place") << true;
        QTest::newRow("no permission") << false;
    }

    void whatCannotBeReadIsReported()
    {
        QFETCH(bool, isFolder);
        if (isFolder) {
            QVERIFY(QDir().mkpath(first()));
        } else {
            writeBytes(first(), "[network]\nproxy=none\n");
            QVERIFY(QFile::setPermissions(first(), QFile::WriteOwner));
            if (QFile file(first()); file.open(QIODevice::ReadOnly)) {
                QSKIP("this account may read everything");
            }
        }
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"cannot be read.*"_s + QRegularExpression::escape(first())));
        QCOMPARE(read().problems, (QList<PolicyProblem>{{PolicyProblem::Kind::Unreadable, first(), {}}}));
    }

    void whatIsNotThereIsNoProblem()
    {
        QCOMPARE(readPolicy({{m_folder->filePath(u"none/commkeys.ini"_s), QSettings::IniFormat}}).problems,
                 QList<PolicyProblem>());
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

    static void writeBytes(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::PolicyTest)
#include "policytest.moc"
