// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/instancehash.h"

#include "core/version.h"

#include <QCryptographicHash>
#include <QDir>

namespace CommKeys {

namespace {

constexpr qsizetype hashLetters = 20;

} // namespace

QString instanceHash(const QString& folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QString said = canonical.isEmpty() ? QDir(folder).absolutePath() : canonical;
    const QString whole = applicationId + u'\n' + QDir::homePath() + u'\n' + said;
    const QByteArray hash = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.first(hashLetters));
}

} // namespace CommKeys
