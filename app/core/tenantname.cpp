// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tenantname.h"

#include "core/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype longestDomain = 253; // RFC 1035 §2.3.4

bool isDomain(QStringView text)
{
    // Both cases are written out: the option for that takes the Kelvin sign for a k.
    static const QString label = u"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"_s;
    static const QRegularExpression domain(u"\\A(%1\\.)+%1\\z"_s.arg(label));
    return text.size() <= longestDomain && domain.match(text.toString()).hasMatch();
}

} // namespace

bool isTenantName(QStringView text)
{
    return isUuid(text) || isDomain(text);
}

} // namespace CommKeys
