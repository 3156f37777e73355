// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keytype.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString apiName(KeyType type)
{
    return type == KeyType::Primary ? u"Primary"_s : u"Secondary"_s;
}

QString displayName(KeyType type)
{
    return type == KeyType::Primary
               //: A key of two, in the middle of a sentence: "the primary key of …"
               ? QCoreApplication::translate("CommKeys::KeyType", "primary")
               //: A key of two, in the middle of a sentence: "the secondary key of …"
               : QCoreApplication::translate("CommKeys::KeyType", "secondary");
}

} // namespace CommKeys
