// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QHash>
#include <QString>

#include <vector>

namespace CommKeys {

/// The words of rows, and the rank of each among the others as people's language sorts them; equal ones have one rank.
///
/// Made for many rows that have the same few words: a word is looked at once, and not once for each row that has it.
class WordRanks
{
public:
    WordRanks();

    /// How many rows have a word.
    [[nodiscard]] size_t size() const { return m_wordOfRow.size(); }
    /// The word of the next row.
    void append(const QString& word);
    /// Rows @p first to @p last are gone, and those behind them have moved up.
    void remove(size_t first, size_t last);
    void clear();

    /// Of each row, from 0 on.
    [[nodiscard]] std::vector<int> ofRows();

private:
    struct Place
    {
        QString word; ///< held, so that no other one comes to lie in its memory
        int number = 0;
    };

    [[nodiscard]] int numberOf(const QString& word);
    [[nodiscard]] std::vector<int> ranksOfWords() const;

    QCollator m_collator;
    QHash<QString, int> m_numbers;         ///< of the words, from 0 on
    QHash<const QChar*, Place> m_byMemory; ///< most equal ones share it; found sooner than letter by letter
    std::vector<int> m_wordOfRow;          ///< its number
    std::vector<int> m_rankOfWord;         ///< by its number; of those that there were when it was asked for
};

} // namespace CommKeys
