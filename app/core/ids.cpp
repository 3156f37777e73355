// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ids.h"

namespace CommKeys {

namespace {

bool isHexDigit(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'f') || (code >= u'A' && code <= u'F');
}

} // namespace

// By hand and not by a regular expression: lists of a hundred thousand ids are checked here.
bool isUuid(QStringView text)
{
    constexpr qsizetype length = 36;
    for (qsizetype at = 0; at < text.size() && text.size() == length; ++at) {
        const bool isDash = at == 8 || at == 13 || at == 18 || at == 23;
        if (isDash ? text[at] != u'-' : !isHexDigit(text[at])) {
            return false;
        }
    }
    return text.size() == length;
}

} // namespace CommKeys
