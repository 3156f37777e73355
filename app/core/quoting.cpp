// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/quoting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool isPlainInShells(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9') ||
           u"_./:=@%+,-"_s.contains(letter);
}

} // namespace

QString shellQuoted(QStringView text)
{
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isPlainInShells)) {
        return text.toString();
    }
    QString word = text.toString();
    word.remove(QChar(u'\0'));
    return u'\'' + word.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString powerShellQuoted(QStringView text)
{
    QString quoted(u'\'');
    for (const QChar letter : text) {
        quoted += letter;
        if (u"'\u2018\u2019\u201A\u201B"_s.contains(letter)) {
            quoted += letter;
        }
    }
    return quoted + u'\'';
}

QString dotEnvQuoted(QStringView text)
{
    QString quoted(u'"');
    for (const QChar letter : text) {
        if (letter == u'\n') {
            quoted += u"\\n"_s;
        } else if (letter == u'\r') {
            quoted += u"\\r"_s;
        } else if (u"\\\"$`"_s.contains(letter)) {
            quoted += u'\\';
            quoted += letter;
        } else {
            quoted += letter;
        }
    }
    return quoted + u'"';
}

} // namespace CommKeys
