// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyplaces.h"

#include "keychain/pastedtext.h"

#include <QScopeGuard>

#include <algorithm>
#include <utility>

namespace CommKeys {

namespace {

constexpr qsizetype fewestLetters = 43; ///< 32 bytes: a shorter run is a word
constexpr qsizetype fewestEncoded = 40; ///< `endpoint=…;accesskey=…` is longer in base64
constexpr qsizetype longestKey = 86;    ///< without padding
constexpr qsizetype longestGap = 64;    ///< an indented line
constexpr qsizetype mostSpellings = 64; ///< each is hashed and compared

bool isOneOf(char letter, QByteArrayView letters)
{
    return letters.contains(letter);
}

bool isDigitOrLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isLetterOfKeys(char letter)
{
    return isDigitOrLetter(letter) || isOneOf(letter, "+/-_");
}

char inLowerCase(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// @p word is in lower case.
bool contains(QByteArrayView text, QByteArrayView word)
{
    const auto isSame = [](char a, char b) { return inLowerCase(a) == b; };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), isSame) != text.end();
}

/// Keys of 63 and 64 bytes.
bool isWholeLength(qsizetype letters)
{
    return letters == 84 || letters == 86;
}

/// As many letters as this have all three when they are random; a path, a name or a number does not.
bool looksRandom(QByteArrayView letters)
{
    const auto has = [letters](char from, char to) {
        return std::any_of(letters.begin(), letters.end(), [=](char c) { return c >= from && c <= to; });
    };
    const bool isOfAddresses = letters.contains('-') || letters.contains('_');
    const bool isStandard = letters.contains('+') || letters.contains('/');
    return has('a', 'z') && has('A', 'Z') && has('0', '9') && !(isOfAddresses && isStandard);
}

/// The path of a resource has the same letters as a key.
bool isPath(QByteArrayView letters)
{
    return contains(letters, "/subscriptions/") || contains(letters, "/resourcegroups/") ||
           contains(letters, "/providers/");
}

/// What the word in front of a value and a `=` or `:` says of the value.
enum class Name {
    None,
    Key,       ///< it may be a key of any kind
    AccessKey, ///< as in a connection string
};

Name nameFrom(QByteArrayView word)
{
    constexpr qsizetype longestName = 64;
    if (word.size() > longestName) {
        return Name::None;
    }
    QByteArray plain;
    plain.reserve(word.size());
    const auto wiped = qScopeGuard([&plain] { wipe(plain); }); // what stands there may be a key itself
    for (const char letter : word) {
        if (isDigitOrLetter(letter)) {
            plain += inLowerCase(letter);
        }
    }
    return plain == "accesskey" ? Name::AccessKey : plain.endsWith("key") ? Name::Key : Name::None;
}

Secret secretOf(QByteArrayView letters)
{
    QByteArray copy = letters.toByteArray();
    return Secret::take(copy);
}

/// Letters of base64 that stand together.
struct Run
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last letter; `=` may follow
    Name name = Name::None;
    bool continues = false; ///< only blanks are between this and the run before
    bool isEncodedText = false;

    [[nodiscard]] qsizetype size() const { return end - begin; }
};

class Finder
{
public:
    explicit Finder(QByteArrayView text) : m_text(text) {}

    [[nodiscard]] KeyPlaces find();

private:
    void findRuns();
    void relate(Run& run) const;
    void decodeGroup(qsizetype first, qsizetype last);
    void readGroup(qsizetype first, qsizetype last);
    /// True if a spelling of a whole key begins at this run and goes on in the next ones.
    bool readJoined(qsizetype from, qsizetype first, qsizetype last);
    void readRun(qsizetype at, qsizetype last, bool isJoined);

    [[nodiscard]] QByteArrayView lettersOf(const Run& run) const { return m_text.sliced(run.begin, run.size()); }
    [[nodiscard]] QByteArrayView trimmed(const Run& run) const;
    [[nodiscard]] QByteArrayView gapBefore(qsizetype run) const
    {
        return m_text.sliced(m_runs[run - 1].end, m_runs[run].begin - m_runs[run - 1].end);
    }
    /// Runs as one; @p isPlusLost: each blank between them was a `+`.
    [[nodiscard]] Secret joined(qsizetype first, qsizetype last, bool isPlusLost = false) const;
    [[nodiscard]] bool isAlone() const;

    static void add(QList<Secret>& list, const Secret& spelling);

    const QByteArrayView m_text;
    QList<Run> m_runs;
    KeyPlaces m_places;
    // In the order in which they are compared.
    QList<Secret> m_named;
    QList<Secret> m_whole;
    QList<Secret> m_joined;
    QList<Secret> m_long;
    QList<Secret> m_others;
};

KeyPlaces Finder::find()
{
    findRuns();
    for (qsizetype first = 0; first < m_runs.size();) {
        qsizetype last = first;
        while (last + 1 < m_runs.size() && m_runs[last + 1].continues) {
            ++last;
        }
        decodeGroup(first, last);
        readGroup(first, last);
        first = last + 1;
    }
    if (m_runs.size() == 1 && isAlone()) {
        add(m_others, secretOf(lettersOf(m_runs.first())));
    }
    if (m_places.certain.isEmpty() && m_joined.isEmpty()) {
        m_places.certain = m_long;
    }
    for (const QList<Secret>& list : {m_named, m_whole, m_joined, m_long, m_others}) {
        m_places.isUnclear = m_places.isUnclear || list.size() > mostSpellings;
        m_places.spellings.append(list);
    }
    return std::move(m_places);
}

void Finder::findRuns()
{
    for (qsizetype at = 0; at < m_text.size();) {
        Run run;
        run.begin = at;
        while (at < m_text.size() && isLetterOfKeys(m_text[at])) {
            ++at;
        }
        run.end = at;
        if (run.size() == 0) {
            ++at;
            continue;
        }
        relate(run);
        m_runs.append(run);
    }
}

void Finder::relate(Run& run) const
{
    if (m_runs.isEmpty()) {
        return;
    }
    const Run& before = m_runs.last();
    const QByteArrayView gap = m_text.sliced(before.end, run.begin - before.end);
    const auto consistsOf = [gap](QByteArrayView letters) {
        return std::all_of(gap.begin(), gap.end(), [letters](char c) { return letters.contains(c); });
    };
    if (gap.size() > longestGap) {
        return;
    }
    if (consistsOf(" \"=:>") && !consistsOf(" \"")) {
        run.name = nameFrom(lettersOf(before));
    }
    // A shell's and cmd's line continuations, the edge of a terminal's table, the quote of an e-mail.
    run.continues = gap.contains(' ') && consistsOf(" \\^|>");
}

/// Base64 is broken over lines where it is long, so the group is read as a whole first.
void Finder::decodeGroup(qsizetype first, qsizetype last)
{
    constexpr qsizetype shortestLine = 24;
    qsizetype from = first;
    while (from < last && m_runs[from].size() < shortestLine) {
        ++from;
    }
    const auto decode = [this](qsizetype begin, qsizetype end) {
        const Secret base64 = joined(begin, end);
        std::optional<Secret> text =
            base64.size() >= fewestEncoded ? PastedText::textInBase64(base64) : std::optional<Secret>();
        for (qsizetype at = begin; text && at <= end; ++at) {
            m_runs[at].isEncodedText = true;
        }
        if (text) {
            m_places.encodedTexts.append(*std::move(text));
            return true;
        }
        return false;
    };
    if (!decode(from, last)) {
        for (qsizetype at = first; at <= last && first < last; ++at) {
            decode(at, at);
        }
    }
}

void Finder::readGroup(qsizetype first, qsizetype last)
{
    for (qsizetype at = first; at <= last; ++at) {
        if (!m_runs[at].isEncodedText) {
            readRun(at, last, readJoined(at, first, last));
        }
    }
}

bool Finder::readJoined(qsizetype from, qsizetype first, qsizetype last)
{
    bool hasFound = false;
    qsizetype letters = m_runs[from].size();
    qsizetype blanks = 0;
    bool isPlusLost = true; // so far
    for (qsizetype to = from + 1; to <= last && letters < longestKey && m_joined.size() <= mostSpellings; ++to) {
        if (m_runs[to].isEncodedText) {
            break;
        }
        const QByteArrayView gap = gapBefore(to);
        letters += m_runs[to].size();
        blanks += gap.size();
        isPlusLost = isPlusLost && std::all_of(gap.begin(), gap.end(), [](char c) { return c == ' '; });
        for (const bool withPlus : {false, true}) {
            if (!isWholeLength(withPlus ? letters + blanks : letters) || (withPlus && !isPlusLost)) {
                continue;
            }
            const Secret spelling = joined(from, to, withPlus);
            if (!looksRandom(spelling.reveal())) {
                continue;
            }
            add(m_joined, spelling);
            m_places.hasWholeKey = true;
            if (!hasFound && (m_runs[from].name == Name::AccessKey || (from == first && to == last))) {
                add(m_places.certain, spelling);
            }
            hasFound = true;
        }
    }
    return hasFound;
}

void Finder::readRun(qsizetype at, qsizetype last, bool isJoined)
{
    const Run& run = m_runs[at];
    const QByteArrayView letters = trimmed(run);
    const Secret spelling = secretOf(letters);
    const bool isLong = letters.size() >= fewestLetters && looksRandom(letters) && !isPath(lettersOf(run));
    if (isLong && isWholeLength(letters.size())) {
        add(m_whole, spelling);
        add(m_places.certain, spelling);
        m_places.hasWholeKey = true;
    } else if (run.name == Name::AccessKey) {
        add(m_named, spelling);
        if (!isJoined) {
            add(m_places.certain, spelling);
        }
    } else if (isLong) {
        add(m_long, spelling);
    } else if (run.name == Name::Key) {
        add(m_others, spelling);
    }
    if (letters.size() != run.size() && (isLong || run.name != Name::None)) {
        add(m_others, secretOf(lettersOf(run)));
    }
    if (run.name != Name::None && at < last && m_others.size() <= mostSpellings) {
        add(m_others, joined(at, last));
    }
}

/// A key begins and ends with these rarely, and what stands around a key often.
QByteArrayView Finder::trimmed(const Run& run) const
{
    QByteArrayView letters = lettersOf(run);
    const bool hasPadding = run.end < m_text.size() && m_text[run.end] == '=';
    while (!letters.isEmpty() && !isDigitOrLetter(letters.front()) && !isWholeLength(letters.size())) {
        letters = letters.sliced(1);
    }
    while (!letters.isEmpty() && !isDigitOrLetter(letters.back()) && !isWholeLength(letters.size()) && !hasPadding) {
        letters.chop(1);
    }
    return letters;
}

Secret Finder::joined(qsizetype first, qsizetype last, bool isPlusLost) const
{
    QByteArray letters;
    letters.reserve(m_runs[last].end - m_runs[first].begin);
    for (qsizetype at = first; at <= last; ++at) {
        if (isPlusLost && at > first) {
            letters.append(gapBefore(at).size(), '+');
        }
        letters.append(lettersOf(m_runs[at]));
    }
    return Secret::take(letters);
}

bool Finder::isAlone() const
{
    const Run& run = m_runs.first();
    const auto surrounds = [](char letter) { return isOneOf(letter, " \"=.,;:<>()[]{}|\\"); };
    return !run.isEncodedText && !isPath(lettersOf(run)) &&
           std::all_of(m_text.begin(), m_text.begin() + run.begin, surrounds) &&
           std::all_of(m_text.begin() + run.end, m_text.end(), surrounds);
}

void Finder::add(QList<Secret>& list, const Secret& spelling)
{
    if (!spelling.isEmpty() && list.size() <= mostSpellings && !list.contains(spelling)) {
        list.append(spelling);
    }
}

} // namespace

KeyPlaces keyPlacesIn(const Secret& text)
{
    return Finder(text.reveal()).find();
}

} // namespace CommKeys
