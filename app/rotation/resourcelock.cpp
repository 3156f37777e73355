// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/resourcelock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// QLockFile makes its file and then writes into it. Who is killed in between leaves one that names nobody.
constexpr std::chrono::seconds longestWithoutName = 10s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ResourceLock)
};

Error takenByAnother(const QLockFile& lock, const ResourceId& resource)
{
    qint64 pid = 0;
    QString host;
    QString program;
    const QString advice =
        Text::tr("The two keys of a resource are never regenerated at the same time. Wait until it is done there.");
    if (!lock.getLockInfo(&pid, &host, &program)) {
        return Error::of(ErrorKind::Refused,
                         Text::tr("Another CommKeys is regenerating a key of %1.").arg(resource.name()), advice);
    }
    return Error::of(ErrorKind::Refused,
                     Text::tr("Another CommKeys (process %1 on %2) is regenerating a key of %3.")
                         .arg(QString::number(pid), host, resource.name()),
                     advice);
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
    if (lock->take()) {
        return lock;
    }
    return lock->m_lock.error() == QLockFile::LockFailedError ? takenByAnother(lock->m_lock, resource)
                                                              : cannotLock(path, resource);
}

bool ResourceLock::take()
{
    if (m_lock.tryLock(0)) {
        return true;
    }
    qint64 pid = 0;
    QString host;
    QString program;
    const QDateTime made = QFileInfo(m_lock.fileName()).lastModified();
    const bool isNobodys = m_lock.error() == QLockFile::LockFailedError && !m_lock.getLockInfo(&pid, &host, &program) &&
                           made.isValid() && made.secsTo(QDateTime::currentDateTime()) > longestWithoutName.count();
    return isNobodys && m_lock.removeStaleLockFile() && m_lock.tryLock(0);
}

} // namespace CommKeys
