// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedaccess.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool isAtOrBelow(const QString& id, const QString& scope)
{
    return (id + u'/').startsWith(scope + u'/', Qt::CaseInsensitive);
}

bool anyMatches(const QJsonArray& patterns, const QString& action)
{
    return std::any_of(patterns.begin(), patterns.end(), [&action](const QJsonValue& pattern) {
        QString expression = QRegularExpression::escape(pattern.toString());
        expression.replace("\\*"_L1, ".*"_L1);
        return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                  QRegularExpression::CaseInsensitiveOption)
            .match(action)
            .hasMatch();
    });
}

} // namespace

QJsonArray permissionsOf(SimulatedRole role)
{
    QJsonArray actions{u"*"_s};
    QJsonArray notActions;
    if (role == SimulatedRole::Reader) {
        actions = {u"*/read"_s};
    } else if (role == SimulatedRole::Contributor) {
        notActions = {u"Microsoft.Authorization/*/Delete"_s, u"Microsoft.Authorization/*/Write"_s,
                      u"Microsoft.Authorization/elevateAccess/Action"_s};
    }
    return {QJsonObject{{u"actions"_s, actions},
                        {u"notActions"_s, notActions},
                        {u"dataActions"_s, QJsonArray()},
                        {u"notDataActions"_s, QJsonArray()}}};
}

bool isAllowed(SimulatedRole role, const QString& action)
{
    const QJsonArray permissions = permissionsOf(role);
    return std::any_of(permissions.begin(), permissions.end(), [&action](const QJsonValue& permission) {
        return anyMatches(permission["actions"_L1].toArray(), action) &&
               !anyMatches(permission["notActions"_L1].toArray(), action);
    });
}

QJsonArray locksAt(const QString& scope, const QList<SimulatedLock>& locks)
{
    QJsonArray value;
    for (const SimulatedLock& lock : locks) {
        if (!isAtOrBelow(lock.scope, scope)) {
            continue;
        }
        QJsonObject properties{{u"level"_s, lock.level}};
        if (!lock.notes.isEmpty()) {
            properties.insert("notes"_L1, lock.notes);
        }
        value.append(QJsonObject{{u"properties"_s, properties},
                                 {u"id"_s, lock.scope + u"/providers/Microsoft.Authorization/locks/"_s + lock.name},
                                 {u"type"_s, u"Microsoft.Authorization/locks"_s},
                                 {u"name"_s, lock.name}});
    }
    return value;
}

const SimulatedLock* readOnlyLockOver(const QString& scope, const QList<SimulatedLock>& locks)
{
    const auto found = std::find_if(locks.begin(), locks.end(), [&scope](const SimulatedLock& lock) {
        return lock.level == "ReadOnly"_L1 && isAtOrBelow(scope, lock.scope);
    });
    return found == locks.end() ? nullptr : &*found;
}

} // namespace CommKeys
