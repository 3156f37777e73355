// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/wordranks.h"

#include <QStringList>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class WordRanksTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_words.clear(); }

    void wordsAreRankedAsPeopleSortThem()
    {
        append({u"team 10"_s, u"Éclair"_s, u"team 2"_s, u"apple"_s, QString(), u"zebra"_s});
        QCOMPARE(m_words.ofRows(), std::vector<int>({4, 2, 3, 1, 0, 5}));
    }

    void equalWordsHaveOneRankWhereverTheyLieInMemory()
    {
        const QString b = u"b"_s;
        append({b, u"a"_s, b, u"B"_s + QString(), u"a"_s + QString()});
        QCOMPARE(m_words.ofRows(), std::vector<int>({1, 0, 1, 1, 0}));
    }

    void wordsThatComeInLaterFindTheirPlace()
    {
        append({u"m"_s, u"z"_s});
        QCOMPARE(m_words.ofRows(), std::vector<int>({0, 1}));
        append({u"a"_s, u"z"_s});
        QCOMPARE(m_words.ofRows(), std::vector<int>({1, 2, 0, 2}));
    }

    void rowsThatGoTakeNoOtherWithThem()
    {
        append({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        QCOMPARE(m_words.ofRows().size(), 4U);
        m_words.remove(1, 2);
        QCOMPARE(m_words.size(), 2U);
        const std::vector<int> ranks = m_words.ofRows();
        QVERIFY(ranks.at(0) < ranks.at(1));
        append({u"b"_s});
        QVERIFY(m_words.ofRows().at(2) > m_words.ofRows().at(0));
        QVERIFY(m_words.ofRows().at(2) < m_words.ofRows().at(1));
    }

    void noRowsHaveNoRanks() { QVERIFY(m_words.ofRows().empty()); }

private:
    void append(const QStringList& words)
    {
        for (const QString& word : words) {
            m_words.append(word);
        }
    }

    WordRanks m_words;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::WordRanksTest)
#include "wordrankstest.moc"
