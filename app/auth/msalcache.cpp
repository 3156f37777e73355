// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcache.h"

#include "auth/authority.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto accessTokens = "AccessToken"_L1;
constexpr auto accountEntries = "Account"_L1;
constexpr auto applications = "AppMetadata"_L1;
constexpr auto idTokens = "IdToken"_L1;
constexpr auto refreshTokens = "RefreshToken"_L1;

constexpr auto clientIdField = "client_id"_L1;
constexpr auto environmentField = "environment"_L1;
constexpr auto familyIdField = "family_id"_L1;
constexpr auto homeAccountIdField = "home_account_id"_L1;
constexpr auto lastModificationTimeField = "last_modification_time"_L1;
constexpr auto realmField = "realm"_L1;
constexpr auto secretField = "secret"_L1;
/// Not part of the schema, whose readers pass over it: when, in seconds since 1970, the person signed in at the tenant
/// of an Account entry. Entries that a renewal filed have none.
constexpr auto signedInField = "commkeys_signed_in"_L1;

/// The family of an application that was never told of one. Source: MSAL for Python, application.py: "we have only 1
/// family for now".
constexpr auto onlyFamily = "1"_L1;

Error notACache()
{
    return Error::badAnswer(
        QCoreApplication::translate("CommKeys::MsalCache", "What is kept of the sign-in cannot be read."));
}

bool isSection(const QJsonValue& value)
{
    const QJsonObject entries = value.toObject();
    return value.isObject() &&
           std::all_of(entries.begin(), entries.end(), [](const QJsonValue& entry) { return entry.isObject(); });
}

bool isKnownSection(const QString& name)
{
    return name == accountEntries || name == applications || name == idTokens || name == refreshTokens;
}

bool says(const QJsonObject& fields, QLatin1StringView name, const QString& value)
{
    return fields.value(name).toString().compare(value, Qt::CaseInsensitive) == 0;
}

bool isAt(const QJsonObject& fields, const LoginService& login)
{
    return login.answersTo(fields.value(environmentField).toString());
}

/// Numbers are text in this schema; some programs write them as numbers all the same.
qint64 secondsIn(const QJsonObject& fields, QLatin1StringView name)
{
    const QJsonValue value = fields.value(name);
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

qint64 lastUse(const QJsonObject& fields)
{
    return secondsIn(fields, lastModificationTimeField);
}

/// Undefined, which is no field at all, for an empty text.
QJsonValue optionalText(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

/// The tenant as MSAL files it; AD FS has none and is filed under the path that stands in a tenant's place.
QString realmOf(const Account& account, const LoginService& login)
{
    return account.tenant.isEmpty() && isAdfs(login) ? u"adfs"_s : account.tenant.toString();
}

/// The directory that the person belongs to: "utid" of "uid.utid".
QString ownTenant(const QString& homeAccountId)
{
    const QString tenant = homeAccountId.section(u'.', -1);
    return isUuid(tenant) ? tenant : QString();
}

/// MSAL for Python files a sign-in through /organizations under just that word; such a sign-in ends at home.
Account accountFrom(const QJsonObject& fields, const LoginService& login)
{
    Account account;
    account.homeAccountId = fields.value(homeAccountIdField).toString();
    account.environment = login.environment;
    const QString realm = fields.value(realmField).toString();
    account.tenant = TenantId(isUuid(realm) ? realm : ownTenant(account.homeAccountId));
    account.objectId = fields.value("local_account_id"_L1).toString();
    account.username = fields.value("username"_L1).toString();
    account.name = fields.value("name"_L1).toString();
    return account;
}

bool isAtHome(const Account& account)
{
    return account.tenant == TenantId(ownTenant(account.homeAccountId));
}

} // namespace

Result<MsalCache> MsalCache::parse(const Secret& json)
{
    MsalCache cache;
    if (json.isEmpty()) {
        return cache;
    }
    const QByteArrayView text = json.reveal();
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()));
    if (!document.isObject()) {
        return notACache();
    }
    const QJsonObject members = document.object();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (member.key() == accessTokens) {
            continue;
        }
        if (isSection(member.value())) {
            cache.m_sections.insert(member.key(), parseSection(member.value().toObject()));
        } else if (isKnownSection(member.key())) {
            return notACache();
        } else {
            cache.m_foreign.insert(member.key(), member.value());
        }
    }
    return cache;
}

MsalCache::Section MsalCache::parseSection(const QJsonObject& entries)
{
    Section section;
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        Entry entry{it.value().toObject(), {}};
        QString secret = entry.fields.value(secretField).toString();
        if (!secret.isEmpty()) {
            entry.fields.remove(secretField);
            entry.secret = Secret::take(secret);
        }
        section.insert(it.key(), entry);
    }
    return section;
}

const MsalCache::Section& MsalCache::section(QLatin1StringView name) const
{
    static const Section none;
    const auto found = m_sections.constFind(name);
    return found == m_sections.constEnd() ? none : *found;
}

Secret MsalCache::toJson() const
{
    QJsonObject members = m_foreign;
    for (auto section = m_sections.begin(); section != m_sections.end(); ++section) {
        QJsonObject entries;
        for (auto entry = section->begin(); entry != section->end(); ++entry) {
            QJsonObject fields = entry->fields;
            if (!entry->secret.isEmpty()) {
                fields.insert(secretField, entry->secret.revealText());
            }
            entries.insert(entry.key(), fields);
        }
        members.insert(section.key(), entries);
    }
    QByteArray text = QJsonDocument(members).toJson(QJsonDocument::Compact);
    return Secret::take(text);
}

bool MsalCache::isEmpty() const
{
    return m_foreign.isEmpty() &&
           std::all_of(m_sections.begin(), m_sections.end(), [](const Section& section) { return section.isEmpty(); });
}

QList<Account> MsalCache::accounts(const LoginService& login, const QString& clientId) const
{
    struct Person
    {
        Account account;
        qint64 usedAt = 0;
        qint64 signedInAt = 0;
    };
    QMap<QString, Person> people;
    for (const Entry& entry : section(accountEntries)) {
        const Account account = accountFrom(entry.fields, login);
        const Entry* const token = usableRefreshToken(account.homeAccountId, login, clientId);
        if (!isAt(entry.fields, login) || account.homeAccountId.isEmpty() || !token) {
            continue;
        }
        const QString key = account.homeAccountId.toLower();
        const qint64 signedInAt = secondsIn(entry.fields, signedInField);
        const auto known = people.constFind(key);
        const bool isBetter = known == people.constEnd() || signedInAt > known->signedInAt ||
                              (signedInAt == known->signedInAt && isAtHome(account));
        if (isBetter) {
            people.insert(key, Person{account, lastUse(token->fields), signedInAt});
        }
    }
    QList<Person> sorted = people.values();
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Person& a, const Person& b) { return a.usedAt > b.usedAt; });
    QList<Account> accounts;
    std::transform(sorted.begin(), sorted.end(), std::back_inserter(accounts),
                   [](const Person& person) { return person.account; });
    return accounts;
}

QList<TenantId> MsalCache::tenants(const Account& account, const LoginService& login) const
{
    QList<TenantId> tenants;
    for (const Entry& entry : section(accountEntries)) {
        const QString realm = entry.fields.value(realmField).toString();
        if (isAt(entry.fields, login) && says(entry.fields, homeAccountIdField, account.homeAccountId) &&
            isUuid(realm)) {
            tenants.append(TenantId(realm));
        }
    }
    return tenants;
}

Secret MsalCache::refreshToken(const Account& account, const LoginService& login, const QString& clientId) const
{
    const Entry* const entry = usableRefreshToken(account.homeAccountId, login, clientId);
    return entry ? entry->secret : Secret();
}

const MsalCache::Entry* MsalCache::usableRefreshToken(const QString& homeAccountId, const LoginService& login,
                                                      const QString& clientId) const
{
    if (const Entry* const own = newestRefreshToken(homeAccountId, login, clientIdField, clientId)) {
        return own;
    }
    const QString family = familyToTry(login, clientId);
    return family.isEmpty() ? nullptr : newestRefreshToken(homeAccountId, login, familyIdField, family);
}

const MsalCache::Entry* MsalCache::newestRefreshToken(const QString& homeAccountId, const LoginService& login,
                                                      QLatin1StringView field, const QString& value) const
{
    const Entry* newest = nullptr;
    for (const Entry& entry : section(refreshTokens)) {
        const bool fits = !entry.secret.isEmpty() && isAt(entry.fields, login) &&
                          says(entry.fields, homeAccountIdField, homeAccountId) && says(entry.fields, field, value);
        if (fits && (!newest || lastUse(entry.fields) > lastUse(newest->fields))) {
            newest = &entry;
        }
    }
    return newest;
}

QString MsalCache::familyToTry(const LoginService& login, const QString& clientId) const
{
    bool isKnown = false;
    for (const Entry& entry : section(applications)) {
        if (!isAt(entry.fields, login) || !says(entry.fields, clientIdField, clientId)) {
            continue;
        }
        isKnown = true;
        if (const QString family = entry.fields.value(familyIdField).toString(); !family.isEmpty()) {
            return family;
        }
    }
    return isKnown ? QString() : QString(onlyFamily);
}

Account MsalCache::add(const TokenAnswer& answer, const LoginService& login, const QString& clientId,
                       const QDateTime& nowUtc, const Account& known)
{
    Account account = known;
    if (!answer.idToken.isEmpty()) {
        account.homeAccountId = answer.homeAccountId.isEmpty() ? known.homeAccountId : answer.homeAccountId;
        account.environment = login.environment;
        account.tenant = TenantId(answer.identity.tenant);
        account.objectId = answer.identity.objectId;
        account.username = answer.identity.account;
        account.name = answer.identity.name;
    }
    if (account.homeAccountId.isEmpty()) {
        return account;
    }
    if (!answer.idToken.isEmpty()) {
        fileIdentity(account, answer, login, clientId);
        if (known.homeAccountId.isEmpty()) {
            noteSignIn(account, login, nowUtc);
        }
    }
    if (!answer.refreshToken.isEmpty()) {
        fileRefreshToken(account.homeAccountId, answer, login, clientId, nowUtc);
    }
    return account;
}

void MsalCache::fileIdentity(const Account& account, const TokenAnswer& answer, const LoginService& login,
                             const QString& clientId)
{
    const QString realm = realmOf(account, login);
    file(accountEntries, {account.homeAccountId, login.environment, realm}, {},
         {{homeAccountIdField, account.homeAccountId},
          {environmentField, login.environment},
          {realmField, realm},
          {"local_account_id"_L1, account.objectId},
          {"username"_L1, account.username},
          {"authority_type"_L1, isAdfs(login) ? u"ADFS"_s : u"MSSTS"_s},
          {"name"_L1, optionalText(account.name)},
          {"client_info"_L1, optionalText(answer.clientInfo)}});
    file(idTokens, {account.homeAccountId, login.environment, idTokens, clientId, realm, QString()}, answer.idToken,
         {{"credential_type"_L1, QString(idTokens)},
          {homeAccountIdField, account.homeAccountId},
          {environmentField, login.environment},
          {realmField, realm},
          {clientIdField, clientId}});
    // Without a family the entry says just that, so that nobody tries a family's token for this application.
    file(applications, {applications, login.environment, clientId}, {},
         {{clientIdField, clientId},
          {environmentField, login.environment},
          {familyIdField, optionalText(answer.familyId)}});
}

void MsalCache::noteSignIn(const Account& account, const LoginService& login, const QDateTime& nowUtc)
{
    file(accountEntries, {account.homeAccountId, login.environment, realmOf(account, login)}, {},
         {{signedInField, QString::number(nowUtc.toSecsSinceEpoch())}});
}

void MsalCache::fileRefreshToken(const QString& homeAccountId, const TokenAnswer& answer, const LoginService& login,
                                 const QString& clientId, const QDateTime& nowUtc)
{
    m_sections[refreshTokens].removeIf([&](QMap<QString, Entry>::iterator entry) {
        return isAt(entry->fields, login) && says(entry->fields, homeAccountIdField, homeAccountId) &&
               says(entry->fields, clientIdField, clientId);
    });
    QStringList scopes = answer.scopes;
    scopes.sort();
    const QString target = scopes.join(u' ');
    const QString owner = answer.familyId.isEmpty() ? clientId : answer.familyId;
    file(refreshTokens, {homeAccountId, login.environment, refreshTokens, owner, QString(), target},
         answer.refreshToken,
         {{"credential_type"_L1, QString(refreshTokens)},
          {homeAccountIdField, homeAccountId},
          {environmentField, login.environment},
          {clientIdField, clientId},
          {"target"_L1, target},
          {familyIdField, optionalText(answer.familyId)},
          {lastModificationTimeField, QString::number(nowUtc.toSecsSinceEpoch())}});
}

void MsalCache::file(QLatin1StringView section, const QStringList& key, const Secret& secret,
                     std::initializer_list<Field> fields)
{
    Entry& entry = m_sections[section][key.join(u'-').toLower()];
    entry.secret = secret;
    for (const auto& [name, value] : fields) {
        // Undefined takes the field away.
        entry.fields.insert(name, value);
    }
}

void MsalCache::remove(const Account& account, const LoginService& login)
{
    for (Section& section : m_sections) {
        section.removeIf([&](Section::iterator entry) {
            return isAt(entry->fields, login) && says(entry->fields, homeAccountIdField, account.homeAccountId);
        });
    }
    if (!holdsAnybody()) {
        m_sections.remove(applications);
    }
    m_sections.removeIf([](QMap<QString, Section>::iterator section) { return section->isEmpty(); });
}

bool MsalCache::holdsAnybody() const
{
    return std::any_of(m_sections.begin(), m_sections.end(), [](const Section& section) {
        return std::any_of(section.begin(), section.end(),
                           [](const Entry& entry) { return entry.fields.contains(homeAccountIdField); });
    });
}

} // namespace CommKeys
