// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/externaltext.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr QChar beginIsolate(0x2068);
constexpr QChar endIsolate(0x2069);
constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

bool isVisibleAscii(QChar letter)
{
    return letter >= u' ' && letter <= u'~';
}

/// Letters and marks that look like nothing, by their category. Source: Default_Ignorable_Code_Point.
bool isInvisible(char32_t code)
{
    constexpr std::array<char32_t, 8> letters{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return std::find(letters.begin(), letters.end(), code) != letters.end();
    }
}

bool isRightToLeft(char32_t code)
{
    const QChar::Direction direction = QChar::direction(code);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

bool isLineEnd(char32_t code)
{
    return code == U'\n' || code == U'\r' || code == U'\t';
}

QString pictureOf(char32_t code)
{
    if (code < 0x20) {
        return QChar(static_cast<char16_t>(0x2400 + code));
    }
    if (code == 0x7F) {
        return QChar(u'\u2421');
    }
    return u"[U+%1]"_s.arg(static_cast<uint>(code), 4, 16, QChar(u'0')).toUpper();
}

} // namespace

QString externalText(const QString& text, Lines lines)
{
    if (std::all_of(text.begin(), text.end(), isVisibleAscii)) {
        return text;
    }
    const bool isEnclosed = text.size() >= 2 && text.front() == beginIsolate && text.back() == endIsolate;
    const QList<uint> codes = (isEnclosed ? text.sliced(1).chopped(1) : text).toUcs4();
    QString shown;
    bool hasRightToLeft = false;
    for (qsizetype at = 0; at < codes.size(); ++at) {
        const char32_t code = codes[at];
        const bool isJoiner = (code == zeroWidthJoiner || code == zeroWidthNonJoiner) && at > 0 &&
                              at + 1 < codes.size() && codes[at - 1] >= 0x80 && codes[at + 1] >= 0x80 &&
                              !isInvisible(codes[at - 1]);
        if (isInvisible(code) && !isJoiner && !(lines == Lines::Several && isLineEnd(code))) {
            shown += pictureOf(code);
        } else {
            shown += QString::fromUcs4(&code, 1);
            hasRightToLeft = hasRightToLeft || isRightToLeft(code);
        }
    }
    return hasRightToLeft ? beginIsolate + shown + endIsolate : shown;
}

} // namespace CommKeys
