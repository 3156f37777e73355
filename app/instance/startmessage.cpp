// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/startmessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype longestToken = 256;

// It goes into an environment variable, and from there to the compositor.
bool isToken(const QString& text)
{
    return text.size() <= longestToken &&
           std::all_of(text.begin(), text.end(), [](QChar letter) { return letter > u' ' && letter < QChar(0x7F); });
}

} // namespace

QByteArray encodeStartMessage(const StartMessage& message)
{
    QJsonObject object;
    object.insert(u"arguments"_s, QJsonArray::fromStringList(message.arguments));
    if (isToken(message.activationToken)) {
        object.insert(u"activationToken"_s, message.activationToken);
    }
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    return line.size() <= longestStartMessage ? line : QByteArray();
}

std::optional<StartMessage> parseStartMessage(const QByteArray& line)
{
    if (line.size() > longestStartMessage) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QJsonValue arguments = object.value(u"arguments"_s);
    if (!arguments.isArray()) {
        return std::nullopt;
    }
    StartMessage message;
    for (const QJsonValue& argument : arguments.toArray()) {
        if (!argument.isString()) {
            return std::nullopt;
        }
        message.arguments.append(argument.toString());
    }
    const QString token = object.value(u"activationToken"_s).toString();
    message.activationToken = isToken(token) ? token : QString();
    return message;
}

} // namespace CommKeys
