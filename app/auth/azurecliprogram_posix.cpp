// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azurecliprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace CommKeys {

namespace {

bool isSafeStep(const QString& folder, bool isAbove, bool isChosen)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(folder).constData(), &state) != 0) {
        return false;
    }
    const bool isSticky = isAbove && (state.st_mode & S_ISVTX) != 0;
    const bool isOpen = (state.st_mode & S_IWOTH) != 0 && !isSticky;
    return !isOpen && (isChosen || state.st_uid == 0 || state.st_uid == ::geteuid());
}

bool isSafeFolder(const QString& folder, bool isChosen)
{
    QDir step(folder);
    if (!isSafeStep(step.path(), false, isChosen)) {
        return false;
    }
    while (!step.isRoot()) {
        if (!step.cdUp() || !isSafeStep(step.path(), true, isChosen)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isSafeProgram(const QString& program, bool isChosen)
{
    const QFileInfo link(program);
    const QFileInfo target(link.canonicalFilePath());
    const QString folder = QFileInfo(link.absolutePath()).canonicalFilePath();
    return target.isFile() && !target.permission(QFile::WriteOther) && !folder.isEmpty() &&
           isSafeFolder(folder, isChosen) && isSafeFolder(target.absolutePath(), isChosen);
}

} // namespace CommKeys
