// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/permission.h"

#include "azure/armjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Nothing when it is not a list of texts.
std::optional<QStringList> patternsFrom(const QJsonValue& value)
{
    QStringList patterns;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue& entry : entries) {
        if (!entry.isString()) {
            return std::nullopt;
        }
        patterns.append(entry.toString());
    }
    return value.isArray() ? std::optional(patterns) : std::nullopt;
}

std::optional<Permission> permissionFrom(const QJsonObject& object)
{
    const QJsonValue excluded = object.value("notActions"_L1);
    std::optional<QStringList> actions = patternsFrom(object.value("actions"_L1));
    std::optional<QStringList> notActions =
        excluded.isUndefined() || excluded.isNull() ? QStringList() : patternsFrom(excluded);
    if (!actions || !notActions) {
        return std::nullopt;
    }
    return Permission{*std::move(actions), *std::move(notActions)};
}

/// By hand, for patterns come from outside: a regular expression made of many stars could take for ever.
bool matches(const QString& pattern, const QString& action)
{
    const QStringList pieces = pattern.split(u'*');
    const QString& front = pieces.first();
    const QString& back = pieces.last();
    if (pieces.size() == 1) {
        return pattern.compare(action, Qt::CaseInsensitive) == 0;
    }
    if (action.size() < front.size() + back.size() || !action.startsWith(front, Qt::CaseInsensitive) ||
        !action.endsWith(back, Qt::CaseInsensitive)) {
        return false;
    }
    qsizetype position = front.size();
    for (qsizetype index = 1; index + 1 < pieces.size(); ++index) {
        const qsizetype found = action.indexOf(pieces.at(index), position, Qt::CaseInsensitive);
        if (found < 0) {
            return false;
        }
        position = found + pieces.at(index).size();
    }
    return position <= action.size() - back.size();
}

bool anyMatches(const QStringList& patterns, const QString& action)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&action](const QString& pattern) { return matches(pattern, action); });
}

} // namespace

Result<Page<Permission>> parsePermissionPage(const QByteArray& json)
{
    Result<Page<Permission>> page = ArmJson::page<Permission>(
        json, QCoreApplication::translate("CommKeys::Permission", "The list of permissions"), permissionFrom);
    if (page && !page->unreadable.isEmpty()) {
        return Error::badAnswer(QCoreApplication::translate(
            "CommKeys::Permission", "The list of permissions could not be read: an entry of it is of another shape."));
    }
    return page;
}

bool isAllowed(const QList<Permission>& permissions, const QString& action)
{
    return std::any_of(permissions.begin(), permissions.end(), [&action](const Permission& permission) {
        return anyMatches(permission.actions, action) && !anyMatches(permission.notActions, action);
    });
}

} // namespace CommKeys
