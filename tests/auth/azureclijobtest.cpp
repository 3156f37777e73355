// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclijob.h"
#include "support/finishedresult.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

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

    Result<AccessToken> run(const TokenRequest& request, const AzureCliTokenSource::MayUse& mayUse = allow)
    {
        return finishedResult<AccessToken>(new AzureCliJob(request, mayUse, this));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliJobTest)
#include "azureclijobtest.moc"
