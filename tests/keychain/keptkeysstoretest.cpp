// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeysstore.h"
#include "support/exampleresource.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"

#include <QTest>

using namespace Qt::StringLiterals;

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
        m_kept = std::make_unique<KeptKeysStore>(*m_secrets, u"io.example.App"_s, QUrl(u"https://arm.example:8443"_s));
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

    void forgetLeavesNothingInTheKeychainOrInMemory()
    {
        QVERIFY(keep(KeyType::Primary, u"one"_s));
        QVERIFY(finishedResult(m_kept->forget(exampleResource().id, this)));
        QVERIFY(read()->isEmpty());
    }

private:
    Result<KeptKeys> keep(KeyType type, const QString& key)
    {
        return finishedResult(m_kept->keep(news(type, key), this));
    }
    Result<KeptKeys> read() { return finishedResult(m_kept->read(exampleResource().id, this)); }

    std::unique_ptr<FaultyStore> m_secrets;
    std::unique_ptr<KeptKeysStore> m_kept;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeptKeysStoreTest)
#include "keptkeysstoretest.moc"
