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
/// a resource are never in flight together. Given back when it is destroyed; of a process that has ended, it is taken
/// over (tryLockNow()). A lock does not grow old: a regeneration may take as long as the service lets it.
///
/// Whether a process of another computer on a shared home still runs cannot be known, nor whether that computer still
/// exists: one that was installed anew over its home is another one. Such a lock is never taken over by itself, but by
/// the person (removeAbandoned()). The error names the file, the computer and the time, and says when to delete the
/// file.
class ResourceLock
{
public:
    /// Returns at once. Error (kind Refused) when another has it, who is named as far as known, with the file and since
    /// when; or when the lock's file cannot be made. @p folder empty: always granted.
    [[nodiscard]] static Result<std::unique_ptr<ResourceLock>> tryLock(const QString& folder, const QString& armHost,
                                                                       const ResourceId& resource);

    /// True for the lock of another computer that is older than a regeneration takes. What the journal has open of the
    /// resource is then worth showing, although the lock is still there.
    [[nodiscard]] static bool mayBeAbandoned(const QString& folder, const QString& armHost, const ResourceId& resource);

    /// Removes a lock that mayBeAbandoned(), on the word of the person. Done where it has gone meanwhile. Error (kind
    /// Refused) where another process has it by now, or the file cannot be removed.
    [[nodiscard]] static Result<Done> removeAbandoned(const QString& folder, const QString& armHost,
                                                      const ResourceId& resource);

    /// The name of the lock's file: a hash, since an id is no file name, and the casing of both means nothing.
    [[nodiscard]] static QString fileName(const QString& armHost, const ResourceId& resource);

private:
    explicit ResourceLock(const QString& path) : m_lock(path) { m_lock.setStaleLockTime(0); }

    QLockFile m_lock;
};

} // namespace CommKeys
