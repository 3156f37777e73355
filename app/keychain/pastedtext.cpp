// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/pastedtext.h"

#include <QScopeGuard>
#include <QString>

#include <algorithm>
#include <array>

namespace CommKeys::PastedText {

namespace {

constexpr int deepest = 4; ///< JSON in JSON in a URL in markup

/// Appends without ever reallocating, so that no copy of a key is left behind.
class Output
{
public:
    explicit Output(qsizetype most) { m_bytes.reserve(most); }
    ~Output() { wipe(m_bytes); }
    Q_DISABLE_COPY_MOVE(Output)

    void put(char letter) { m_bytes.append(letter); }
    [[nodiscard]] Secret take() { return Secret::take(m_bytes); }

private:
    QByteArray m_bytes;
};

struct Unescaped
{
    char letter;
    qsizetype length; ///< of the escape; 0: there is none
};

constexpr Unescaped none{0, 0};

bool isAlphanumeric(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool isOfBase64(char letter)
{
    return isAlphanumeric(letter) || letter == '+' || letter == '/' || letter == '-' || letter == '_' || letter == '=';
}

bool isPrintable(char letter)
{
    return letter >= ' ' && letter <= '~';
}

char asciiOf(unsigned int code)
{
    if (code < 0x80 && isPrintable(static_cast<char>(code))) {
        return static_cast<char>(code);
    }
    return code == '\n' || code == '\r' || code == '\t' ? ' ' : other;
}

int valueOf(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char small = static_cast<char>(digit | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Nothing for what is not a number in @p base, or is beyond Unicode.
std::optional<unsigned int> number(QByteArrayView digits, int base)
{
    int number = 0;
    for (const char digit : digits) {
        const int value = valueOf(digit);
        if (value < 0 || value >= base || number > 0x10FFFF) {
            return std::nullopt;
        }
        number = number * base + value;
    }
    return !digits.isEmpty() && number <= 0x10FFFF ? std::optional(static_cast<unsigned int>(number)) : std::nullopt;
}

Unescaped hexEscape(QByteArrayView text, qsizetype digits, qsizetype from)
{
    if (text.size() < from + digits) {
        return none;
    }
    const std::optional<unsigned int> code = number(text.sliced(from, digits), 16);
    return code ? Unescaped{asciiOf(*code), from + digits} : none;
}

/// `\u{2B}` of JavaScript, PHP and Rust.
Unescaped bracedEscape(QByteArrayView text)
{
    const qsizetype end = text.first(std::min<qsizetype>(text.size(), 11)).indexOf('}');
    const std::optional<unsigned int> code =
        end > 3 && text[2] == '{' ? number(text.sliced(3, end - 3), 16) : std::nullopt;
    return code ? Unescaped{asciiOf(*code), end + 1} : none;
}

Unescaped backslashEscape(QByteArrayView text)
{
    if (text.size() < 2) {
        return none;
    }
    switch (text[1]) {
    case 'u':
        if (const Unescaped braced = bracedEscape(text); braced.length > 0) {
            return braced;
        }
        return hexEscape(text, 4, 2);
    case 'U':
        return hexEscape(text, 8, 2);
    case 'x':
        return hexEscape(text, 2, 2);
    case 'n':
    case 'r':
    case 't':
        return {' ', 2};
    default:
        return isAlphanumeric(text[1]) ? none : Unescaped{text[1], 2};
    }
}

Unescaped entity(QByteArrayView text)
{
    struct Name
    {
        QByteArrayView name;
        char letter;
    };
    static constexpr std::array<Name, 12> names{{{"amp", '&'},
                                                 {"quot", '"'},
                                                 {"apos", '"'},
                                                 {"lt", '<'},
                                                 {"gt", '>'},
                                                 {"plus", '+'},
                                                 {"sol", '/'},
                                                 {"equals", '='},
                                                 {"semi", ';'},
                                                 {"colon", ':'},
                                                 {"nbsp", ' '},
                                                 {"lowbar", '_'}}};
    const qsizetype end = text.first(std::min<qsizetype>(text.size(), 10)).indexOf(';');
    if (end < 3) {
        return none;
    }
    const QByteArrayView name = text.sliced(1, end - 1);
    if (name.startsWith('#')) {
        const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::optional<unsigned int> code = isHex ? number(name.sliced(2), 16) : number(name.sliced(1), 10);
        return code ? Unescaped{asciiOf(*code), end + 1} : none;
    }
    const auto* const found =
        std::find_if(names.begin(), names.end(), [name](const Name& n) { return n.name == name; });
    return found != names.end() ? Unescaped{found->letter, end + 1} : none;
}

Unescaped escapeAt(QByteArrayView text)
{
    switch (text.front()) {
    case '\\':
        return backslashEscape(text);
    case '%':
        return hexEscape(text, 2, 1);
    case '&':
        return entity(text);
    default:
        return none;
    }
}

/// Nothing if there is no escape in @p text.
std::optional<Secret> unescapedOnce(const Secret& text)
{
    const QByteArrayView all = text.reveal();
    Output output(all.size());
    bool hasEscape = false;
    for (qsizetype at = 0; at < all.size();) {
        const Unescaped unescaped = escapeAt(all.sliced(at));
        hasEscape = hasEscape || unescaped.length > 0;
        output.put(unescaped.length > 0 ? unescaped.letter : all[at]);
        at += std::max<qsizetype>(unescaped.length, 1);
    }
    return hasEscape ? std::optional(output.take()) : std::nullopt;
}

/// Where the literal goes on that the quotation mark at @p at ends: behind the next one, with nothing between them but
/// blanks and one operator; -1 if it does not.
qsizetype continuation(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype longestGap = 200; // indented deeply; and linear time for a line of quotation marks
    bool hasOperator = false;
    for (qsizetype next = at + 1; next < std::min(text.size(), at + longestGap); ++next) {
        if (text[next] == '"') {
            return next + 1;
        }
        const bool isOperator = text[next] == '+' || text[next] == '.' || text[next] == '&' || text[next] == '\\';
        if (text[next] != ' ' && (!isOperator || std::exchange(hasOperator, true))) {
            return -1;
        }
    }
    return -1;
}

char plainLetter(QChar letter)
{
    const char16_t code = letter.unicode();
    if (code >= 0xFF01 && code <= 0xFF5E) {
        return static_cast<char>(code - 0xFEE0);
    }
    if (letter == u'\'' || letter == u'`' || letter.category() == QChar::Punctuation_InitialQuote ||
        letter.category() == QChar::Punctuation_FinalQuote || code == 0x201A || code == 0x201E) {
        return '"';
    }
    if (letter.isSpace() || code < 0x20) {
        return ' ';
    }
    return asciiOf(code);
}

} // namespace

Secret inAscii(const Secret& text)
{
    QString unicode = text.revealText();
    const auto wiped = qScopeGuard([&unicode] { wipe(unicode); });
    Output output(unicode.size());
    for (const QChar letter : std::as_const(unicode)) {
        if (letter.category() != QChar::Other_Format) {
            output.put(plainLetter(letter));
        }
    }
    return output.take();
}

Secret unescaped(const Secret& text)
{
    Secret result = text;
    for (int depth = 0; depth < deepest; ++depth) {
        std::optional<Secret> next = unescapedOnce(result);
        if (!next) {
            break;
        }
        result = *std::move(next);
    }
    return result;
}

std::optional<Secret> concatenated(const Secret& text)
{
    const QByteArrayView all = text.reveal();
    Output output(all.size());
    bool hasJoined = false;
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype next = all[at] == '"' ? continuation(all, at) : -1;
        const bool isJoined =
            next > 0 && next < all.size() && at > 0 && isOfBase64(all[at - 1]) && isOfBase64(all[next]);
        if (isJoined) {
            hasJoined = true;
            at = next;
        } else {
            output.put(all[at]);
            ++at;
        }
    }
    return hasJoined ? std::optional(output.take()) : std::nullopt;
}

std::optional<Secret> withoutQuotedPrintable(const Secret& text)
{
    const QByteArrayView all = text.reveal();
    Output output(all.size());
    bool hasEscape = false;
    for (qsizetype at = 0; at < all.size();) {
        const Unescaped escape = all[at] == '=' ? hexEscape(all.sliced(at), 2, 1) : none;
        if (escape.length > 0) {
            hasEscape = hasEscape || escape.letter == '=';
            output.put(escape.letter);
            at += escape.length;
        } else if (all[at] == '=' && at + 1 < all.size() && all[at + 1] == ' ') {
            at += 2;
            while (at < all.size() && all[at] == ' ') {
                ++at; // CR and LF
            }
        } else {
            output.put(all[at]);
            ++at;
        }
    }
    return hasEscape ? std::optional(output.take()) : std::nullopt;
}

std::optional<Secret> textInBase64(const Secret& base64)
{
    const QByteArrayView letters = base64.reveal();
    QByteArray standard = letters.toByteArray();
    standard.replace('-', '+').replace('_', '/');
    QByteArray bytes = QByteArray::fromBase64(standard);
    wipe(standard);
    const auto wiped = qScopeGuard([&bytes] { wipe(bytes); });
    const QByteArrayView decoded(bytes);
    const bool isWide = decoded.size() > 1 && decoded[1] == '\0'; // what PowerShell's Encoding.Unicode makes
    Output output(decoded.size());
    for (qsizetype at = 0; at < decoded.size(); at += isWide ? 2 : 1) {
        const bool isLineEnd = decoded[at] == '\n' || decoded[at] == '\r' || decoded[at] == '\t';
        const bool isNarrow = !isWide || at + 1 >= decoded.size() || decoded[at + 1] == '\0';
        if (!isNarrow || (!isPrintable(decoded[at]) && !isLineEnd)) {
            return std::nullopt;
        }
        output.put(isLineEnd ? ' ' : decoded[at]);
    }
    return decoded.isEmpty() ? std::nullopt : std::optional(output.take());
}

} // namespace CommKeys::PastedText
