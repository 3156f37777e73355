// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lockholder.h"

#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QLockFile>
#include <QSysInfo>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qint64 longestUnnamed = 2000; ///< ms between creating a lock's file and writing it
constexpr qint64 longestFile = 4096;

} // namespace

bool LockHolder::isOfThisComputer() const
{
    const QByteArray mine = QSysInfo::machineUniqueId();
    return !mine.isEmpty() && !machineId.isEmpty() ? machineId == mine : host == QSysInfo::machineHostName();
}

bool LockHolder::isOfThisBoot() const
{
    return !bootId.isEmpty() && bootId == QSysInfo::bootUniqueId();
}

LockHolder lockHolderOf(const QString& lockFile)
{
    LockHolder holder;
    QFile file(lockFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return holder;
    }
    holder.sinceUtc = QFileInfo(lockFile).lastModified().toUTC();
    const QList<QByteArray> lines = file.read(longestFile).split('\n');
    bool isNumber = false;
    const qint64 pid = lines.constFirst().trimmed().toLongLong(&isNumber);
    if (!isNumber || pid <= 0 || lines.size() < 3) {
        return holder;
    }
    holder.pid = pid;
    holder.program = QString::fromUtf8(lines.at(1));
    holder.host = QString::fromUtf8(lines.at(2));
    holder.machineId = lines.value(3);
    holder.bootId = lines.value(4);
    return holder;
}

bool removeLockOf(const LockHolder& holder, QLockFile& lock)
{
    // As QLockFile does: of two that remove the same file the slower one would remove the faster one's new lock.
    QLockFile guard(lock.fileName() + u".rmlock"_s);
    return guard.tryLock(0) && lockHolderOf(lock.fileName()) == holder && lock.removeStaleLockFile();
}

bool tryLockNow(QLockFile& lock)
{
    if (lock.tryLock(0)) {
        return true;
    }
    if (lock.error() != QLockFile::LockFailedError) {
        return false;
    }
    const LockHolder holder = lockHolderOf(lock.fileName());
    // A clock that was set back is no reason to wait until it has caught up.
    const qint64 age = std::abs(holder.sinceUtc.msecsTo(QDateTime::currentDateTimeUtc()));
    const bool isNobodys = !holder.isNamed() && holder.sinceUtc.isValid() && age > longestUnnamed;
    const bool mayBeRemoved = isNobodys || (holder.isNamed() && holder.isOfThisBoot());
    return mayBeRemoved && removeLockOf(holder, lock) && lock.tryLock(0);
}

} // namespace CommKeys
