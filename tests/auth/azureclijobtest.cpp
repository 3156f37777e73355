// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclijob.h"
#include "auth/cachingtokenprovider.h"
#include "auth/tokenclaims.h"
#include "support/finishedresult.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

/// Runs real processes: a stand-in az, a shell script on a PATH of its own.
class AzureCliJobTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", QFile::encodeName(m_folder->path()) + ":/usr/bin:/bin");
        qputenv("HOME", QFile::encodeName(m_folder->path()));
    }

    void asksAzForTheAudienceAndTheTenant()
    {
        standIn("echo \"$@\" > '" + folder() +
                "/arguments'\necho '{\"accessToken\":\"abc\",\"expires_on\":4102444800}'");
        TokenRequest request = audience();
        request.tenant = TenantId(u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s);
        const Result<AccessToken> token = run(request);
        QVERIFY2(token, token ? "" : qPrintable(token.error().toText()));
        QCOMPARE(token->token.revealText(), u"abc"_s);
        QFile arguments(m_folder->filePath(u"arguments"_s));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QCOMPARE(arguments.readAll().trimmed(),
                 QByteArray("account get-access-token --output json --resource https://arm.own.example/ --tenant "
                            "e8abe575-baa6-4436-af8a-dbf3eeb3a857"));
    }

    void asksOnceMoreWithoutTheTenantThatAMachineRefuses()
    {
        standIn(machineIdentity("echo \"$@\" >> '" + folder() + "/arguments'"));
        const Result<AccessToken> token = run(audienceIn(ownTenant));
        QVERIFY2(token, token ? "" : qPrintable(token.error().toText()));
        QCOMPARE(linesOf(u"arguments"_s).size(), 2);
        QVERIFY(linesOf(u"arguments"_s).first().contains("--tenant"));
        QVERIFY(!linesOf(u"arguments"_s).last().contains("--tenant"));
    }

    void aMachinesTokenForAnotherTenantIsNotTaken()
    {
        standIn(machineIdentity({}));
        const Result<AccessToken> token = run(audienceIn(otherTenant));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::NotSignedIn);
        QVERIFY2(token.error().message.contains(ownTenant) && token.error().message.contains(otherTenant),
                 qPrintable(token.error().message));
    }

    void aTokenThatDoesNotSayItsTenantIsTakenOnlyWhereAzWasAskedForIt()
    {
        const QByteArray opaque = "echo '{\"accessToken\":\"abc\",\"expires_on\":4102444800}'";
        standIn(opaque);
        QVERIFY(run(audienceIn(ownTenant)));
        standIn(
            "case \"$*\" in *--tenant*) echo 'Tenant shouldn'\\''t be specified for MSI account' >&2; exit 1;; esac\n" +
            opaque);
        QVERIFY(!run(audienceIn(ownTenant)));
    }

    void aTokenForAnotherTenantThanAzWasAskedForIsNotTaken()
    {
        standIn("echo '" + tokenOf(ownTenant) + "'");
        QVERIFY(run(audienceIn(ownTenant)));
        QVERIFY(run(audienceIn(ownTenant.toUpper())));
        QVERIFY(!run(audienceIn(otherTenant)));
        QVERIFY2(run(audienceIn(u"contoso.example"_s)), "a domain is not what a token says");
        QVERIFY(run(audience()));
    }

    void anAzThatRefusesTheTenantEachTimeRunsTwiceAndNoMore()
    {
        standIn("echo x >> '" + folder() +
                "/runs'\necho \"Tenant shouldn't be specified for MSI account\" >&2\nexit 1");
        const Result<AccessToken> token = run(audienceIn(ownTenant));
        QVERIFY(!token);
        QCOMPARE(linesOf(u"runs"_s).size(), 2);
        QVERIFY2(token.error().message.contains(u"Tenant shouldn't be specified"_s), qPrintable(token.error().message));
        QVERIFY(!token.error().advice.contains(u"az login"_s));
    }

    void theTokenIsFoundBetweenOtherLines()
    {
        standIn("printf 'Active code page: 65001\\r\\n'\necho '{\"accessToken\":\"abc\",\"expires_on\":4102444800}'");
        QVERIFY(run(audience()));
    }

    void anAzOfTheCurrentDirectoryNeverRuns()
    {
        standIn("touch '" + folder() + "/ran'");
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(m_folder->path()));
        qputenv("PATH", ":.:/usr/bin:/bin");
        qputenv("HOME", "/nonexistent");
        static_cast<void>(run(audience()));
        QVERIFY(!QFile::exists(m_folder->filePath(u"ran"_s)));
    }

    void aRunThatTakesTooLongIsEndedWithAllThatItStarted()
    {
        standIn("sleep 600 &\necho $! > '" + folder() + "/pid'\nwait");
        const Result<AccessToken> token = run(audience(), allow, 2s);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::Timeout);
        const QString child = u"/proc/"_s + QString::fromLatin1(linesOf(u"pid"_s).constFirst());
        QTRY_VERIFY(!isAlive(child));
    }

    void aFloodOfOutputIsCutOff()
    {
        standIn("exec yes");
        const Result<AccessToken> token = run(audience());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::BadAnswer);
    }

    void anAzWithoutItsInterpreterIsBroken()
    {
        standIn("");
        QFile file(m_folder->filePath(u"az"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/nonexistent/python3\n");
        file.close();
        const Result<AccessToken> token = run(audience());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::ToolMissing);
        QVERIFY(!token.error().advice.contains(u"az login"_s));
    }

    void sixtyTenantsGetTheirTokensWithAHandfulOfProcesses()
    {
        constexpr int tenants = 60;
        qputenv("PATH", COMMKEYS_STAND_IN_AZ ":/usr/bin:/bin");
        qputenv("STAND_IN_AZ_TENANT", ownTenant.toLatin1());
        qputenv("STAND_IN_AZ_LOG", folder() + "/log");
        qputenv("STAND_IN_AZ_HABITS", "runs slow");
        SystemClock clock;
        CachingTokenProvider provider(std::make_unique<AzureCliTokenSource>(allow), clock);
        QStringList received;
        for (int i = 0; i < tenants; ++i) {
            TokenRequest request =
                audienceIn(u"00000000-0000-4000-8000-0000000000%1"_s.arg(i, 2, 10, QLatin1Char('0')));
            provider.accessToken(request, this)
                ->onFinished(this,
                             [&received](const Result<Secret>& token) {
                                 received << (token ? readTokenClaims(*token)->tenant : token.error().toText());
                             })
                ->start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), tenants, 60'000);
        QCOMPARE(QSet<QString>(received.begin(), received.end()).size(), tenants);
        for (int i = 0; i < tenants; ++i) {
            QCOMPARE(received.at(i).size(), 36);
        }
        QCOMPARE_LE(mostAtOnce(), 4);
        QCOMPARE_GE(mostAtOnce(), 2);
    }

    void waitingForOthersIsNoRunningTime()
    {
        standIn("sleep 0.5\necho '{\"accessToken\":\"abc\",\"expires_on\":4102444800}'");
        SystemClock clock;
        CachingTokenProvider provider(std::make_unique<AzureCliTokenSource>(allow, 2500ms), clock);
        int received = 0;
        constexpr int tenants = 28; // seven turns, which take longer than one run may
        for (int i = 0; i < tenants; ++i) {
            provider.accessToken(audienceIn(QString::number(i)), this)
                ->onFinished(this, [&received](const Result<Secret>& token) { received += token ? 1 : 0; })
                ->start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(received, tenants, 60'000);
    }

    void saysThatAzIsNotInstalled()
    {
        if (QFile::exists(u"/usr/bin/az"_s)) {
            qputenv("PATH", QFile::encodeName(m_folder->path()));
        }
        const Result<AccessToken> token = run(audience());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::ToolMissing);
        QVERIFY(!token.error().advice.isEmpty());
    }

    void saysThatNobodyIsSignedIn()
    {
        standIn("echo \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1");
        const Result<AccessToken> token = run(audience());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::NotSignedIn);
    }

    void saysThatAzPrintsRubbish()
    {
        standIn("echo WARNING; echo hello");
        const Result<AccessToken> token = run(audience());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::BadAnswer);
    }

    void anAzThatDiesIsAnErrorToo()
    {
        standIn("kill -9 $$");
        QVERIFY(!run(audience()));
    }

    void doesNotLetThroughATokenForSomebodyElse()
    {
        const QByteArray payload = QByteArray("{\"aud\":\"https://management.azure.com/\"}")
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        standIn("echo '{\"accessToken\":\"eyJh." + payload + ".x\",\"expires_on\":4102444800}'");
        const Result<AccessToken> refused = run(audience(), [](const QString&) { return false; });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(run(audience(), [](const QString&) { return true; }));
    }

    void anAudienceThatIsNoAddressNeverReachesTheProgram_data()
    {
        QTest::addColumn<QString>("audience");
        QTest::newRow("shell") << u"https://a.example/&calc"_s;
        QTest::newRow("blank") << u"https://a.example/ https://b.example/"_s;
        QTest::newRow("option") << u"--debug"_s;
        QTest::newRow("quote") << u"https://a.example/\""_s;
    }

    void anAudienceThatIsNoAddressNeverReachesTheProgram()
    {
        QFETCH(QString, audience);
        standIn("touch '" + folder() + "/ran'");
        TokenRequest request;
        request.audience = audience;
        const Result<AccessToken> token = run(request);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!QFile::exists(m_folder->filePath(u"ran"_s)));
    }

    void cancellingEndsTheProgram()
    {
        standIn("echo $$ > '" + folder() + "/pid'\nexec sleep 600");
        auto* job = new AzureCliJob(audience(), allow, this);
        bool wasCancelled = false;
        job->onFinished(this, [&](const Result<AccessToken>& token) { wasCancelled = token.error().isCancelled(); })
            ->start();
        QFile pid(m_folder->filePath(u"pid"_s));
        QTRY_VERIFY(pid.exists() && pid.size() > 1);
        QVERIFY(pid.open(QIODevice::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(pid.readAll().trimmed());
        QVERIFY(QFile::exists(process));
        job->cancel();
        QTRY_VERIFY(wasCancelled);
        QTRY_VERIFY(!QFile::exists(process));
    }

private:
    const QString ownTenant = u"11111111-aaaa-4aaa-8aaa-111111111111"_s;
    const QString otherTenant = u"22222222-aaaa-4aaa-8aaa-222222222222"_s;

    static QByteArray tokenOf(const QString& tenant)
    {
        const QByteArray payload = ("{\"tid\":\"" + tenant.toLatin1() + "\"}")
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        return "{\"accessToken\":\"eyJh." + payload + ".x\",\"expires_on\":4102444800}";
    }

    [[nodiscard]] QByteArray machineIdentity(const QByteArray& first) const
    {
        return first +
               "\ncase \"$*\" in *--tenant*)\n"
               "  echo \"ERROR: Tenant shouldn't be specified for managed identity account\" >&2; exit 1;;\nesac\n"
               "echo '" +
               tokenOf(ownTenant) + "'";
    }

    [[nodiscard]] QList<QByteArray> linesOf(const QString& name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }

    /// A zombie that its parent has not looked at is none.
    static bool isAlive(const QString& process)
    {
        QFile state(process + u"/stat"_s);
        return state.open(QIODevice::ReadOnly) && !state.readAll().contains(") Z ");
    }

    /// By the "begin" and "end" of the stand-in's log, whose lines are in order.
    [[nodiscard]] int mostAtOnce() const
    {
        int running = 0;
        int most = 0;
        for (const QByteArray& line : linesOf(u"log"_s)) {
            running += line.contains("\"begin\"") ? 1 : line.contains("\"end\"") ? -1 : 0;
            most = std::max(most, running);
        }
        return most;
    }

    static TokenRequest audienceIn(const QString& tenant)
    {
        TokenRequest request = audience();
        request.tenant = TenantId(tenant);
        return request;
    }

    static bool allow(const QString&) { return true; }

    static TokenRequest audience()
    {
        TokenRequest request;
        request.audience = u"https://arm.own.example/"_s;
        return request;
    }

    [[nodiscard]] QByteArray folder() const { return QFile::encodeName(m_folder->path()); }

    void standIn(const QByteArray& script)
    {
        QFile file(m_folder->filePath(u"az"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    Result<AccessToken> run(const TokenRequest& request, const AzureCliTokenSource::MayUse& mayUse = allow,
                            std::chrono::milliseconds patience = AzureCliTokenSource::usualPatience)
    {
        return finishedResult<AccessToken>(new AzureCliJob(request, mayUse, this, patience));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliJobTest)
#include "azureclijobtest.moc"
