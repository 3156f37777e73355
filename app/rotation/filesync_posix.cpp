// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/filesync.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace CommKeys {

namespace {

bool syncDescriptor(int descriptor)
{
#ifdef F_FULLFSYNC
    // On macOS fsync() ends in the drive's memory. Not every file system knows the stronger one.
    if (::fcntl(descriptor, F_FULLFSYNC) == 0) {
        return true;
    }
#endif
    return ::fsync(descriptor) == 0;
}

} // namespace

bool syncFile(const QFile& file)
{
    return syncDescriptor(file.handle());
}

bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    // Some file systems of a network have nothing to do here, and say so with one of these.
    const bool isSynced = syncDescriptor(descriptor) || errno == EINVAL || errno == ENOTSUP;
    ::close(descriptor);
    return isSynced;
}

} // namespace CommKeys
