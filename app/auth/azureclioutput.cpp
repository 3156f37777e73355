// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclioutput.h"

#include "auth/tokenclaims.h"
#include "core/utctime.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// A token of a member of very many groups has some 10 kB.
constexpr qsizetype longestOutput = 256 * 1024;
/// Braces in the lines around the JSON that are tried as its beginning; keeps hostile output from costing time.
constexpr int mostCandidates = 64;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AzureCli)
};

Error noToken()
{
    return Error::of(ErrorKind::BadAnswer, Text::tr("The Azure CLI printed something that is no token."),
                     Text::tr("Try “az account get-access-token” in a terminal; “az upgrade” may help."));
}

/// `cmd /u` and PowerShell write UTF-16, with and without a mark.
QByteArray asUtf8(const QByteArray& output)
{
    if (output.startsWith("\xFE\xFF") || output.startsWith("\xFF\xFE")) {
        QString text = QStringDecoder(QStringDecoder::Utf16).decode(output);
        QByteArray utf8 = text.toUtf8();
        wipe(text);
        return utf8;
    }
    if (output.size() > 1 && output.at(1) == '\0') {
        QString text = QStringDecoder(QStringDecoder::Utf16LE).decode(output);
        QByteArray utf8 = text.toUtf8();
        wipe(text);
        return utf8;
    }
    return output;
}

/// One past the brace that closes the object which @p begin opens; -1: none does.
qsizetype endOfObject(QByteArrayView text, qsizetype begin)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const char letter = text.at(i);
        if (isInString) {
            i += letter == '\\' ? 1 : 0;
            isInString = letter != '"';
        } else if (letter == '"') {
            isInString = true;
        } else if (letter == '{') {
            ++depth;
        } else if (letter == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

bool isElementOfList(QByteArrayView text, qsizetype begin)
{
    const QByteArrayView before = text.first(begin).trimmed();
    return before.endsWith('[') || before.endsWith(',');
}

/// The only JSON object in @p text; empty where there is none, more than one, or a list of them.
QJsonObject onlyObject(QByteArrayView text)
{
    QJsonObject only;
    int objects = 0;
    int candidates = 0;
    qsizetype begin = text.indexOf('{');
    while (begin >= 0 && ++candidates <= mostCandidates) {
        const qsizetype end = endOfObject(text, begin);
        QByteArray candidate = end < 0 ? QByteArray() : text.sliced(begin, end - begin).toByteArray();
        const QJsonDocument document = QJsonDocument::fromJson(candidate);
        wipe(candidate);
        if (document.isObject()) {
            ++objects;
            only = isElementOfList(text, begin) ? QJsonObject() : document.object();
        }
        begin = text.indexOf('{', document.isObject() ? end : begin + 1);
    }
    return objects == 1 && candidates <= mostCandidates ? only : QJsonObject();
}

QDateTime secondsSince1970(const QJsonValue& value)
{
    constexpr double longAway = 1e11; // the year 5138; what is beyond are milliseconds or rubbish
    bool isNumber = value.isDouble();
    const double seconds = value.isString() ? value.toString().trimmed().toDouble(&isNumber) : value.toDouble();
    return isNumber && seconds > 0 && seconds < longAway ? utcTime(static_cast<qint64>(seconds)) : QDateTime();
}

/// "2023-02-01 12:34:56.000000", "2023-02-01T12:34:56Z", "2023-02-01T12:34:56+01:00".
QDateTime localOrZonedTime(const QString& text)
{
    static const QRegularExpression pattern(
        u"\\A(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,]\\d+)?\\s*(Z|[+-]\\d\\d:?\\d\\d)?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    // The fraction is left out: it is of no use, and Qt reads no six digits.
    return QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + match.captured(3), Qt::ISODate).toUTC();
}

QDateTime expiryOf(const QJsonObject& object, const std::optional<TokenClaims>& claims)
{
    const QJsonValue end = object.value("expires_on"_L1);
    for (const QDateTime& candidate :
         {secondsSince1970(end), localOrZonedTime(end.toString()), claims ? claims->expiresUtc : QDateTime(),
          localOrZonedTime(object.value("expiresOn"_L1).toString())}) {
        if (candidate.isValid()) {
            return candidate;
        }
    }
    return {};
}

bool isBearer(const QJsonObject& object)
{
    const QJsonValue type = object.value("tokenType"_L1);
    return !type.isString() || type.toString().compare("Bearer"_L1, Qt::CaseInsensitive) == 0;
}

/// It becomes a header's value: a line break in it would begin a header of its own.
bool isHeaderSafe(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

QByteArray withoutEscapeSequences(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '\x1b') {
            result.append(text.at(i));
            continue;
        }
        const char kind = ++i < text.size() ? text.at(i) : '\0';
        if (kind == '[') { // up to a letter: colours, cursor
            while (++i < text.size() && (text.at(i) < '@' || text.at(i) > '~')) {
            }
        } else if (kind == ']') { // up to BEL or ESC backslash: titles, links
            while (++i < text.size() && text.at(i) != '\a' && text.at(i) != '\x1b') {
            }
            i += i < text.size() && text.at(i) == '\x1b' ? 1 : 0;
        }
    }
    return result;
}

Result<AzureCliToken> parseAzureCliToken(QByteArray& output)
{
    if (output.size() > longestOutput) {
        wipe(output);
        return noToken();
    }
    QByteArray utf8 = asUtf8(output);
    QByteArray plain = withoutEscapeSequences(utf8);
    const QJsonObject object = onlyObject(plain);
    wipe(plain);
    wipe(utf8);
    wipe(output);

    QString text = object.value("accessToken"_L1).toString();
    const bool isUsable = !text.isEmpty() && isHeaderSafe(text) && isBearer(object);
    AzureCliToken token;
    token.access.token = Secret::take(text);
    const std::optional<TokenClaims> claims = readTokenClaims(token.access.token);
    token.access.expiresUtc = expiryOf(object, claims);
    token.tenant =
        TenantId(claims && !claims->tenant.isEmpty() ? claims->tenant : object.value("tenant"_L1).toString());
    if (!isUsable || !token.access.expiresUtc.isValid()) {
        return noToken();
    }
    return token;
}

} // namespace CommKeys
