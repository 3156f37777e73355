// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeysstore.h"
#include "support/exampleresource.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

KeptKeys news(KeyType type, const QString& key)
{
    KeptKeys keys;
    keys.resource = exampleResource().id;
    keys.at(type) = KeptKey{Secret::copyOf(key), Secret::copyOf(u"accesskey="_s + key),
                            QDateTime(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC)};
    return keys;
}

} // namespace

class KeptKeysStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_secrets = std::make_unique<FaultyStore>();
        m_replaced.key = {};
        openStore();
    }

    void namesEntriesAfterTheApplicationTheCloudAndTheResource()
    {
        QCOMPARE(m_kept->entryName(exampleResource().id),
                 u"io.example.App/arm.example:8443/subscriptions/11112222-3333-4444-5555-666677778888/resourcegroups/"
                 "myresourcegroup/providers/microsoft.communication/communicationservices/mycommunicationresource"_s);
    }

    void keepsAKeyAndLeavesTheOtherOneAlone()
    {
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        QVERIFY(keep(KeyType::Secondary, u"two"_s));
        const Result<KeptKeys> both = keep(KeyType::Primary, u"three"_s);
        QVERIFY(both);
        QCOMPARE(both->primary->key.revealText(), u"three"_s);
        QCOMPARE(both->secondary->key.revealText(), u"two"_s);
        QVERIFY(*read() == *both);
    }

    void twoKeepsAtOnceBothArrive()
    {
        int finished = 0;
        for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
            m_kept->keep(news(type, u"k"_s), this)
                ->onFinished(this, [&finished](const Result<KeptKeys>& kept) { finished += kept ? 1 : 0; })
                ->start();
        }
        QTRY_COMPARE(finished, 2);
        QVERIFY(read()->primary && read()->secondary);
    }

    void aKeepBehindOneThatIsCancelledStillHappens()
    {
        auto* first = m_kept->keep(news(KeyType::Primary, u"k"_s), this);
        first->start();
        auto* second = m_kept->keep(news(KeyType::Secondary, u"l"_s), this);
        bool kept = false;
        second->onFinished(this, [&kept](const Result<KeptKeys>& result) { kept = result.isOk(); })->start();
        first->cancel();
        QTRY_VERIFY(kept);
    }

    void believesTheKeychainOnlyAfterReadingBack()
    {
        m_secrets->forgetsWhatItTook = true;
        const Result<KeptKeys> kept = keep(KeyType::Primary, u"one"_s);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(m_kept->hasUnsaved());
        QVERIFY(m_secrets->status().health() == StoreHealth::Failing);
    }

    void whatTheKeychainRefusesStaysInMemoryUntilItIsTaken()
    {
        QVERIFY(keep(KeyType::Secondary, u"two"_s));
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        QVERIFY(!keep(KeyType::Primary, u"one"_s));
        QVERIFY(m_kept->hasUnsaved());
        QCOMPARE(m_kept->unsaved(exampleResource().id).primary->key.revealText(), u"one"_s);
        QVERIFY(!m_kept->unsaved(exampleResource().id).secondary);
        // Read gives both: memory on top of the keychain.
        QCOMPARE(read()->primary->key.revealText(), u"one"_s);
        QCOMPARE(read()->secondary->key.revealText(), u"two"_s);

        m_secrets->writeFails.reset();
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        QVERIFY(!m_kept->hasUnsaved());
        QCOMPARE(read()->primary->key.revealText(), u"one"_s);
    }

    void aLockedKeychainIsAnErrorAndNotAnEmptyOne()
    {
        m_secrets->readFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        const Result<KeptKeys> nothing = read();
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, ErrorKind::KeychainLocked);
        m_secrets->writeFails = m_secrets->readFails;
        QVERIFY(!keep(KeyType::Primary, u"one"_s));
        QCOMPARE(read()->primary->key.revealText(), u"one"_s); // from memory
    }

    void anEntryThatCannotBeReadMovesAsideInsteadOfBeingLost()
    {
        const QString name = m_kept->entryName(exampleResource().id);
        QVERIFY(finishedResult(m_secrets->write(name, Secret::copyOf(u"{\"commkeys\":2}"), this)));
        QVERIFY(!read());
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        QCOMPARE(finishedResult(m_secrets->read(name + u"/unreadable"_s, this))->revealText(), u"{\"commkeys\":2}"_s);
        QCOMPARE(read()->primary->key.revealText(), u"one"_s);
    }

    void olderListing_neverReplacesAStoredKey()
    {
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        KeptKeys regenerated = news(KeyType::Primary, u"two"_s);
        regenerated.primary->keptAtUtc = m_clock.utcNow();
        addFormer(*regenerated.primary, {former(u"one"_s, true)});
        QVERIFY(finishedResult(m_kept->keep(regenerated, this)));
        // Azure lists the key from before, for a moment, a day later, and after a new start.
        for (const auto later : {0s, 10s, std::chrono::seconds(24h)}) {
            m_clock.advance(later);
            KeptKeys listed = news(KeyType::Primary, u"one"_s);
            listed.primary->keptAtUtc = m_clock.utcNow();
            const Result<KeptKeys> kept = finishedResult(m_kept->keep(listed, this));
            QVERIFY(kept);
            QCOMPARE(kept->primary->key.revealText(), u"two"_s);
            QCOMPARE(read()->primary->key.revealText(), u"two"_s);
            openStore();
        }
        // A third one is newer.
        KeptKeys third = news(KeyType::Primary, u"three"_s);
        third.primary->keptAtUtc = m_clock.utcNow();
        QCOMPARE(finishedResult(m_kept->keep(third, this))->primary->key.revealText(), u"three"_s);
        third.primary = listedNow(u"two"_s);
        QCOMPARE(finishedResult(m_kept->keep(third, this))->primary->key.revealText(), u"three"_s);
    }

    void listingsThatDisagree_settleAfterTheLag()
    {
        QVERIFY(keepListed(u"one"_s));
        QVERIFY(keepListed(u"two"_s));
        QCOMPARE(keepListed(u"one"_s)->primary->key.revealText(), u"two"_s);
        m_clock.advance(longestReadLag + 1s);
        // What Azure lists then is right, whichever of the two was out of date.
        QCOMPARE(keepListed(u"one"_s)->primary->key.revealText(), u"one"_s);
        QCOMPARE(keepListed(u"two"_s)->primary->key.revealText(), u"one"_s);
        QCOMPARE(keepListed(u"one"_s)->primary->key.revealText(), u"one"_s);
    }

    void olderListing_doesNotDropANewerKeyFromMemory()
    {
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        m_secrets->writeFails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        KeptKeys regenerated = news(KeyType::Primary, u"two"_s);
        addFormer(*regenerated.primary, {former(u"one"_s, true)});
        QVERIFY(!finishedResult(m_kept->keep(regenerated, this)));
        QVERIFY(!keepListed(u"one"_s));
        QCOMPARE(m_kept->unsaved(exampleResource().id).primary->key.revealText(), u"two"_s);
        m_secrets->writeFails.reset();
        // The next one that the keychain takes takes along what memory has.
        QCOMPARE(keepListed(u"one"_s)->primary->key.revealText(), u"two"_s);
        QVERIFY(!m_kept->hasUnsaved());
        QCOMPARE(read()->primary->key.revealText(), u"two"_s);
    }

    void recordedRegeneration_countsWhereTheEntryDoesNotKnow()
    {
        m_replaced.key = Secret::copyOf(u"one"_s);
        const Result<KeptKeys> kept = keepListed(u"one"_s);
        QVERIFY(kept);
        QVERIFY(kept->isEmpty());
        QVERIFY(read()->isEmpty());
        QCOMPARE(keepListed(u"two"_s)->primary->key.revealText(), u"two"_s);
    }

    void anotherProcessThatWritesAtTheSameTime_losesNothing()
    {
        const QTemporaryDir folder;
        KeptKeysDependencies dependencies = m_dependencies;
        dependencies.lockFolder = folder.path();
        KeptKeysStore one(*m_secrets, u"io.example.App"_s, m_arm, dependencies);
        KeptKeysStore two(*m_secrets, u"io.example.App"_s, m_arm, dependencies);
        KeptKeys regenerated = news(KeyType::Primary, u"new"_s);
        regenerated.primary->keptAtUtc = m_clock.utcNow();
        addFormer(*regenerated.primary, {former(u"old"_s, true)});
        KeptKeys fetched = news(KeyType::Primary, u"old"_s);
        fetched.primary->keptAtUtc = m_clock.utcNow();
        fetched.secondary = listedNow(u"second"_s);
        for (int round = 0; round < 20; ++round) {
            QVERIFY(finishedResult(m_secrets->remove(one.entryName(exampleResource().id), this)));
            int finished = 0;
            KeptKeysStore* first = round % 2 == 0 ? &one : &two;
            KeptKeysStore* second = round % 2 == 0 ? &two : &one;
            first->keep(regenerated, this)->onFinished(this, [&](const Result<KeptKeys>&) { ++finished; })->start();
            for (int events = 0; events < round / 2; ++events) {
                QCoreApplication::processEvents();
            }
            second->keep(fetched, this)->onFinished(this, [&](const Result<KeptKeys>&) { ++finished; })->start();
            QTRY_COMPARE(finished, 2);
            const Result<KeptKeys> both = finishedResult(one.read(exampleResource().id, this));
            QCOMPARE(both->primary->key.revealText(), u"new"_s);
            QCOMPARE(both->secondary->key.revealText(), u"second"_s);
        }
    }

    void resourceThatWasCreatedAgain_losesTheKeysOfTheFormerOne_data()
    {
        QTest::addColumn<ResourceIdentity>("stored");
        QTest::addColumn<ResourceIdentity>("now");
        QTest::addColumn<bool>("isFormer");
        const QDateTime kept(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC); // as news()
        const QUuid a = QUuid::createUuidV5(QUuid(), u"a"_s);
        const QUuid b = QUuid::createUuidV5(QUuid(), u"b"_s);
        using Identity = ResourceIdentity;
        QTest::newRow("nothing is known") << Identity{} << Identity{} << false;
        QTest::newRow("another immutable id") << Identity{a, {}} << Identity{b, {}} << true;
        QTest::newRow("the same immutable id") << Identity{a, {}} << Identity{a, kept.addDays(9)} << false;
        QTest::newRow("created later") << Identity{{}, kept.addDays(-9)} << Identity{{}, kept.addDays(9)} << true;
        QTest::newRow("created at the same second") << Identity{{}, kept} << Identity{{}, kept.addMSecs(999)} << false;
        QTest::newRow("stored before it was created") << Identity{} << Identity{b, kept.addDays(9)} << true;
        QTest::newRow("stored after it was created") << Identity{} << Identity{b, kept.addDays(-9)} << false;
        QTest::newRow("stored a minute before, by another clock")
            << Identity{} << Identity{b, kept.addSecs(60)} << false;
        QTest::newRow("an id now, a time then") << Identity{{}, kept} << Identity{b, {}} << false;
        QTest::newRow("an id then, a time now") << Identity{a, {}} << Identity{{}, kept.addDays(9)} << true;
    }

    void resourceThatWasCreatedAgain_losesTheKeysOfTheFormerOne()
    {
        QFETCH(const ResourceIdentity, stored);
        QFETCH(const ResourceIdentity, now);
        QFETCH(const bool, isFormer);
        KeptKeys old = news(KeyType::Primary, u"one"_s);
        old.secondary = news(KeyType::Secondary, u"two"_s).secondary;
        old.identity = stored;
        QVERIFY(finishedResult(m_kept->keep(old, this)));
        KeptKeys listed = news(KeyType::Primary, u"three"_s);
        listed.primary->keptAtUtc = m_clock.utcNow();
        listed.identity = now;
        const Result<KeptKeys> kept = finishedResult(m_kept->keep(listed, this));
        QCOMPARE(kept->primary->key.revealText(), u"three"_s);
        QCOMPARE(!kept->secondary, isFormer);
        QCOMPARE(isOfFormerResource(stored, old.primary->keptAtUtc, now), isFormer);
        // The key of now is not the former resource's when it is read again.
        QVERIFY(!isOfFormerResource(kept->identity, kept->primary->keptAtUtc, now));
    }

    void keyOfTheFormerResource_isNotStoredForTheNewOne()
    {
        const QDateTime created = m_clock.utcNow().addDays(-1);
        KeptKeys now = news(KeyType::Primary, u"new"_s);
        now.identity = {{}, created};
        now.primary->keptAtUtc = m_clock.utcNow();
        QVERIFY(finishedResult(m_kept->keep(now, this)));
        KeptKeys former = news(KeyType::Primary, u"old"_s);
        former.identity = {{}, created.addDays(-30)};
        former.secondary = former.primary;
        const Result<KeptKeys> kept = finishedResult(m_kept->keep(former, this));
        QCOMPARE(kept->primary->key.revealText(), u"new"_s);
        QCOMPARE(kept->identity.createdUtc.toSecsSinceEpoch(), created.toSecsSinceEpoch());
    }

    void forgetLeavesNothingInTheKeychainOrInMemory()
    {
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        QVERIFY(finishedResult(m_kept->forget(exampleResource().id, this)));
        QVERIFY(read()->isEmpty());
    }

private:
    /// As after a new start, over the same keychain.
    void openStore()
    {
        m_kept = std::make_unique<KeptKeysStore>(*m_secrets, u"io.example.App"_s, m_arm, m_dependencies);
    }

    [[nodiscard]] FormerKey former(const QString& key, bool isCertain) const
    {
        return {formerFingerprint(Secret::copyOf(key)), m_clock.utcNow(), isCertain};
    }
    [[nodiscard]] KeptKey listedNow(const QString& key) const
    {
        return {Secret::copyOf(key), Secret::copyOf(u"accesskey="_s + key), m_clock.utcNow(), {}};
    }
    Result<KeptKeys> keepListed(const QString& key)
    {
        KeptKeys keys;
        keys.resource = exampleResource().id;
        keys.primary = listedNow(key);
        return finishedResult(m_kept->keep(keys, this));
    }
    Result<KeptKeys> keep(KeyType type, const QString& key)
    {
        return finishedResult(m_kept->keep(news(type, key), this));
    }
    Result<KeptKeys> read() { return finishedResult(m_kept->read(exampleResource().id, this)); }

    /// One key was replaced, for certain.
    struct OneReplaced final : ReplacedKeys
    {
        Secret key;
        std::optional<Replacement> replacementOf(const ResourceId&, KeyType, const Secret& asked) override
        {
            return !key.isEmpty() && key == asked ? std::optional(Replacement{QDateTime::currentDateTimeUtc(), true})
                                                  : std::nullopt;
        }
    };

    const QUrl m_arm{u"https://arm.example:8443"_s};
    ManualClock m_clock;
    OneReplaced m_replaced;
    const KeptKeysDependencies m_dependencies{&m_clock, &m_replaced, {}};
    std::unique_ptr<FaultyStore> m_secrets;
    std::unique_ptr<KeptKeysStore> m_kept;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeptKeysStoreTest)
#include "keptkeysstoretest.moc"
