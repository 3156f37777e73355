// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/canonicalkey.h"

#include <QScopeGuard>

namespace CommKeys {

Secret canonicalKey(const Secret& key)
{
    QByteArrayView letters = key.reveal();
    while (letters.endsWith('=')) {
        letters.chop(1);
    }
    if (letters.isEmpty() || letters.size() % 4 == 1) {
        return key;
    }
    // No reallocation, which would leave a copy behind that is not overwritten.
    QByteArray standard = letters.toByteArray();
    const auto wiped = qScopeGuard([&standard] { wipe(standard); });
    standard.replace('-', '+').replace('_', '/');
    QByteArray::FromBase64Result decoded =
        QByteArray::fromBase64Encoding(standard, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return key;
    }
    QByteArray encoded = decoded.decoded.toBase64();
    wipe(decoded.decoded);
    return Secret::take(encoded);
}

bool isSameKey(const Secret& a, const Secret& b)
{
    return !a.isEmpty() && !b.isEmpty() && canonicalKey(a) == canonicalKey(b);
}

} // namespace CommKeys
