// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeys.h"
#include "keychain/secretstore.h"
#include "support/exampleresource.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QDateTime keptAt(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC);

KeptKey keptKey(const QString& key, const QString& host = u"example.communication.azure.com"_s)
{
    return {Secret::copyOf(key), Secret::copyOf(u"endpoint=https://"_s + host + u"/;accesskey="_s + key), keptAt};
}

} // namespace

class KeptKeysTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsWhatIsRead()
    {
        KeptKeys keys{exampleResource().id, keptKey(u"first=="_s), keptKey(u"second=="_s)};
        const Result<KeptKeys> read = decodeKeptKeys(encodeKeptKeys(keys), keys.resource);
        QVERIFY(read);
        QVERIFY(*read == keys);
        keys.secondary.reset();
        QVERIFY(*decodeKeptKeys(encodeKeptKeys(keys), keys.resource) == keys);
    }

    void formerKeysAndTheResourcesIdentityAreStored()
    {
        KeptKeys keys{exampleResource().id, keptKey(u"first=="_s), keptKey(u"second=="_s)};
        keys.identity = {QUuid(u"3b6a3c5e-0000-4000-8000-000000000001"_s), keptAt.addDays(-3)};
        keys.primary->former = {{formerFingerprint(Secret::copyOf(u"zero=="_s)), keptAt.addDays(-1), true},
                                {formerFingerprint(Secret::copyOf(u"before=="_s)), keptAt.addDays(-2), false}};
        const Secret entry = encodeKeptKeys(keys);
        QVERIFY(*decodeKeptKeys(entry, keys.resource) == keys);
        QVERIFY(!entry.revealText().contains(u"zero=="_s));
    }

    void formerKey_isRecognizedByItsFingerprint()
    {
        KeptKey key = keptKey(u"new=="_s);
        addFormer(key, {{formerFingerprint(Secret::copyOf(u"old=="_s)), keptAt, false}});
        QVERIFY(formerKeyIn(key, Secret::copyOf(u"old=="_s)));
        QVERIFY(!formerKeyIn(key, Secret::copyOf(u"other=="_s)));
        QVERIFY(!formerKeyIn(key, Secret()));
        // What is certain stays so, and a key is never before itself.
        addFormer(key, {{formerFingerprint(Secret::copyOf(u"old=="_s)), keptAt, true},
                        {formerFingerprint(Secret::copyOf(u"new=="_s)), keptAt, true}});
        QCOMPARE(key.former.size(), 1);
        QVERIFY(key.former.first().isCertain);
    }

    void damagedFormerKeys_areIgnored()
    {
        const QString json =
            u"{\"commkeys\":1,\"primaryKey\":\"k\",\"primaryFormer\":[1,{},{\"sha256\":\"short\",\"replaced\":"
            "\"2026-01-15T10:42:00Z\"},{\"sha256\":\"0123456789abcdef\"},null],"
            "\"immutableResourceId\":7,\"createdAt\":\"yesterday\"}"_s;
        const Result<KeptKeys> keys = decodeKeptKeys(Secret::copyOf(json), exampleResource().id);
        QVERIFY(keys);
        QVERIFY(keys->primary->former.isEmpty());
        QVERIFY(!keys->identity.isKnown());
    }

    void entryThatWouldBeTooLarge_losesFormerKeysBeforeKeys()
    {
        KeptKeys keys{exampleResource().id, keptKey(QString(520, u'k')), keptKey(QString(520, u'l'))};
        for (int number = 0; number < mostFormerKeys; ++number) {
            addFormer(*keys.primary, {{formerFingerprint(Secret::copyOf(QString::number(number))), keptAt, true}});
            addFormer(*keys.secondary, {{formerFingerprint(Secret::copyOf(QString::number(-number))), keptAt, true}});
        }
        const Secret entry = encodeKeptKeys(keys);
        QVERIFY(entry.size() < maximumSecretSize);
        const Result<KeptKeys> read = decodeKeptKeys(entry, keys.resource);
        QVERIFY(isSameKey(*read->primary, *keys.primary) && isSameKey(*read->secondary, *keys.secondary));
    }

    void aPersonWhoOpensTheEntryFindsTheConnectionString()
    {
        const KeptKeys keys{exampleResource().id, keptKey(u"first=="_s), {}};
        const QJsonObject entry = QJsonDocument::fromJson(encodeKeptKeys(keys).reveal().toByteArray()).object();
        QCOMPARE(entry.value(u"primaryConnectionString").toString(),
                 u"endpoint=https://example.communication.azure.com/;accesskey=first=="_s);
        QCOMPARE(entry.value(u"primaryKey").toString(), u"first=="_s);
        QCOMPARE(entry.value(u"resource").toString(), keys.resource.toString());
        QVERIFY(!entry.contains(u"secondaryKey"));
    }

    void theLargestLegalResourceStaysBelowTheSmallestLimit()
    {
        const ResourceId longest = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s),
                                                   QString(90, QChar(u'ü')), QString(63, u'n'));
        const QString key(88, u'k');
        const QString host = QString(63, u'n') + u".unitedarabemirates.communication.azure.com"_s;
        const KeptKeys keys{longest, keptKey(key, host), keptKey(key, host)};
        const Secret entry = encodeKeptKeys(keys);
        QVERIFY2(entry.size() < maximumSecretSize, qPrintable(QString::number(entry.size())));
        QVERIFY(*decodeKeptKeys(entry, longest) == keys);
    }

    void longerKeysThanTodaysAreNotRepeatedBeforeAnEntryGrowsTooLarge()
    {
        const KeptKeys keys{exampleResource().id, keptKey(QString(500, u'k')), keptKey(QString(500, u'l'))};
        const Secret entry = encodeKeptKeys(keys);
        QVERIFY(entry.size() < maximumSecretSize);
        QVERIFY(*decodeKeptKeys(entry, keys.resource) == keys);
    }

    void refusesEntriesThatAreNotOurs_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("text") << u"hunter2"_s;
        QTest::newRow("json") << u"{\"password\":\"hunter2\"}"_s;
        QTest::newRow("newer") << u"{\"commkeys\":2,\"primaryKey\":\"hunter2\"}"_s;
        QTest::newRow("cut off") << u"{\"commkeys\":1,\"primaryKey\":\"hunter2"_s;
    }

    void refusesEntriesThatAreNotOurs()
    {
        QFETCH(QString, entry);
        const Result<KeptKeys> keys = decodeKeptKeys(Secret::copyOf(entry), exampleResource().id);
        QVERIFY(!keys);
        QVERIFY(!keys.error().toText().contains(u"hunter2"_s));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeptKeysTest)
#include "keptkeystest.moc"
