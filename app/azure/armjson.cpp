// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/armjson.h"

#include "core/externaltext.h"
#include "core/redaction.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace CommKeys::ArmJson {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ArmJson)
};

QString descriptionOf(const QByteArray& body, const QJsonDocument& document)
{
    if (body.trimmed().isEmpty()) {
        return Text::tr("The answer is empty.");
    }
    if (body.trimmed().startsWith('<')) {
        return Text::tr("A web page came instead, perhaps from a proxy.");
    }
    return document.isNull() ? Text::tr("The answer is not JSON.") : Text::tr("The answer is JSON of another shape.");
}

} // namespace

Result<QJsonObject> object(const QByteArray& json, const QString& what)
{
    const QJsonDocument document = parseJsonBody(json);
    if (document.isObject()) {
        return document.object();
    }
    //: %1: "The list of tenants" or the like; %2: a sentence on what came instead
    return Error::badAnswer(Text::tr("%1 could not be read. %2").arg(what, descriptionOf(json, document)));
}

Result<QJsonArray> values(const QJsonObject& object, const QString& what)
{
    const QJsonValue value = object.value("value"_L1);
    if (value.isArray() || value.isNull()) {
        return value.toArray();
    }
    return Error::badAnswer(Text::tr("%1 could not be read. The answer is JSON of another shape.").arg(what));
}

QString nameOfEntry(const QJsonValue& entry)
{
    constexpr qsizetype longest = 300;
    const QJsonObject object = entry.toObject();
    for (const QLatin1StringView member : {"id"_L1, "name"_L1, "displayName"_L1}) {
        const QString name = object.value(member).toString();
        if (!name.isEmpty()) {
            return externalText(redacted(name.left(longest)));
        }
    }
    return entry.isObject() ? Text::tr("an entry without an id") : Text::tr("an entry that isn't an object");
}

Error neverEndingList()
{
    return Error::badAnswer(Text::tr("The list never ends: its next page is one that was there before."));
}

} // namespace CommKeys::ArmJson
