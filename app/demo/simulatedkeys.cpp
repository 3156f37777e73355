// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedkeys.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString simulatedKey(QByteArrayView seed, const QString& resourceId, KeyType type, int generation,
                     SimulatedKeyFormat format)
{
    // Hashing instead of drawing from a generator: the key of one resource must not depend on which others were asked
    // for before it.
    QCryptographicHash hash(QCryptographicHash::Sha512);
    hash.addData(seed);
    hash.addData("\n"_ba + resourceId.toLower().toUtf8() + "\n"_ba + apiName(type).toUtf8() + "\n"_ba +
                 QByteArray::number(generation));
    const QByteArray bytes = hash.result();
    if (format == SimulatedKeyFormat::Plain) {
        return QString::fromLatin1(bytes.toBase64());
    }
    QString key = QString::fromLatin1(bytes.first(63).toBase64());
    key.replace(52, 6, u"JQQJ99"_s);
    key.replace(72, 8, u"AAAAAZCS"_s);
    return key;
}

} // namespace CommKeys
