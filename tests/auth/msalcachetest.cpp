// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcache.h"
#include "support/madeupsignin.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString otherClient = u"99999999-8888-7777-6666-555555555555"_s;
const QString tenantB = u"bbbbbbbb-0000-0000-0000-00000000000b"_s;

QJsonObject jsonOf(const MsalCache& cache)
{
    return QJsonDocument::fromJson(cache.toJson().reveal().toByteArray()).object();
}

MsalCache cacheOf(const QJsonObject& json)
{
    QByteArray text = QJsonDocument(json).toJson();
    return *MsalCache::parse(Secret::take(text));
}

/// The one entry of a section.
QJsonObject onlyEntry(const QJsonObject& json, const QString& section)
{
    const QJsonObject entries = json.value(section).toObject();
    return entries.size() == 1 ? entries.begin().value().toObject() : QJsonObject();
}

QStringList usernames(const QList<Account>& accounts)
{
    QStringList names;
    for (const Account& account : accounts) {
        names << account.username;
    }
    return names;
}

/// Files every entry of @p json under another name of the service.
QJsonObject filedUnder(const QString& environment, const QJsonObject& json)
{
    QString text = QString::fromUtf8(QJsonDocument(json).toJson());
    text.replace(u"\"environment\": \"login.microsoftonline.com\""_s, u"\"environment\": \""_s + environment + u'"');
    text.replace(u"-login.microsoftonline.com-"_s, u'-' + environment + u'-');
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

class MsalCacheTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_cache = MsalCache(); }

    void filesASignInAsMsalDoes()
    {
        const Account account = add({});
        QCOMPARE(account.homeAccountId, MadeUpSignIn::homeAccountId(1));
        QCOMPARE(account.tenant.toString(), MadeUpSignIn::homeTenant(1));
        QCOMPARE(account.objectId, MadeUpSignIn::uid(1));
        QCOMPARE(account.environment, u"login.microsoftonline.com"_s);

        const QString person = MadeUpSignIn::homeAccountId(1) + u"-login.microsoftonline.com-"_s;
        const QString tenant = MadeUpSignIn::homeTenant(1);
        const QJsonObject json = jsonOf(m_cache);
        QCOMPARE(json.keys(), QStringList({u"Account"_s, u"AppMetadata"_s, u"IdToken"_s, u"RefreshToken"_s}));
        QCOMPARE(json.value(u"Account"_s).toObject().keys(), QStringList(person + tenant));
        QCOMPARE(json.value(u"IdToken"_s).toObject().keys(),
                 QStringList(person + u"idtoken-"_s + madeUpClient() + u'-' + tenant + u'-'));
        QCOMPARE(json.value(u"RefreshToken"_s).toObject().keys(),
                 QStringList(person + u"refreshtoken-"_s + madeUpClient() +
                             u"--https://management.azure.com/.default "
                             "https://management.azure.com/user_impersonation"_s));
        QCOMPARE(json.value(u"AppMetadata"_s).toObject().keys(),
                 QStringList(u"appmetadata-login.microsoftonline.com-"_s + madeUpClient()));
    }

    void fillsInTheFieldsThatMsalReads()
    {
        add({});
        const QJsonObject json = jsonOf(m_cache);
        const QJsonObject account = onlyEntry(json, u"Account"_s);
        QCOMPARE(account.value(u"realm"_s).toString(), MadeUpSignIn::homeTenant(1));
        QCOMPARE(account.value(u"local_account_id"_s).toString(), MadeUpSignIn::uid(1));
        QCOMPARE(account.value(u"username"_s).toString(), MadeUpSignIn::username(1));
        QCOMPARE(account.value(u"authority_type"_s).toString(), u"MSSTS"_s);
        QVERIFY(!account.value(u"client_info"_s).toString().isEmpty());
        const QJsonObject refresh = onlyEntry(json, u"RefreshToken"_s);
        QCOMPARE(refresh.value(u"credential_type"_s).toString(), u"RefreshToken"_s);
        QCOMPARE(refresh.value(u"secret"_s).toString(), u"refresh-1"_s);
        QCOMPARE(refresh.value(u"client_id"_s).toString(), madeUpClient());
        QCOMPARE(refresh.value(u"target"_s).toString(),
                 u"https://management.azure.com/.default https://management.azure.com/user_impersonation"_s);
        QCOMPARE(refresh.value(u"last_modification_time"_s).toString(), u"1768473720"_s);
        QVERIFY(!refresh.contains(u"family_id"_s));
        QCOMPARE(onlyEntry(json, u"IdToken"_s).value(u"credential_type"_s).toString(), u"IdToken"_s);
        QCOMPARE(onlyEntry(json, u"AppMetadata"_s).keys(), QStringList({u"client_id"_s, u"environment"_s}));
    }

    void keysAreInSmallLettersAndFieldsAsTheyCame()
    {
        TokenAnswer answer = MadeUpSignIn{}.answer();
        answer.homeAccountId = answer.homeAccountId.toUpper();
        m_cache.add(answer, publicLogin(), madeUpClient(), m_now);
        const QJsonObject accounts = jsonOf(m_cache).value(u"Account"_s).toObject();
        QCOMPARE(accounts.keys().first(), accounts.keys().first().toLower());
        QCOMPARE(accounts.begin().value().toObject().value(u"home_account_id"_s).toString(), answer.homeAccountId);
    }

    void aFamilyStandsInKeyTokenAndApplication()
    {
        add({.family = u"1"_s});
        const QJsonObject json = jsonOf(m_cache);
        QVERIFY(json.value(u"RefreshToken"_s).toObject().keys().first().contains(u"-refreshtoken-1--"_s));
        QCOMPARE(onlyEntry(json, u"RefreshToken"_s).value(u"family_id"_s).toString(), u"1"_s);
        QCOMPARE(onlyEntry(json, u"AppMetadata"_s).value(u"family_id"_s).toString(), u"1"_s);
    }

    void anApplicationThatLeftItsFamilySaysSo()
    {
        add({.family = u"1"_s});
        add({});
        QVERIFY(!onlyEntry(jsonOf(m_cache), u"AppMetadata"_s).contains(u"family_id"_s));
        QCOMPARE(jsonOf(m_cache).value(u"RefreshToken"_s).toObject().size(), 1);
    }

    void adfsIsFiledUnderItsPath()
    {
        LoginService login{QUrl(u"https://adfs.example.net/adfs"_s), u"adfs.example.net"_s, {}, false};
        TokenAnswer answer = MadeUpSignIn{.tenant = QString()}.answer();
        answer.homeAccountId = u"subject"_s;
        const Account account = m_cache.add(answer, login, madeUpClient(), m_now);
        const QJsonObject json = jsonOf(m_cache);
        QCOMPARE(json.value(u"Account"_s).toObject().keys(), QStringList(u"subject-adfs.example.net-adfs"_s));
        QCOMPARE(onlyEntry(json, u"Account"_s).value(u"authority_type"_s).toString(), u"ADFS"_s);
        QCOMPARE(m_cache.accounts(login, madeUpClient()), QList<Account>{account});
    }

    void anAnswerThatNamesNobodyIsNotFiled()
    {
        TokenAnswer answer = MadeUpSignIn{}.answer();
        answer.homeAccountId.clear();
        QVERIFY(m_cache.add(answer, publicLogin(), madeUpClient(), m_now).homeAccountId.isEmpty());
        QVERIFY(m_cache.isEmpty());
        QVERIFY(add({.hasIdToken = false}).homeAccountId.isEmpty());
        QVERIFY(m_cache.isEmpty());
    }

    void aRenewalWithoutAnIdTokenChangesTheRefreshTokenOnly()
    {
        const Account account = add({});
        const QJsonObject before = jsonOf(m_cache);
        m_now = m_now.addSecs(60);
        QCOMPARE(add({.refreshToken = u"renewed"_s, .family = u"1"_s, .hasIdToken = false}, account), account);
        const QJsonObject after = jsonOf(m_cache);
        for (const QString& section : {u"Account"_s, u"IdToken"_s, u"AppMetadata"_s}) {
            QCOMPARE(after.value(section), before.value(section));
        }
        QCOMPARE(onlyEntry(after, u"RefreshToken"_s).value(u"secret"_s).toString(), u"renewed"_s);
        QCOMPARE(onlyEntry(after, u"RefreshToken"_s).value(u"last_modification_time"_s).toString(), u"1768473780"_s);
    }

    void aRenewalWithoutANewRefreshTokenKeepsTheOldOne()
    {
        const Account account = add({});
        add({.tenant = tenantB, .refreshToken = QString()}, account);
        QCOMPARE(token(account), u"refresh-1"_s);
    }

    void anEarlierRefreshTokenOfTheApplicationGoes()
    {
        const Account account = add({});
        add({.refreshToken = u"new"_s, .scope = u"https://other.example/.default"_s});
        QCOMPARE(jsonOf(m_cache).value(u"RefreshToken"_s).toObject().size(), 1);
        QCOMPARE(token(account), u"new"_s);
        // Under an alias as well.
        m_cache = cacheOf(filedUnder(u"login.windows.net"_s, jsonOf(m_cache)));
        QCOMPARE(token(account), u"new"_s);
        add({.refreshToken = u"newer"_s});
        QCOMPARE(jsonOf(m_cache).value(u"RefreshToken"_s).toObject().size(), 1);
        QCOMPARE(token(account), u"newer"_s);
    }

    void findsWhatIsFiledUnderAnyNameOfTheService()
    {
        add({});
        for (const QString& name : {u"login.windows.net"_s, u"STS.windows.net"_s, u"login.microsoft.com"_s}) {
            const MsalCache elsewhere = cacheOf(filedUnder(name, jsonOf(m_cache)));
            const QList<Account> accounts = elsewhere.accounts(publicLogin(), madeUpClient());
            QCOMPARE(accounts, m_cache.accounts(publicLogin(), madeUpClient()));
            QCOMPARE(elsewhere.refreshToken(accounts.first(), publicLogin(), madeUpClient()).revealText(),
                     u"refresh-1"_s);
        }
        const MsalCache foreign = cacheOf(filedUnder(u"login.example"_s, jsonOf(m_cache)));
        QVERIFY(foreign.accounts(publicLogin(), madeUpClient()).isEmpty());
    }

    void aPersonIsListedOnceAndAtHome()
    {
        const Account home = add({});
        add({.tenant = tenantB});
        add({.tenant = u"00000000-0000-0000-0000-00000000000b"_s});
        QCOMPARE(jsonOf(m_cache).value(u"Account"_s).toObject().size(), 3);
        QCOMPARE(m_cache.accounts(publicLogin(), madeUpClient()), QList<Account>{home});
    }

    void aGuestIsListedWhereTheySignedIn()
    {
        const Account guest = add({.tenant = tenantB});
        QCOMPARE(m_cache.accounts(publicLogin(), madeUpClient()), QList<Account>{guest});
    }

    void accounts_personalAccount_isListedWhereTheySignedIn()
    {
        // The first realm in the order of the keys is another one, which a renewal filed.
        TokenAnswer answer = MadeUpSignIn{.tenant = tenantB}.answer();
        answer.homeAccountId = u"00000000-0000-0000-1234-56789abcdef0."_s + consumersTenant.toString();
        const Account signedIn = m_cache.add(answer, publicLogin(), madeUpClient(), m_now);
        answer.identity.tenant = u"00000000-0000-0000-0000-00000000000a"_s;
        m_cache.add(answer, publicLogin(), madeUpClient(), m_now.addSecs(60), signedIn);
        QCOMPARE(m_cache.accounts(publicLogin(), madeUpClient()), QList<Account>{signedIn});
        const Result<MsalCache> read = MsalCache::parse(m_cache.toJson());
        QCOMPARE(read->accounts(publicLogin(), madeUpClient()), QList<Account>{signedIn});
        QCOMPARE(read->tenants(signedIn, publicLogin()).size(), 2);
    }

    void accounts_severalSignIns_theLastCounts()
    {
        add({});
        const Account guest =
            m_cache.add(MadeUpSignIn{.tenant = tenantB}.answer(), publicLogin(), madeUpClient(), m_now.addSecs(60));
        QCOMPARE(m_cache.accounts(publicLogin(), madeUpClient()), QList<Account>{guest});
    }

    void tenants_ofAnotherPerson_areNotListed()
    {
        const Account account = add({});
        add({.person = 2, .tenant = tenantB});
        QCOMPARE(m_cache.tenants(account, publicLogin()), QList<TenantId>{account.tenant});
    }

    void whoeverWasUsedLastComesFirst()
    {
        for (const int person : {1, 3, 2}) {
            add({.person = person});
            m_now = m_now.addSecs(1);
        }
        const auto names = [this] { return usernames(m_cache.accounts(publicLogin(), madeUpClient())); };
        QCOMPARE(names(),
                 QStringList({MadeUpSignIn::username(2), MadeUpSignIn::username(3), MadeUpSignIn::username(1)}));
        add({.person = 1, .refreshToken = u"renewed"_s});
        QCOMPARE(names().first(), MadeUpSignIn::username(1));
    }

    void listsOnlyWhoHasARefreshTokenForTheApplication()
    {
        add({});
        add({.person = 2, .refreshToken = QString()});
        QCOMPARE(usernames(m_cache.accounts(publicLogin(), madeUpClient())), QStringList(MadeUpSignIn::username(1)));
        QVERIFY(m_cache.accounts(publicLogin(), otherClient).isEmpty());
    }

    void aFamilysTokenIsForItsMembersAndForWhoIsNotKnownYet()
    {
        const Account account = add({.family = u"1"_s});
        QCOMPARE(m_cache.refreshToken(account, publicLogin(), otherClient).revealText(), u"refresh-1"_s);
        // Signed in once and told of no family.
        m_cache.add(MadeUpSignIn{.person = 2}.answer(), publicLogin(), otherClient, m_now);
        QVERIFY(m_cache.refreshToken(account, publicLogin(), otherClient).isEmpty());
        // A member.
        m_cache.add(MadeUpSignIn{.person = 2, .family = u"1"_s}.answer(), publicLogin(), otherClient, m_now);
        QCOMPARE(m_cache.refreshToken(account, publicLogin(), otherClient).revealText(), u"refresh-1"_s);
    }

    void onesOwnTokenComesBeforeTheFamilys()
    {
        const Account account = add({});
        m_now = m_now.addSecs(60);
        m_cache.add(MadeUpSignIn{.refreshToken = u"family"_s, .family = u"1"_s}.answer(), publicLogin(), otherClient,
                    m_now);
        QCOMPARE(token(account), u"refresh-1"_s);
    }

    void signingOutLeavesNothingOfThatPerson()
    {
        const Account account = add({});
        add({.tenant = tenantB});
        m_cache.add(MadeUpSignIn{.family = u"1"_s}.answer(), publicLogin(), otherClient, m_now);
        QJsonObject json = jsonOf(m_cache);
        // Others file under other names, and in sections of their own.
        QJsonObject alias = filedUnder(u"login.windows.net"_s, json).value(u"RefreshToken"_s).toObject();
        json.insert(u"Future"_s, alias);
        m_cache = cacheOf(json);
        const Account other = add({.person = 2});
        m_cache.remove(account, publicLogin());
        QVERIFY(!m_cache.toJson().revealText().contains(MadeUpSignIn::uid(1)));
        QVERIFY(!m_cache.toJson().revealText().contains(u"refresh-1"_s));
        QCOMPARE(m_cache.accounts(publicLogin(), madeUpClient()), QList<Account>{other});
        QVERIFY(jsonOf(m_cache).contains(u"AppMetadata"_s));
        m_cache.remove(other, publicLogin());
        QVERIFY(m_cache.isEmpty());
        QCOMPARE(m_cache.toJson().revealText(), u"{}"_s);
    }

    void signingOutAtOneServiceIsNotSigningOutAtAnother()
    {
        const Account account = add({});
        const LoginService china{QUrl(u"https://login.chinacloudapi.cn"_s), u"login.chinacloudapi.cn"_s, {}, true};
        m_cache.add(MadeUpSignIn{}.answer(), china, madeUpClient(), m_now);
        m_cache.remove(account, publicLogin());
        QCOMPARE(m_cache.accounts(china, madeUpClient()).size(), 1);
    }

    void keepsWhatItDoesNotKnowAndDropsAccessTokens()
    {
        add({});
        QJsonObject json = jsonOf(m_cache);
        QJsonObject accounts = json.value(u"Account"_s).toObject();
        QJsonObject account = accounts.begin().value().toObject();
        account.insert(u"later_field"_s, QJsonObject{{u"a"_s, 1.5}});
        accounts.insert(accounts.keys().first(), account);
        json.insert(u"Account"_s, accounts);
        json.insert(u"Future"_s, QJsonObject{{u"key"_s, QJsonObject{{u"secret"_s, u"s"_s}, {u"n"_s, 7}}}});
        json.insert(u"Version"_s, u"3"_s);
        json.insert(u"List"_s, QJsonArray{1, u"two"_s});
        json.insert(u"None"_s, QJsonObject());
        const QJsonObject wanted = json;
        json.insert(u"AccessToken"_s, QJsonObject{{u"k"_s, QJsonObject{{u"secret"_s, u"access"_s}}}});
        QCOMPARE(jsonOf(cacheOf(json)), wanted);
        m_cache = cacheOf(json);
        add({});
        QVERIFY(onlyEntry(jsonOf(m_cache), u"Account"_s).contains(u"later_field"_s));
    }

    void numbersMayBeNumbers()
    {
        add({});
        add({.person = 2});
        QJsonObject json = jsonOf(m_cache);
        QJsonObject tokens = json.value(u"RefreshToken"_s).toObject();
        QJsonObject second = tokens.value(tokens.keys().last()).toObject();
        second.insert(u"last_modification_time"_s, 1'800'000'000);
        tokens.insert(tokens.keys().last(), second);
        json.insert(u"RefreshToken"_s, tokens);
        QCOMPARE(cacheOf(json).accounts(publicLogin(), madeUpClient()).first().username, MadeUpSignIn::username(2));
    }

    void whatPythonFilesUnderOrganizationsIsAtHome()
    {
        add({});
        QJsonObject json = jsonOf(m_cache);
        QJsonObject account = onlyEntry(json, u"Account"_s);
        account.insert(u"realm"_s, u"organizations"_s);
        json.insert(u"Account"_s, QJsonObject{{u"any key"_s, account}});
        QCOMPARE(cacheOf(json).accounts(publicLogin(), madeUpClient()).first().tenant.toString(),
                 MadeUpSignIn::homeTenant(1));
    }

    void refusesWhatIsNotACache_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : {u" "_s, u"token"_s, u"[]"_s, u"3"_s, u"null"_s, u"{"_s, u"{\"Account\":[]}"_s,
                                    u"{\"Account\":{\"k\":\"secret token\"}}"_s, u"{\"RefreshToken\":null}"_s,
                                    u"{\"IdToken\":7}"_s, u"{\"AppMetadata\":{\"a\":{},\"b\":1}}"_s}) {
            QTest::addRow("%s", qPrintable(text)) << text;
        }
    }

    void refusesWhatIsNotACache()
    {
        QFETCH(const QString, text);
        const Result<MsalCache> cache = MsalCache::parse(Secret::copyOf(text));
        QVERIFY(!cache);
        QCOMPARE(cache.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!cache.error().toText().contains(u"token"_s));
    }

    void takesStrangeEntriesAsNobodys()
    {
        const MsalCache cache = *MsalCache::parse(Secret::copyOf(
            u"{\"Account\":{\"a\":{},\"b\":{\"home_account_id\":3,\"environment\":[]}},\"RefreshToken\":{\"r\":"
            "{\"secret\":5,\"environment\":\"login.microsoftonline.com\"},\"q\":{\"secret\":\"\"}}}"_s));
        QVERIFY(cache.accounts(publicLogin(), madeUpClient()).isEmpty());
        QVERIFY(cache.refreshToken({}, publicLogin(), madeUpClient()).isEmpty());
        QCOMPARE(jsonOf(cache).value(u"RefreshToken"_s).toObject().value(u"r"_s).toObject().value(u"secret"_s), 5);
    }

    void nothingIsAnEmptyCache()
    {
        QVERIFY(MsalCache::parse(Secret())->isEmpty());
        QVERIFY(MsalCache::parse(Secret::copyOf(u"{}"))->isEmpty());
        QVERIFY(MsalCache().isEmpty());
        add({});
        QVERIFY(!m_cache.isEmpty());
    }

private:
    Account add(const MadeUpSignIn& signIn, const Account& known = {})
    {
        return m_cache.add(signIn.answer(), publicLogin(), madeUpClient(), m_now, known);
    }

    QString token(const Account& account) const
    {
        return m_cache.refreshToken(account, publicLogin(), madeUpClient()).revealText();
    }

    MsalCache m_cache;
    QDateTime m_now = QDateTime(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC);
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::MsalCacheTest)
#include "msalcachetest.moc"
