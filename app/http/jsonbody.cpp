// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/jsonbody.h"

namespace CommKeys {

QJsonDocument parseJsonBody(const QByteArray& body)
{
    static const QByteArray byteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");
    return QJsonDocument::fromJson(body.startsWith(byteOrderMark) ? body.sliced(byteOrderMark.size()) : body);
}

} // namespace CommKeys
