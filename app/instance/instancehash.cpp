// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/instancehash.h"

#include "core/version.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSysInfo>

namespace CommKeys {

namespace {

constexpr qsizetype hashLetters = 20;
constexpr qsizetype computerLetters = 8;

QString shortHash(const QByteArray& text, qsizetype letters)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(letters));
}

} // namespace

QString instanceHash(const QString& folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QString said = canonical.isEmpty() ? QDir(folder).absolutePath() : canonical;
    const QString whole = applicationId + u'\n' + QDir::homePath() + u'\n' + said;
    return shortHash(whole.toUtf8(), hashLetters);
}

QString computerHash()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    return shortHash(id.isEmpty() ? QSysInfo::machineHostName().toUtf8() : id, computerLetters);
}

} // namespace CommKeys
