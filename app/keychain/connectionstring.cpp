// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/connectionstring.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Host names end at 253 letters and keys at 88: this is for what else may stand around them.
constexpr qsizetype longest = 4'096;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ConnectionString)
};

bool isQuote(QChar letter)
{
    return letter == u'"' || letter == u'\'' || letter == u'`' || letter == u'“' || letter == u'”';
}

QStringView withoutQuotes(QStringView text)
{
    while (!text.isEmpty() && isQuote(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isQuote(text.back())) {
        text.chop(1);
    }
    return text;
}

/// Base64, or the form of it that is used in addresses.
bool isKey(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar letter) {
        return letter.unicode() < 128 && (letter.isLetterOrNumber() || u"+/=-_"_s.contains(letter));
    });
}

QString hostOf(QStringView endpoint)
{
    const QUrl url(endpoint.contains("://"_L1) ? endpoint.toString() : u"https://"_s + endpoint.toString(),
                   QUrl::StrictMode);
    return url.host().toLower();
}

Error noKey()
{
    return Error::invalidInput(Words::tr("There is no access key in it."),
                               Words::tr("Paste a connection string, which looks like "
                                         "endpoint=https://…/;accesskey=…, or an access key."));
}

/// False: @p part is there already.
bool take(QStringView value, QStringView& part)
{
    const bool isFirst = part.isNull();
    part = value;
    return isFirst;
}

Result<ConnectionString> parsed(QStringView text)
{
    text = withoutQuotes(text);
    QStringView endpoint;
    QStringView key;
    bool hasParts = false;
    for (const QStringView part : text.tokenize(u';', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.indexOf(u'=');
        const QStringView name = withoutQuotes(part.first(std::max<qsizetype>(sign, 0)));
        const bool isEndpoint = name.compare("endpoint"_L1, Qt::CaseInsensitive) == 0;
        const bool isAccessKey = name.compare("accesskey"_L1, Qt::CaseInsensitive) == 0;
        if (!isEndpoint && !isAccessKey) {
            continue;
        }
        hasParts = true;
        if (!take(withoutQuotes(part.sliced(sign + 1)), isEndpoint ? endpoint : key)) {
            return Error::invalidInput(Words::tr("It has more than one endpoint or key in it."),
                                       Words::tr("Paste one connection string at a time."));
        }
    }
    if (!hasParts) {
        key = text;
    }
    if (!isKey(key)) {
        return noKey();
    }
    const QString host = endpoint.isNull() ? QString() : hostOf(endpoint);
    if (!endpoint.isNull() && host.isEmpty()) {
        return Error::invalidInput(Words::tr("The endpoint in it is no web address."));
    }
    return ConnectionString{host, Secret::copyOf(key)};
}

} // namespace

Result<ConnectionString> parseConnectionString(const Secret& pasted)
{
    if (pasted.size() > longest) {
        return Error::invalidInput(Words::tr("It is too long for a connection string."));
    }
    QString text = pasted.revealText();
    const auto wiped = qScopeGuard([&text] { wipe(text); });
    text.removeIf([](QChar letter) { return letter.isSpace() || !letter.isPrint(); });
    return parsed(text);
}

Secret keyIn(const Secret& connectionString)
{
    const Result<ConnectionString> parsed = parseConnectionString(connectionString);
    return parsed ? parsed->key : Secret();
}

Secret keyOf(const Secret& key, const Secret& connectionString)
{
    if (!key.isEmpty()) {
        return key;
    }
    const Secret inside = keyIn(connectionString);
    return inside.isEmpty() ? connectionString : inside;
}

} // namespace CommKeys
