// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authority.h"
#include "auth/azureclioutput.h"
#include "auth/claimsparameter.h"
#include "auth/devicecodeanswer.h"
#include "auth/msalcache.h"
#include "auth/tokenanswer.h"

#include <QDateTime>

#include <cstddef>
#include <cstdint>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    LoginService login;
    login.endpoint = QUrl(u"https://login.example.net"_s);
    login.environment = u"login.example.net"_s;
    // Each overwrites what it is given.
    QByteArray copy(bytes.constData(), bytes.size());
    static_cast<void>(parseTokenAnswer(copy, now));
    copy = QByteArray(bytes.constData(), bytes.size());
    static_cast<void>(parseDeviceCodeAnswer(copy, now));
    copy = QByteArray(bytes.constData(), bytes.size());
    static_cast<void>(parseAzureCliToken(copy));
    static_cast<void>(parseOpenIdConfiguration(bytes, login));
    static_cast<void>(claimsParameter(QString::fromUtf8(bytes)));
    if (Result<MsalCache> cache = MsalCache::parse(Secret::copyOf(QString::fromUtf8(bytes)))) {
        for (const Account& account : cache->accounts(login, u"client"_s)) {
            static_cast<void>(cache->refreshToken(account, login, u"client"_s));
            cache->remove(account, login);
        }
        static_cast<void>(cache->toJson());
    }
    return 0;
}
