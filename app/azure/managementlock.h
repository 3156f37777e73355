// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/resourceid.h"
#include "core/result.h"

#include <QByteArray>

namespace CommKeys {

/// A lock that somebody has put on a subscription, a resource group or a resource; it holds for everything below. A
/// read-only lock forbids both listKeys and regenerateKey, for they are POSTs.
/// Source: ManagementLockObject, Microsoft.Authorization 2016-09-01.
struct ManagementLock
{
    QString id; ///< as it came; the id of what is locked is its beginning
    QString name;
    QString level; ///< "ReadOnly", "CanNotDelete", … or a word that the enumeration does not know
    QString notes; ///< what a person wrote on it, redacted and not longer than some lines; often empty

    /// The id of what is locked. Empty when the lock's id is not made like one.
    [[nodiscard]] QString scope() const;
    bool operator==(const ManagementLock&) const = default;
};

/// An entry without an id is left out.
[[nodiscard]] Result<Page<ManagementLock>> parseManagementLockPage(const QByteArray& json);

/// True when @p lock hangs at the resource, at its group or at its subscription; false for a neighbour's, and for what
/// is below the resource.
[[nodiscard]] bool holdsFor(const ManagementLock& lock, const ResourceId& resource);

/// The first of @p locks that forbids to regenerate keys of @p resource; null when there is none. It points into
/// @p locks.
[[nodiscard]] const ManagementLock* readOnlyLock(const QList<ManagementLock>& locks, const ResourceId& resource);
/// A list that is about to go would leave a pointer to nothing.
const ManagementLock* readOnlyLock(QList<ManagementLock>&& locks, const ResourceId& resource) = delete;

} // namespace CommKeys
