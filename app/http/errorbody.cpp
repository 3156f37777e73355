// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/errorbody.h"

#include "core/externaltext.h"
#include "core/redaction.h"
#include "http/jsonbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype longestMember = 2000;
constexpr int deepestLevel = 8;
constexpr qsizetype mostEntries = 50;

QString clean(const QString& text)
{
    const QString trimmed = text.trimmed();
    const QString shortened = trimmed.size() <= longestMember ? trimmed : trimmed.left(longestMember) + u"…"_s;
    return externalText(redacted(shortened), Lines::Several);
}

/// A member under its ARM name or its PascalCase one; a number is a code too ("Code": 429).
QJsonValue member(const QJsonObject& object, QLatin1StringView name)
{
    if (QJsonValue value = object.value(name); !value.isUndefined()) {
        return value;
    }
    QString pascal = name;
    pascal[0] = pascal.at(0).toUpper();
    return object.value(pascal);
}

QString textMember(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    return value.isDouble() ? QString::number(value.toInteger()) : clean(value.toString());
}

QJsonValue redactedJson(const QJsonValue& value, int level)
{
    if (value.isString()) {
        return clean(value.toString());
    }
    if (level >= deepestLevel) {
        return {};
    }
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue& entry : entries) {
            result.append(redactedJson(entry, level + 1));
        }
        return result;
    }
    if (value.isObject()) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            // A member's name says what its value is, so that the pair is redacted as one: "accessKey": "…".
            const QString pair = it.key() + u'=' + it.value().toString();
            const bool isSecret = it.value().isString() && redacted(pair) != pair;
            result.insert(it.key(), isSecret ? QJsonValue(u"[removed]"_s) : redactedJson(it.value(), level + 1));
        }
        return result;
    }
    return value;
}

ErrorDetail detailFrom(const QJsonObject& object, int level)
{
    ErrorDetail detail;
    detail.code = textMember(object, "code"_L1);
    detail.message = textMember(object, "message"_L1);
    detail.target = textMember(object, "target"_L1);
    if (level >= deepestLevel) {
        return detail;
    }
    const QJsonArray details = member(object, "details"_L1).toArray();
    for (const QJsonValue& entry : details) {
        const ErrorDetail nested = detailFrom(entry.toObject(), level + 1);
        if (!nested.isEmpty() && detail.details.size() < mostEntries) {
            detail.details.append(nested);
        }
    }
    const QJsonArray additionalInfo = member(object, "additionalInfo"_L1).toArray();
    for (const QJsonValue& entry : additionalInfo) {
        if (entry.isObject() && detail.additionalInfo.size() < mostEntries) {
            const QJsonObject additional = entry.toObject();
            detail.additionalInfo.append(
                {textMember(additional, "type"_L1), redactedJson(member(additional, "info"_L1), level)});
        }
    }
    return detail;
}

ErrorDetail fromJson(const QJsonObject& object)
{
    const QJsonValue error = member(object, "error"_L1);
    if (error.isObject()) {
        return detailFrom(error.toObject(), 0);
    }
    if (error.isString()) { // OAuth: RFC 6749 §5.2
        ErrorDetail detail;
        detail.code = clean(error.toString());
        detail.message = textMember(object, "error_description"_L1);
        return detail;
    }
    return detailFrom(object, 0);
}

/// A page of HTML says little that helps but its title ("504 Gateway Time-out", "Access denied by proxy").
QString titleOfHtml(const QString& html)
{
    static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    return clean(title.match(html).captured(1).simplified());
}

bool looksLikeHtml(const QByteArray& contentType, const QString& text)
{
    return contentType.toLower().contains("html") || text.trimmed().startsWith(u'<');
}

} // namespace

bool isArmErrorBody(const QByteArray& body)
{
    const QJsonValue error = parseJsonBody(body).object().value("error"_L1);
    return error.isObject() && !error.toObject().value("code"_L1).toString().isEmpty();
}

ErrorDetail parseErrorBody(const QByteArray& body, const QByteArray& contentType)
{
    const QJsonDocument document = parseJsonBody(body);
    if (document.isObject()) {
        return fromJson(document.object());
    }
    ErrorDetail detail;
    if (document.isNull()) {
        constexpr qsizetype enoughForATitle = 65536;
        const QString text = QString::fromUtf8(body.left(enoughForATitle));
        detail.message = looksLikeHtml(contentType, text) ? titleOfHtml(text) : clean(text);
    }
    return detail;
}

} // namespace CommKeys
