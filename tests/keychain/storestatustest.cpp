// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/storestatus.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

using Health = std::optional<StoreHealth>;

class StoreStatusTest final : public QObject
{
    Q_OBJECT

private slots:
    void failure_setsTheHealthOfItsKind_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Health>("health");
        QTest::newRow("locked") << ErrorKind::KeychainLocked << Health(StoreHealth::Locked);
        QTest::newRow("missing") << ErrorKind::KeychainMissing << Health(StoreHealth::Missing);
        QTest::newRow("failed") << ErrorKind::KeychainFailed << Health(StoreHealth::Failing);
        for (const ErrorKind kind : {ErrorKind::Cancelled, ErrorKind::InvalidInput, ErrorKind::BadAnswer}) {
            QTest::newRow(qPrintable(nameOf(kind))) << kind << Health(StoreHealth::Ready);
        }
    }

    void failure_setsTheHealthOfItsKind()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const Health, health);
        for (const bool isWrite : {false, true}) {
            FaultyStore store;
            QVERIFY(*finishedResult(store.probe(this)) == StoreHealth::Ready);
            const Error error = Error::of(kind, u"It did not work."_s);
            if (isWrite) {
                store.writeFails = error;
                QVERIFY(!finishedResult(store.write(u"k"_s, Secret::copyOf(u"v"), this)));
            } else {
                store.readFails = error;
                QVERIFY(!finishedResult(store.read(u"k"_s, this)));
            }
            QVERIFY(store.status().health() == health);
        }
    }

    void success_setsReady_data()
    {
        QTest::addColumn<Health>("before");
        QTest::addColumn<Health>("afterRead");
        const Health nothing;
        QTest::newRow("nothing seen") << nothing << nothing;
        QTest::newRow("ready") << Health(StoreHealth::Ready) << Health(StoreHealth::Ready);
        QTest::newRow("locked") << Health(StoreHealth::Locked) << Health(StoreHealth::Ready);
        QTest::newRow("missing") << Health(StoreHealth::Missing) << Health(StoreHealth::Ready);
        // Only a write shows that it saves data again.
        QTest::newRow("failing") << Health(StoreHealth::Failing) << Health(StoreHealth::Failing);
    }

    void success_setsReady()
    {
        QFETCH(const Health, before);
        QFETCH(const Health, afterRead);
        MemoryStore store;
        if (before) {
            store.status().setHealth(*before);
        }
        QVERIFY(finishedResult(store.read(u"k"_s, this)));
        QVERIFY(store.status().health() == afterRead);
        QVERIFY(finishedResult(store.write(u"k"_s, Secret::copyOf(u"v"), this)));
        QVERIFY(store.status().health() == StoreHealth::Ready);
    }

    void caller_findsTheStatusUpToDate()
    {
        FaultyStore store;
        store.readFails = Error::of(ErrorKind::KeychainFailed, u"It did not work."_s);
        Health seen;
        store.read(u"k"_s, this)
            ->onFinished(this, [&](const Result<Secret>&) { seen = store.status().health(); })
            ->start();
        QTRY_VERIFY(seen == StoreHealth::Failing);
    }

    void changed_isEmittedOnlyForAChange()
    {
        MemoryStore store;
        QSignalSpy changed(&store.status(), &StoreStatus::changed);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(finishedResult(store.write(u"k"_s, Secret::copyOf(u"v"), this)));
        }
        QCOMPARE(changed.size(), 1);
    }

    void storeThatGoesFirst_doesNoHarm()
    {
        auto store = std::make_unique<FaultyStore>();
        JobOf<Secret>* job = store->read(u"k"_s, this);
        store.reset();
        QVERIFY(finishedResult(job));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::StoreStatusTest)
#include "storestatustest.moc"
