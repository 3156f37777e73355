// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/wordranks.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace CommKeys {

namespace {

// The C locale has no order of letters but that of their codes.
QLocale sortingLocale()
{
    const QLocale collation = QLocale().collation();
    return collation.language() == QLocale::C ? QLocale(QLocale::English) : collation;
}

} // namespace

WordRanks::WordRanks() : m_collator(sortingLocale())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

void WordRanks::append(const QString& word)
{
    auto place = m_byMemory.constFind(word.constData());
    if (place == m_byMemory.cend()) {
        place = m_byMemory.insert(word.constData(), {word, numberOf(word)});
    }
    m_wordOfRow.push_back(place->number);
}

int WordRanks::numberOf(const QString& word)
{
    const auto known = m_numbers.constFind(word);
    return known != m_numbers.cend() ? *known : *m_numbers.insert(word, static_cast<int>(m_numbers.size()));
}

void WordRanks::remove(size_t first, size_t last)
{
    const auto begin = m_wordOfRow.begin();
    m_wordOfRow.erase(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last) + 1);
}

void WordRanks::clear()
{
    m_numbers.clear();
    m_byMemory.clear();
    m_wordOfRow.clear();
    m_rankOfWord.clear();
}

std::vector<int> WordRanks::ofRows()
{
    m_byMemory.clear();
    if (m_rankOfWord.size() < static_cast<size_t>(m_numbers.size())) {
        m_rankOfWord = ranksOfWords();
    }
    std::vector<int> ranks(m_wordOfRow.size());
    std::transform(m_wordOfRow.begin(), m_wordOfRow.end(), ranks.begin(),
                   [this](int word) { return m_rankOfWord[static_cast<size_t>(word)]; });
    return ranks;
}

std::vector<int> WordRanks::ranksOfWords() const
{
    std::vector<std::pair<QCollatorSortKey, int>> words;
    words.reserve(static_cast<size_t>(m_numbers.size()));
    for (auto word = m_numbers.cbegin(); word != m_numbers.cend(); ++word) {
        words.emplace_back(m_collator.sortKey(word.key()), word.value());
    }
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<int> rankOfWord(words.size());
    int rank = 0;
    for (size_t place = 0; place < words.size(); ++place) {
        const bool isEqual = place > 0 && words[place - 1].first.compare(words[place].first) == 0;
        rank += place > 0 && !isEqual ? 1 : 0;
        rankOfWord[static_cast<size_t>(words[place].second)] = rank;
    }
    return rankOfWord;
}

} // namespace CommKeys
