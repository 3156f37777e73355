// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/managementlock.h"
#include "support/sharedtraffic.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ManagementLockTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsALockAndWhatItHangsAt()
    {
        const Result<Page<ManagementLock>> page =
            parseManagementLockPage("{\"value\":[{\"properties\":{\"level\":\"ReadOnly\",\"notes\":\"Until May.\","
                                    "\"owners\":[]},\"id\":\"/subscriptions/S/resourceGroups/g/PROVIDERS/"
                                    "microsoft.authorization/Locks/freeze\",\"type\":\"Microsoft.Authorization/locks\","
                                    "\"name\":\"freeze\"}]}");
        QVERIFY(page);
        const ManagementLock& lock = page->items.at(0);
        QCOMPARE(lock.name, u"freeze"_s);
        QCOMPARE(lock.level, u"ReadOnly"_s);
        QCOMPARE(lock.notes, u"Until May."_s);
        QCOMPARE(lock.scope(), u"/subscriptions/S/resourceGroups/g"_s);
    }

    void anEntryWithoutAnIdIsLeftOutAndOneWithoutMoreIsNot()
    {
        const Result<Page<ManagementLock>> page =
            parseManagementLockPage("{\"value\":[null,7,{\"name\":\"n\"},{\"id\":\"/subscriptions/S\"}]}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->unreadable.size(), 3);
        QVERIFY(page->items.at(0).level.isEmpty() && page->items.at(0).scope().isEmpty());
    }

    void aListThatIsNoneIsAnError_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty body") << QByteArray();
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("another shape") << QByteArray("{\"value\":{}}");
        QTest::newRow("cut off") << QByteArray("{\"value\":[{\"id\":\"/sub");
    }

    void aListThatIsNoneIsAnError()
    {
        QFETCH(QByteArray, json);
        const Result<Page<ManagementLock>> page = parseManagementLockPage(json);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
    }

    void notesAreShownWithoutSecretsAndAtSomeLength()
    {
        const QByteArray key(86, 'k');
        const Result<Page<ManagementLock>> page =
            parseManagementLockPage("{\"value\":[{\"id\":\"x\",\"properties\":{\"notes\":\"accesskey=" + key +
                                    "==\"}},"
                                    "{\"id\":\"y\",\"properties\":{\"notes\":\"" +
                                    QByteArray("so ").repeated(100'000) + "\"}}]}");
        QVERIFY(page);
        QVERIFY(!page->items.at(0).notes.contains(QString::fromLatin1(key.left(20))));
        QVERIFY(page->items.at(1).notes.size() <= 1000);
    }

    void aReadOnlyLockCountsWhereItHoldsForTheResource_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("level");
        QTest::addColumn<bool>("forbids");
        const QString subscription = u"/subscriptions/11112222-3333-4444-5555-666677778888"_s;
        const QString group = subscription + u"/resourceGroups/g"_s;
        const QString resource = exampleId().toString();
        QTest::newRow("resource") << resource << u"ReadOnly"_s << true;
        QTest::newRow("group") << group << u"ReadOnly"_s << true;
        QTest::newRow("group in another casing") << group.toUpper() << u"ReadOnly"_s << true;
        QTest::newRow("subscription") << subscription << u"ReadOnly"_s << true;
        QTest::newRow("level in another casing") << group << u"readonly"_s << true;
        QTest::newRow("against deleting only") << resource << u"CanNotDelete"_s << false;
        QTest::newRow("no level") << resource << QString() << false;
        QTest::newRow("below the resource") << resource + u"/smtpUsernames/x"_s << u"ReadOnly"_s << false;
        QTest::newRow("a name that begins with it") << resource + u'x' << u"ReadOnly"_s << false;
        QTest::newRow("a group that begins with it") << group + u'x' << u"ReadOnly"_s << false;
        QTest::newRow("another subscription")
            << u"/subscriptions/99992222-3333-4444-5555-666677778888"_s << u"ReadOnly"_s << false;
    }

    void aReadOnlyLockCountsWhereItHoldsForTheResource()
    {
        QFETCH(QString, scope);
        QFETCH(QString, level);
        QFETCH(bool, forbids);
        ManagementLock lock;
        lock.id = scope + u"/providers/Microsoft.Authorization/locks/freeze"_s;
        lock.level = level;
        ManagementLock harmless = lock;
        harmless.level = u"CanNotDelete"_s;
        const QList<ManagementLock> locks{harmless, lock};
        QCOMPARE(readOnlyLock(locks, exampleId()), forbids ? &locks.at(1) : nullptr);
    }

    void withoutLocksOrAResourceThereIsNone()
    {
        ManagementLock odd;
        odd.id = u"/providers/Microsoft.Authorization/locks/freeze"_s;
        odd.level = u"ReadOnly"_s;
        const QList<ManagementLock> none;
        const QList<ManagementLock> one{odd};
        QVERIFY(!readOnlyLock(none, exampleId()));
        QVERIFY(!readOnlyLock(one, ResourceId()));
    }

    void readsTheRecordedLists()
    {
        if (!haveSharedTraffic()) {
            QSKIP("the recorded traffic is not beside this checkout");
        }
        int read = 0;
        const QJsonArray recordings = sharedTraffic(u"arm-real-responses.json"_s).array();
        for (const QJsonValue& value : recordings) {
            const QJsonValue body = value[u"response"][u"body"];
            if (value[u"name"].toString() == u"locks"_s && body[u"value"].isArray()) {
                const Result<Page<ManagementLock>> page = parseManagementLockPage(bodyBytes(body));
                QVERIFY(page && !page->items.isEmpty() && page->unreadable.isEmpty());
                for (const ManagementLock& lock : page->items) {
                    QVERIFY(!lock.name.isEmpty() && lock.scope().startsWith(u"/subscriptions/"_s));
                    QCOMPARE(lock.level, u"CanNotDelete"_s);
                }
                ++read;
            }
        }
        QCOMPARE(read, 2);
    }

private:
    static ResourceId exampleId()
    {
        return *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), u"g"_s, u"n"_s);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::ManagementLockTest)
#include "managementlocktest.moc"
