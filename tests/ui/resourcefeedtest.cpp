// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefeed.h"

#include "ui/resources.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceFeedTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_feed = std::make_unique<ResourceFeed>();
        m_names.clear();
        m_longest = 0;
        connect(m_feed.get(), &ResourceFeed::ready, this, [this](const QList<ResourceRow>& rows) {
            m_longest = std::max(m_longest, rows.size());
            for (const ResourceRow& row : rows) {
                m_names.append(row.service.name());
            }
        });
    }

    void allAreHandedOverInTheOrderInWhichTheyCame()
    {
        QSignalSpy drained(m_feed.get(), &ResourceFeed::drained);
        const QStringList many = manyNames(2345);
        m_feed->add(resourcesNamed(many.first(1300)));
        m_feed->add(resourcesNamed(many.sliced(1300)));
        QVERIFY(!m_feed->isEmpty());
        QVERIFY(m_names.isEmpty()); // never at once
        QVERIFY(drained.wait());
        QCOMPARE(m_names, many);
        QVERIFY(m_feed->isEmpty());
        QCOMPARE(drained.count(), 1);
        QVERIFY(m_longest <= 1000);
    }

    void whatComesWhileAPartIsHandedOverFollows()
    {
        bool hasAdded = false;
        connect(m_feed.get(), &ResourceFeed::ready, this, [&] {
            if (!std::exchange(hasAdded, true)) {
                m_feed->add(resourcesNamed({u"late"_s}));
            }
        });
        QSignalSpy drained(m_feed.get(), &ResourceFeed::drained);
        m_feed->add(resourcesNamed({u"early"_s}));
        QVERIFY(drained.wait());
        QCOMPARE(m_names, QStringList({u"early"_s, u"late"_s}));
        QCOMPARE(drained.count(), 1);
    }

    void nothingMeansNothing()
    {
        QSignalSpy ready(m_feed.get(), &ResourceFeed::ready);
        QSignalSpy drained(m_feed.get(), &ResourceFeed::drained);
        m_feed->add({});
        QVERIFY(m_feed->isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(ready.count() + drained.count(), 0);
    }

    void whatWaitsIsForgottenOnRequest()
    {
        QSignalSpy drained(m_feed.get(), &ResourceFeed::drained);
        m_feed->add(resourcesNamed(manyNames(3000)));
        m_feed->clear();
        QVERIFY(m_feed->isEmpty());
        m_feed->add(resourcesNamed({u"after"_s}));
        QVERIFY(drained.wait());
        QCOMPARE(m_names, QStringList({u"after"_s}));
    }

    void itMayGoWhileAPartIsMade()
    {
        m_feed->add(resourcesNamed(manyNames(1000)));
        m_feed.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(m_names.isEmpty());
    }

private:
    [[nodiscard]] static QStringList manyNames(int count)
    {
        QStringList names;
        for (int number = 0; number < count; ++number) {
            names.append(u"acs-%1"_s.arg(number));
        }
        return names;
    }

    std::unique_ptr<ResourceFeed> m_feed;
    QStringList m_names;
    qsizetype m_longest = 0;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ResourceFeedTest)
#include "resourcefeedtest.moc"
