// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace CommKeys {

bool isUuid(QStringView text)
{
    static const QRegularExpression uuid(u"\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"_s);
    return uuid.match(text.toString()).hasMatch();
}

} // namespace CommKeys
