// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/resourceid.h"
#include "core/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace CommKeys {

/// The right to regenerate keys of one resource, which only one process on this computer has at a time: the two keys of
/// a resource are never in flight together. Given back when it is destroyed; of a process that was killed, it is taken
/// over. A lock does not grow old: a regeneration may take as long as the service lets it.
class ResourceLock
{
public:
    /// Returns at once. Error (kind Refused) when another has it, who is named as far as known, or when the lock's file
    /// cannot be made. @p folder empty: always granted.
    [[nodiscard]] static Result<std::unique_ptr<ResourceLock>> tryLock(const QString& folder, const QString& armHost,
                                                                       const ResourceId& resource);

    /// The name of the lock's file: a hash, since an id is no file name, and the casing of both means nothing.
    [[nodiscard]] static QString fileName(const QString& armHost, const ResourceId& resource);

private:
    explicit ResourceLock(const QString& path) : m_lock(path) { m_lock.setStaleLockTime(0); }
    [[nodiscard]] bool take();

    QLockFile m_lock;
};

} // namespace CommKeys
