// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CommKeys' half of test_msal_interop.py:
//   write                    prints the cache of two made-up sign-ins
//   read FILE                says who is in a cache file; reads with the client id that is in $COMMKEYS_TEST_CLIENT
//   roundtrip FILE           prints a cache file as CommKeys writes it
//   change OWNER NUMBER...   signs made-up people in, one after the other, in the real keychain
//   list OWNER               says who is signed in there

#include "auth/msalcachestore.h"
#include "keychain/qtkeychainstore.h"
#include "support/finishedresult.h"
#include "support/madeupsignin.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString client()
{
    return qEnvironmentVariable("COMMKEYS_TEST_CLIENT", madeUpClient());
}

int fail(const QString& why)
{
    QTextStream(stderr) << why << Qt::endl;
    return 1;
}

int print(const QByteArray& json)
{
    QTextStream(stdout) << json << Qt::endl;
    return 0;
}

int describe(const MsalCache& cache)
{
    QJsonArray people;
    const QList<Account> accounts = cache.accounts(publicLogin(), client());
    for (const Account& account : accounts) {
        people.append(QJsonObject{
            {u"home_account_id"_s, account.homeAccountId},
            {u"tenant"_s, account.tenant.toString()},
            {u"username"_s, account.username},
            {u"refresh_token"_s, cache.refreshToken(account, publicLogin(), client()).revealText()},
        });
    }
    return print(QJsonDocument(people).toJson());
}

int writeMadeUp()
{
    MsalCache cache;
    for (const int person : {1, 2}) {
        cache.add(MadeUpSignIn{.person = person}.answer(), publicLogin(), client(), QDateTime::currentDateTimeUtc());
    }
    return print(cache.toJson().reveal().toByteArray());
}

Result<MsalCache> load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::invalidInput(file.errorString());
    }
    QByteArray text = file.readAll();
    return MsalCache::parse(Secret::take(text));
}

int changeInKeychain(MsalCacheStore& store, const QStringList& numbers)
{
    for (const QString& number : numbers) {
        const TokenAnswer answer = MadeUpSignIn{.person = number.toInt()}.answer();
        const Result<MsalCache> kept = finishedResult(store.change(
            [&answer](MsalCache& cache) {
                cache.add(answer, publicLogin(), client(), QDateTime::currentDateTimeUtc());
            },
            qApp));
        if (!kept) {
            return fail(kept.error().toText());
        }
        // Who asks again at once would leave nobody else a turn.
        QThread::msleep(150);
    }
    return 0;
}

int run(const QStringList& arguments)
{
    const QString what = arguments.value(1);
    const QString argument = arguments.value(2);
    if (what == u"write"_s) {
        return writeMadeUp();
    }
    if (what == u"read"_s || what == u"roundtrip"_s) {
        const Result<MsalCache> cache = load(argument);
        if (!cache) {
            return fail(cache.error().toText());
        }
        return what == u"read"_s ? describe(*cache) : print(cache->toJson().reveal().toByteArray());
    }
    SystemClock clock;
    QtKeychainStore secrets(u"CommKeys Test"_s, argument, clock);
    MsalCacheStore store(secrets, argument, QDir::home().filePath(u"msal.lock"_s), clock);
    if (what == u"change"_s) {
        return changeInKeychain(store, arguments.mid(3));
    }
    if (what == u"list"_s) {
        const Result<MsalCache> cache = finishedResult(store.read(qApp));
        return cache ? describe(*cache) : fail(cache.error().toText());
    }
    return fail(u"usage: write | read FILE | roundtrip FILE | change OWNER NUMBER... | list OWNER"_s);
}

} // namespace

} // namespace CommKeys

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return CommKeys::run(QCoreApplication::arguments());
}
