// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QUuid>

namespace CommKeys {

/// Which resource stands behind an id. An id is a name: a resource that was deleted and created again has the same id
/// and other keys.
struct ResourceIdentity
{
    QUuid immutableId;    ///< properties.immutableResourceId; null: not known
    QDateTime createdUtc; ///< systemData.createdAt; invalid: not known

    [[nodiscard]] bool isKnown() const { return !immutableId.isNull() || createdUtc.isValid(); }
    bool operator==(const ResourceIdentity&) const = default;
};

/// True when the two are certainly different resources. Two times of creation are compared to the second, as precisely
/// as they are stored.
[[nodiscard]] inline bool areDifferent(const ResourceIdentity& a, const ResourceIdentity& b)
{
    if (!a.immutableId.isNull() && !b.immutableId.isNull()) {
        return a.immutableId != b.immutableId;
    }
    return a.createdUtc.isValid() && b.createdUtc.isValid() && qAbs(a.createdUtc.secsTo(b.createdUtc)) > 1;
}

} // namespace CommKeys
