// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/managementlock.h"

#include "azure/armjson.h"
#include "core/externaltext.h"
#include "core/redaction.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto betweenScopeAndName = "/providers/Microsoft.Authorization/locks/"_L1;

std::optional<ManagementLock> lockFrom(const QJsonObject& object)
{
    constexpr qsizetype mostLetters = 1000;
    constexpr qsizetype mostLettersRead = 2000; // more than are shown, so that no secret is cut where it begins
    const QJsonObject properties = object.value("properties"_L1).toObject();
    ManagementLock lock;
    lock.id = object.value("id"_L1).toString();
    lock.name = externalText(object.value("name"_L1).toString());
    lock.level = properties.value("level"_L1).toString();
    lock.notes =
        externalText(redacted(properties.value("notes"_L1).toString().left(mostLettersRead)).left(mostLetters));
    return lock.id.isEmpty() ? std::nullopt : std::optional(lock);
}

} // namespace

QString ManagementLock::scope() const
{
    const qsizetype end = id.lastIndexOf(betweenScopeAndName, -1, Qt::CaseInsensitive);
    return end < 0 ? QString() : id.left(end);
}

Result<Page<ManagementLock>> parseManagementLockPage(const QByteArray& json)
{
    return ArmJson::page<ManagementLock>(
        json, QCoreApplication::translate("CommKeys::ManagementLock", "The list of locks"), lockFrom);
}

bool holdsFor(const ManagementLock& lock, const ResourceId& resource)
{
    const QString subscription = u"/subscriptions/"_s + resource.subscription().toString();
    const QString group = subscription + u"/resourceGroups/"_s + resource.resourceGroup();
    const QString scope = lock.scope();
    return !resource.isEmpty() &&
           (scope.compare(resource.toString(), Qt::CaseInsensitive) == 0 ||
            scope.compare(group, Qt::CaseInsensitive) == 0 || scope.compare(subscription, Qt::CaseInsensitive) == 0);
}

const ManagementLock* readOnlyLock(const QList<ManagementLock>& locks, const ResourceId& resource)
{
    const auto found = std::find_if(locks.begin(), locks.end(), [&resource](const ManagementLock& lock) {
        return lock.level.compare("ReadOnly"_L1, Qt::CaseInsensitive) == 0 && holdsFor(lock, resource);
    });
    return found == locks.end() ? nullptr : &*found;
}

} // namespace CommKeys
