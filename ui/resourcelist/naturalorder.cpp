// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/naturalorder.h"

#include <QChar>

namespace CommKeys {

namespace {

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

char16_t folded(QChar letter)
{
    const char16_t code = letter.unicode();
    if (code == u'.') {
        return 0; // before all others, as the end of a label
    }
    if (code < 0x80) {
        return code >= u'A' && code <= u'Z' ? static_cast<char16_t>(code + (u'a' - u'A')) : code;
    }
    return letter.toCaseFolded().unicode();
}

/// The digits that @p text has from @p at on, without zeros in front; @p at is behind them then.
QStringView numberAt(QStringView text, qsizetype& at)
{
    while (at < text.size() && text[at] == u'0') {
        ++at;
    }
    const qsizetype begin = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return text.sliced(begin, at - begin);
}

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = numberAt(a, i);
            const QStringView right = numberAt(b, j);
            if (left.size() != right.size()) {
                return left.size() < right.size() ? -1 : 1;
            }
            if (const int byDigits = left.compare(right); byDigits != 0) {
                return byDigits;
            }
            continue;
        }
        const char16_t left = folded(a[i++]);
        const char16_t right = folded(b[j++]);
        if (left != right) {
            return left < right ? -1 : 1;
        }
    }
    return static_cast<int>(i < a.size()) - static_cast<int>(j < b.size());
}

size_t naturalHash(QStringView text)
{
    size_t hash = 14695981039346656037U; // FNV-1a
    const auto add = [&hash](char16_t code) { hash = (hash ^ code) * 1099511628211U; };
    qsizetype at = 0;
    while (at < text.size()) {
        if (!isDigit(text[at])) {
            add(folded(text[at++]));
            continue;
        }
        add(u'0'); // there is a number, be it zero
        for (const QChar digit : numberAt(text, at)) {
            add(digit.unicode());
        }
    }
    return hash;
}

} // namespace CommKeys
