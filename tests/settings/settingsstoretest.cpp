// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
        settings.clipboardClearsAfter = 10s;
        settings.secretHidesAfter = 15s;
        SettingsStore store(path());
        QSignalSpy changed(&store, &SettingsStore::changed);
        QVERIFY(store.save(settings));
        QVERIFY(store.save(settings));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(SettingsStore(path()).settings(), settings);
    }

    void whatMakesNoSenseReadsAsTheDefault()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[cloud]\narmEndpoint=http://arm.own.example\n[signIn]\nclientId=../v1.0\n"
            "tenant=contoso.example/..\n[privacy]\nclipboardClearsAfterSeconds=-3\nsecretHidesAfterSeconds=never\n");
        file.close();
        QCOMPARE(SettingsStore(path()).settings(), Settings());
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

    void aFileThatCannotBeWrittenIsSaid()
    {
        SettingsStore store(u"/proc/commkeys/settings.ini"_s);
        QVERIFY(!store.save(Settings{}));
    }

    void cleanup() { QFile::remove(path()); }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.ini"_s); }

    QTemporaryDir m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SettingsStoreTest)
#include "settingsstoretest.moc"
