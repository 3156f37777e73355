// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azurecliprogram.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class AzureCliProgramTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = qgetenv("PATH");
        m_home = qgetenv("HOME");
    }
    void cleanup()
    {
        qputenv("PATH", m_path);
        qputenv("HOME", m_home);
    }

    void isFoundOffThePathWhereInstallersPutIt_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {".local/bin", "bin", ".nix-profile/bin", ".linuxbrew/bin", "lib/azure-cli/bin",
                                  ".local/state/nix/profile/bin", ".pyenv/shims", ".asdf/shims"}) {
            QTest::newRow(place) << QString::fromLatin1(place);
        }
    }

    void isFoundOffThePathWhereInstallersPutIt()
    {
        QFETCH(QString, place);
        qputenv("HOME", QFile::encodeName(m_folder->path()));
        qputenv("PATH", "/usr/sbin");
        const QString az = makeAz(place);
        if (QFile::exists(u"/usr/bin/az"_s) || QFile::exists(u"/usr/local/bin/az"_s)) {
            QSKIP("an Azure CLI is installed here");
        }
        const Result<QString> found = findAzureCli(azureCliFolders());
        QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
        QCOMPARE(*found, az);
    }

    void theSystemsPlacesAreLookedAt()
    {
        qputenv("PATH", "/usr/sbin");
        const QStringList others = azureCliFolders().others;
        for (const char* place : {"/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/az/bin", "/opt/homebrew/bin",
                                  "/home/linuxbrew/.linuxbrew/bin", "/run/current-system/sw/bin"}) {
            QVERIFY2(others.contains(QString::fromLatin1(place)), place);
        }
    }

    void theCurrentDirectoryIsNoPlace_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a dot") << QByteArray(".:/usr/sbin");
        QTest::newRow("nothing between colons") << QByteArray("/usr/sbin::/sbin");
        QTest::newRow("a colon at the end") << QByteArray("/usr/sbin:");
        QTest::newRow("a colon at the beginning") << QByteArray(":/usr/sbin");
        QTest::newRow("a relative folder") << QByteArray("tools:../tools:./tools");
        QTest::newRow("nothing at all") << QByteArray();
    }

    void theCurrentDirectoryIsNoPlace()
    {
        QFETCH(QByteArray, path);
        makeAz(u"."_s);
        makeAz(u"tools"_s);
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(m_folder->path()));
        qputenv("PATH", path);
        const QStringList folders = azureCliFolders().onPath;
        for (const QString& folder : folders) {
            QVERIFY2(QDir::isAbsolutePath(folder), qPrintable(folder));
        }
        const Result<QString> found = findAzureCli({folders, {}});
        QVERIFY2(!found || !found->startsWith(m_folder->path()), "started from the current directory");
    }

    void aFolderThatOthersMayWriteToIsPassedOver_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<bool>("isOnPath");
        QTest::newRow("the folder, on PATH") << u"one/bin"_s << true;
        QTest::newRow("the folder") << u"one/bin"_s << false;
        QTest::newRow("the folder above it") << u"one"_s << true;
        QTest::newRow("the program") << u"one/bin/az"_s << true;
    }

    void aFolderThatOthersMayWriteToIsPassedOver()
    {
        QFETCH(QString, open);
        QFETCH(bool, isOnPath);
        makeAz(u"one/bin"_s);
        const QString good = makeAz(u"two/bin"_s);
        makeOpen(open);
        const QStringList folders{m_folder->filePath(u"one/bin"_s), m_folder->filePath(u"two/bin"_s)};
        const Result<QString> found =
            findAzureCli(isOnPath ? AzureCliFolders{folders, {}} : AzureCliFolders{{}, folders});
        QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
        QCOMPARE(*found, good);
    }

    void theOnlyOneInAnOpenFolderIsNamedAndNotStarted()
    {
        const QString az = makeAz(u"one/bin"_s);
        makeOpen(u"one/bin"_s);
        const Result<QString> found = findAzureCli({{m_folder->filePath(u"one/bin"_s)}, {}});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Refused);
        QVERIFY2(found.error().message.contains(az), qPrintable(found.error().message));
    }

    void aLinkIntoAnOpenFolderIsPassedOver()
    {
        const QString az = makeAz(u"open"_s);
        makeOpen(u"open"_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"links"_s));
        QVERIFY(QFile::link(az, m_folder->filePath(u"links/az"_s)));
        QVERIFY(!findAzureCli({{m_folder->filePath(u"links"_s)}, {}}));
    }

    void aLinkToAGoodOneIsFollowed()
    {
        const QString az = makeAz(u"venvs/azure-cli/bin"_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"links"_s));
        QVERIFY(QFile::link(az, m_folder->filePath(u"links/az"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"links"_s), m_folder->filePath(u"more"_s)));
        QVERIFY(findAzureCli({{m_folder->filePath(u"more"_s)}, {}}));
    }

    void whatIsNoProgramIsPassedOver()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"one/az"_s)); // a folder
        QVERIFY(QDir(m_folder->path()).mkpath(u"two"_s));
        QFile text(m_folder->filePath(u"two/az"_s)); // not executable
        QVERIFY(text.open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_folder->path()).mkpath(u"three"_s));
        QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), m_folder->filePath(u"three/az"_s))); // leads nowhere
        const Result<QString> found = findAzureCli(
            {{m_folder->filePath(u"one"_s), m_folder->filePath(u"two"_s), m_folder->filePath(u"three"_s)}, {}});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::ToolMissing);
    }

    void whereItWasLookedIsSaid()
    {
        const Result<QString> found = findAzureCli({{u"/path-folder"_s}, {u"/other-folder"_s, u"/third-folder"_s}});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::ToolMissing);
        QVERIFY2(!found.error().message.contains(u"not installed"_s), qPrintable(found.error().message));
        QVERIFY2(found.error().advice.contains(u"PATH"_s), qPrintable(found.error().advice));
        QVERIFY2(found.error().advice.contains(u'2'), qPrintable(found.error().advice));
        for (const QString& folder : {u"/path-folder"_s, u"/other-folder"_s, u"/third-folder"_s}) {
            QVERIFY(found.error().detail.message.contains(folder));
        }
    }

private:
    QString makeAz(const QString& place)
    {
        const QString folder = QDir::cleanPath(m_folder->filePath(place));
        if (!QDir().mkpath(folder)) {
            return {};
        }
        QFile az(folder + u"/az"_s);
        if (!az.open(QIODevice::WriteOnly)) {
            return {};
        }
        az.write("#!/bin/sh\n");
        az.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return az.fileName();
    }

    void makeOpen(const QString& name)
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOther));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
    QByteArray m_home;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliProgramTest)
#include "azurecliprogramtest.moc"
