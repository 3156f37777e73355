// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/resourcelock.h"

#include "core/lockholder.h"
#include "core/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// A regeneration takes seconds; with its checks, retries and the wait for a request that was cut off, minutes.
constexpr std::chrono::minutes longestRegeneration = 15min;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ResourceLock)
};

bool isAbandoned(const LockHolder& holder)
{
    return holder.isNamed() && !holder.isOfThisComputer() && holder.sinceUtc.isValid() &&
           holder.sinceUtc.secsTo(QDateTime::currentDateTimeUtc()) > std::chrono::seconds(longestRegeneration).count();
}

QString whenText(const QDateTime& utc)
{
    return QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
}

QString adviceFor(const LockHolder& holder, const QString& path)
{
    if (!holder.isNamed()) {
        return Text::tr("Try again in a few seconds. If that doesn't help, delete the file %1.").arg(path);
    }
    if (isAbandoned(holder)) {
        return Text::tr("A regeneration takes minutes. If CommKeys isn't running on %1 any more, or that computer is "
                        "gone or was reinstalled, delete the file %2, then try again. Otherwise wait until it's done "
                        "there: the two keys of a resource are never regenerated at the same time.")
            .arg(holder.host, path);
    }
    return Text::tr("The two keys of a resource are never regenerated at the same time. Wait until it's done there, or "
                    "quit that CommKeys, then try again.");
}

Error takenByAnother(const QString& path, const ResourceId& resource)
{
    const LockHolder holder = lockHolderOf(path);
    const QString pid = QString::number(holder.pid);
    const QString since = whenText(holder.sinceUtc);
    QString message = Text::tr("Another CommKeys is regenerating a key of %1.").arg(resource.name());
    if (isAbandoned(holder)) {
        //: %1: a resource; %2: the number of a process; %3: a computer; %4: a date and time
        message = Text::tr("%1 is locked since %4 by CommKeys on another computer (process %2 on %3).")
                      .arg(resource.name(), pid, holder.host, since);
    } else if (holder.isNamed()) {
        //: %1: the number of a process; %2: a computer; %3: a resource; %4: a date and time
        message = Text::tr("Another CommKeys (process %1 on %2) is regenerating a key of %3, since %4.")
                      .arg(pid, holder.host, resource.name(), since);
    }
    Error error = Error::of(ErrorKind::Refused, message, adviceFor(holder, path));
    error.detail.target = path;
    return error;
}

Error cannotLock(const QString& path, const ResourceId& resource)
{
    return Error::of(
        ErrorKind::Refused, Text::tr("The file %1 cannot be written.").arg(path),
        Text::tr("It keeps a second CommKeys from regenerating a key of %1 at the same time. Check who may "
                 "write there, and whether the disk is full.")
            .arg(resource.name()));
}

} // namespace

QString ResourceLock::fileName(const QString& armHost, const ResourceId& resource)
{
    const QString name = armHost.toLower() + resource.toString().toLower();
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex()) +
           u".lock"_s;
}

Result<std::unique_ptr<ResourceLock>> ResourceLock::tryLock(const QString& folder, const QString& armHost,
                                                            const ResourceId& resource)
{
    if (folder.isEmpty()) {
        return std::unique_ptr<ResourceLock>(new ResourceLock(QString()));
    }
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(fileName(armHost, resource));
    std::unique_ptr<ResourceLock> lock(new ResourceLock(path));
    if (tryLockNow(lock->m_lock)) {
        return lock;
    }
    return lock->m_lock.error() == QLockFile::LockFailedError ? takenByAnother(path, resource)
                                                              : cannotLock(path, resource);
}

bool ResourceLock::mayBeAbandoned(const QString& folder, const QString& armHost, const ResourceId& resource)
{
    return !folder.isEmpty() && isAbandoned(lockHolderOf(QDir(folder).filePath(fileName(armHost, resource))));
}

Result<Done> ResourceLock::removeAbandoned(const QString& folder, const QString& armHost, const ResourceId& resource)
{
    const QString path = QDir(folder).filePath(fileName(armHost, resource));
    const LockHolder holder = lockHolderOf(path);
    if (folder.isEmpty() || !QFile::exists(path)) {
        return Done();
    }
    if (!isAbandoned(holder)) {
        return takenByAnother(path, resource);
    }
    QLockFile lock(path);
    if (removeLockOf(holder, lock)) {
        qCWarning(logRotation).noquote() << "removed the lock of" << holder.host << "since" << holder.sinceUtc;
        return Done();
    }
    return lockHolderOf(path) == holder ? cannotLock(path, resource) : takenByAnother(path, resource);
}

} // namespace CommKeys
