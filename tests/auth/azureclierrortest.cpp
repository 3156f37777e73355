// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclierror.h"
#include "auth/azureclilogin.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class AzureCliErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void theMessageFitsTheCause_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("advisesLogin");

        const auto row = [](const char* name, int exitCode, const QByteArray& said, ErrorKind kind,
                            const QString& message, bool advisesLogin) {
            QTest::newRow(name) << exitCode << said << kind << message << advisesLogin;
        };
        row("nobody is signed in", 1, "ERROR: Please run 'az login' to setup account.", ErrorKind::NotSignedIn,
            u"The Azure CLI needs you to sign in. It says: Please run 'az login' to setup account."_s, true);
        row("a warning behind it", 1,
            "ERROR: Please run 'az login' to setup account.\nWARNING: You have 2 update(s) available.",
            ErrorKind::NotSignedIn, u"It says: Please run 'az login' to setup account."_s, true);
        row("a second factor", 1,
            "ERROR: AADSTS50076: Due to a configuration change you must use multi-factor authentication.\n"
            "Trace ID: 1\nCorrelation ID: 2\nTimestamp: 2026-01-01\n"
            "Interactive authentication is needed. Please run:\naz login --scope x",
            ErrorKind::NotSignedIn,
            u"The tenant requires multi-factor authentication. It says: AADSTS50076: Due to a configuration change"_s,
            true);
        row("an expired refresh token", 1,
            "AADSTS700082: The refresh token has expired due to inactivity.\nTo re-authenticate, please run:\naz login",
            ErrorKind::NotSignedIn, u"Your Azure CLI sign-in has expired. It says: AADSTS700082"_s, true);
        row("a revoked grant", 1, "ERROR: AADSTS50173: The provided grant has expired due to it being revoked.",
            ErrorKind::NotSignedIn, u"Your Azure CLI sign-in has expired."_s, true);
        row("Conditional Access", 1, "ERROR: AADSTS53003: Access has been blocked by Conditional Access policies.",
            ErrorKind::Forbidden, u"A policy of the tenant blocks the Azure CLI."_s, false);
        row("an unmanaged device", 1, "ERROR: AADSTS530003: Your device is required to be managed.",
            ErrorKind::Forbidden, u"A policy of the tenant blocks the Azure CLI."_s, false);
        row("no member of the tenant", 1, "ERROR: AADSTS50020: User account does not exist in tenant.",
            ErrorKind::Forbidden, u"The Azure CLI's account doesn't belong to this tenant."_s, true);
        row("an application of another tenant", 1, "ERROR: AADSTS700016: Application was not found in the directory.",
            ErrorKind::Forbidden, u"The Azure CLI's account doesn't belong to this tenant."_s, true);
        row("an expired secret", 1, "ERROR: AADSTS7000222: The provided client secret keys are expired.",
            ErrorKind::Forbidden, u"The secret of the Azure CLI's service principal isn't valid."_s, true);
        row("no subscription", 1, "ERROR: No subscription found. Run 'az account set' to select a subscription.",
            ErrorKind::NotSignedIn, u"The Azure CLI has no subscription to use. It says: No subscription found."_s,
            true);
        row("a module is missing", 1,
            "Traceback (most recent call last):\n  File \"az\", line 3\nModuleNotFoundError: No module named 'azure'",
            ErrorKind::ToolMissing,
            u"The Azure CLI at /opt/az is broken. It says: ModuleNotFoundError: No module named 'azure'"_s, false);
        row("another Python", 1, "ImportError: cannot import name 'six' from 'x'", ErrorKind::ToolMissing,
            u"The Azure CLI at /opt/az is broken. It says: ImportError"_s, false);
        row("a Python that is too old", 1, "    print(f'{x=}')\n               ^\nSyntaxError: invalid syntax",
            ErrorKind::ToolMissing, u"is broken. It says: SyntaxError: invalid syntax"_s, false);
        row("no interpreter", 126, "/bin/sh: /opt/az: /usr/bin/python2: bad interpreter: No such file or directory",
            ErrorKind::ToolMissing, u"is broken. It says: /bin/sh: /opt/az: /usr/bin/python2: bad interpreter"_s,
            false);
        row("no python3 for env", 127, "/usr/bin/env: \xE2\x80\x98python3\xE2\x80\x99: No such file or directory",
            ErrorKind::ToolMissing, u"The Azure CLI at /opt/az is broken."_s, false);
        row("a missing library", 127,
            "python3: error while loading shared libraries: libffi.so.6: cannot open shared object file",
            ErrorKind::ToolMissing, u"The Azure CLI at /opt/az is broken."_s, false);
        row("Python killed below the script", 137, "", ErrorKind::ToolMissing,
            u"The Azure CLI ended unexpectedly (signal 9)."_s, false);
        row("no network", 1,
            "ERROR: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded with url: /x",
            ErrorKind::Network, u"The Azure CLI couldn't reach the sign-in service. It says: HTTPSConnectionPool"_s,
            false);
        row("no name service", 1, "ERROR: [Errno -3] Temporary failure in name resolution", ErrorKind::Network,
            u"The Azure CLI couldn't reach the sign-in service."_s, false);
        row("a certificate of a proxy", 1,
            "ERROR: HTTPSConnectionPool: Max retries exceeded (Caused by SSLError: CERTIFICATE_VERIFY_FAILED)",
            ErrorKind::Tls, u"The Azure CLI doesn't trust the server's certificate."_s, false);
        row("a full disk", 1, "ERROR: [Errno 28] No space left on device: '/home/a/.azure/msal'",
            ErrorKind::ToolMissing, u"The Azure CLI can't use its files. It says: [Errno 28]"_s, false);
        row("files of root", 1, "PermissionError: [Errno 13] Permission denied: '/home/a/.azure/az.sess'",
            ErrorKind::ToolMissing, u"The Azure CLI can't use its files."_s, false);
        row("another program", 2, "usage: az [-h]\naz: error: unrecognized arguments: --resource",
            ErrorKind::ToolMissing, u"The program /opt/az isn't the Azure CLI, or it's too old. It says: "_s, false);
        row("another program's command", 2, "az: 'account' is misspelled or not recognized by the system.",
            ErrorKind::ToolMissing, u"isn't the Azure CLI"_s, false);
        row("something else", 3, "ERROR: The moon is full.", ErrorKind::NotSignedIn,
            u"The Azure CLI could not get a token. It says: The moon is full."_s, false);
        row("nothing said", 3, "", ErrorKind::NotSignedIn, u"The Azure CLI could not get a token."_s, false);
        row("coloured", 1, "\x1b[91mERROR: The moon is full.\x1b[0m\r\n", ErrorKind::NotSignedIn,
            u"It says: The moon is full."_s, false);
    }

    void theMessageFitsTheCause()
    {
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, message);
        QFETCH(bool, advisesLogin);
        const Error error = azureCliError({exitCode, false, {}, said, u"/opt/az"_s}, request());
        QCOMPARE(error.kind, kind);
        QVERIFY2(error.message.contains(message), qPrintable(error.message));
        QCOMPARE(error.advice.contains(u"az login"_s), advisesLogin);
        QVERIFY2(!error.advice.isEmpty(), qPrintable(error.message));
        QVERIFY(!error.message.contains(u'\x1b') && !error.message.contains(u'\n'));
    }

    void theEndByASignalIsNamed()
    {
        const Error error = azureCliError({11, true, {}, {}, u"/opt/az"_s}, request());
        QCOMPARE(error.kind, ErrorKind::ToolMissing);
        QCOMPARE(error.message, u"The Azure CLI ended unexpectedly (signal 11)."_s);
        QVERIFY(!error.advice.contains(u"az login"_s));
    }

    void allWordsAreInTheDetailsWithoutSecrets()
    {
        const Error error =
            azureCliError({1, false, {}, "first line\nERROR: refresh_token=open-sesame is bad", {}}, request());
        QVERIFY(error.detail.message.contains(u"first line"_s));
        QVERIFY(!error.toText().contains(u"open-sesame"_s));
    }

    void wordsOnStandardOutputCountWhereThereAreNoOthers()
    {
        const Error error =
            azureCliError({1, false, "ERROR: Please run 'az login' to setup account.", {}, {}}, request());
        QVERIFY2(error.advice.contains(u"az login"_s), qPrintable(error.toText()));
    }

    void aLongLineIsCut()
    {
        QVERIFY(azureCliError({1, false, {}, QByteArray(5000, 'x') + " y", {}}, request()).message.size() < 400);
    }

    void namesTheTenantThatWantsMore()
    {
        const Error error = azureCliError({1, false, {}, "AADSTS50076: … run: az login --tenant X", {}}, request());
        QVERIFY(error.advice.contains(u"az login --tenant e8abe575-baa6-4436-af8a-dbf3eeb3a857 --scope "
                                      "\"https://management.azure.com//.default\""_s));
    }

    void aRefusedTenantOptionIsSeen_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<bool>("expected");
        QTest::newRow("managed identity")
            << QByteArray("ERROR: Tenant shouldn't be specified for managed identity account") << true;
        QTest::newRow("MSI") << QByteArray("ERROR: Tenant shouldn't be specified for MSI account") << true;
        QTest::newRow("Cloud Shell") << QByteArray("Tenant shouldn't be specified for Cloud Shell account") << true;
        QTest::newRow("other words") << QByteArray("ERROR: A tenant must not be given for such an account.") << true;
        QTest::newRow("cannot") << QByteArray("You cannot specify a tenant: tenant cannot be specified here") << true;
        QTest::newRow("typographic") << QByteArray("Tenant shouldn\xE2\x80\x99t be specified") << true;
        QTest::newRow("not supported") << QByteArray("ERROR: --tenant is not supported for this account") << true;
        QTest::newRow("no such option") << QByteArray("az: error: unrecognized arguments: --tenant 1234") << true;
        QTest::newRow("nobody is signed in") << QByteArray("ERROR: Please run 'az login' to setup account.") << false;
        QTest::newRow("not in the tenant")
            << QByteArray("AADSTS50020: User account is not supported in tenant and cannot be used") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("the network") << QByteArray("Max retries exceeded with url: /tenant/x") << false;
    }

    void aRefusedTenantOptionIsSeen()
    {
        QFETCH(QByteArray, said);
        QFETCH(bool, expected);
        QCOMPARE(refusesTenantOption({1, false, {}, said, {}}), expected);
    }

    void theLoginCommandPassesThroughAnyShell()
    {
        QCOMPARE(azureCliLogin({}), u"az login"_s);
        QCOMPARE(azureCliLogin(TenantId(u"a; rm -rf /"_s), u"https://a/&calc"_s), u"az login"_s);
        QCOMPARE(azureCliLogin(TenantId(u"contoso.example"_s), u"https://arm.example"_s, u"{\"a\":\"$(x)`\"}"_s),
                 u"az login --tenant contoso.example --scope \"https://arm.example/.default\" --claims-challenge "
                 "\"eyJhIjoiJCh4KWAifQ==\""_s);
    }

private:
    static TokenRequest request()
    {
        TokenRequest request;
        request.tenant = TenantId(u"e8abe575-baa6-4436-af8a-dbf3eeb3a857"_s);
        request.audience = u"https://management.azure.com/"_s;
        return request;
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::AzureCliErrorTest)
#include "azureclierrortest.moc"
