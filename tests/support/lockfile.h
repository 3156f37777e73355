// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

namespace CommKeys {

/// The file of a QLockFile as some process has left it. Begins as one of this process on this computer.
struct LeftLock
{
    qint64 pid = QCoreApplication::applicationPid();
    QByteArray program = QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8();
    QByteArray host = QSysInfo::machineHostName().toUtf8();
    QByteArray machineId = QSysInfo::machineUniqueId();
    QByteArray bootId = QSysInfo::bootUniqueId();
    qint64 ageSeconds = 0;

    [[nodiscard]] bool write(const QString& path) const
    {
        return writeAsIs(path, QByteArray::number(pid) + '\n' + program + '\n' + host + '\n' + machineId + '\n' +
                                   bootId + '\n');
    }

    [[nodiscard]] bool writeAsIs(const QString& path, const QByteArray& content) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() &&
               file.setFileTime(QDateTime::currentDateTime().addSecs(-ageSeconds), QFile::FileModificationTime);
    }

    /// Of a computer that this one knows nothing of.
    [[nodiscard]] static LeftLock ofAnotherComputer(qint64 ageSeconds)
    {
        LeftLock lock;
        lock.pid = 4242;
        lock.program = "commkeys";
        lock.host = "old-laptop";
        lock.machineId = "00112233445566778899aabbccddeeff";
        lock.bootId = "01234567-89ab-cdef-0123-456789abcdef";
        lock.ageSeconds = ageSeconds;
        return lock;
    }
};

} // namespace CommKeys
