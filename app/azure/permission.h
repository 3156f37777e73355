// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace CommKeys {

/// What one role assignment lets a person do, as patterns of actions; `*` stands for any letters, none among them.
/// Deny assignments and locks are not in it, so an action that is allowed here may be refused all the same.
/// Source: Permission, Microsoft.Authorization 2022-04-01.
struct Permission
{
    QStringList actions;
    QStringList notActions;

    bool operator==(const Permission&) const = default;
};

/// Fails with BadAnswer also when a single entry makes no sense: a permission that is left out would read as a
/// prohibition.
[[nodiscard]] Result<Page<Permission>> parsePermissionPage(const QByteArray& json);

/// What regenerating a key of a Communication Services resource takes.
inline constexpr QStringView regenerateKeyAction =
    u"Microsoft.Communication/CommunicationServices/RegenerateKey/action";

/// True when one of @p permissions has an action that matches, and no notAction that matches too. A notAction takes
/// away only from its own element, never from another one. Casing makes no difference.
[[nodiscard]] bool isAllowed(const QList<Permission>& permissions, const QString& action);

} // namespace CommKeys
