// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/errordetail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString jsonText(const QJsonValue& value)
{
    // QJsonDocument takes only objects and arrays, yet `info` may be any JSON: wrap, then unwrap.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

void appendLine(QString& text, int indent, const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        text += QString(indent, u' ') + name + u": "_s + value + u'\n';
    }
}

} // namespace

bool ErrorDetail::isEmpty() const
{
    return code.isEmpty() && message.isEmpty() && target.isEmpty() && details.isEmpty() && additionalInfo.isEmpty();
}

QString ErrorDetail::toText(int indent) const
{
    QString text;
    appendLine(text, indent, u"code"_s, code);
    appendLine(text, indent, u"message"_s, message);
    appendLine(text, indent, u"target"_s, target);
    for (const ErrorDetail& detail : details) {
        text += QString(indent, u' ') + u"details:\n"_s + detail.toText(indent + 2);
    }
    for (const ErrorAdditionalInfo& additional : additionalInfo) {
        text += QString(indent, u' ') + u"additionalInfo:\n"_s;
        appendLine(text, indent + 2, u"type"_s, additional.type);
        appendLine(text, indent + 2, u"info"_s, jsonText(additional.info));
    }
    return text;
}

} // namespace CommKeys
