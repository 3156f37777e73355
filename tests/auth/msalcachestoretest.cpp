// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcachestore.h"
#include "auth/msalcachepieces.h"
#include "support/finishedresult.h"
#include "support/madeupsignin.h"
#include "support/manualclock.h"
#include "support/sharedstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString owner = u"io.example.App"_s;
const QString headName = u"io.example.App/msal"_s;

void addPerson(MsalCache& cache, int person)
{
    cache.add(MadeUpSignIn{.person = person}.answer(), publicLogin(), madeUpClient(),
              QDateTime(QDate(2026, 1, 15), QTime(10, 42), Qt::UTC));
}

void removePerson(MsalCache& cache, int person)
{
    Account account;
    account.homeAccountId = MadeUpSignIn::homeAccountId(person);
    cache.remove(account, publicLogin());
}

MsalCacheStore::Change adding(int person, int upTo = 0)
{
    return [person, upTo](MsalCache& cache) {
        for (int p = person; p <= std::max(person, upTo); ++p) {
            addPerson(cache, p);
        }
    };
}

MsalCacheStore::Change removing(int person)
{
    return [person](MsalCache& cache) { removePerson(cache, person); };
}

} // namespace

class MsalCacheStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_entries.clear();
        m_secrets = std::make_unique<SharedStore>(m_entries);
    }

    void nothingIsKeptAtFirst()
    {
        QVERIFY(read()->isEmpty());
        QVERIFY(m_entries.isEmpty());
    }

    void givesBackWhatItKept()
    {
        const Result<MsalCache> kept = change(adding(1));
        QVERIFY(kept);
        QCOMPARE(people(*kept), QList<int>{1});
        QVERIFY(read()->toJson() == kept->toJson());
        QVERIFY(change(adding(2)));
        QCOMPARE(people(*read()), (QList<int>{1, 2}));
    }

    void aHeadNamesThePiecesAndTheSumOfTheWhole()
    {
        QVERIFY(change(adding(1, 2)));
        QString text;
        for (auto entry = m_entries.constBegin(); entry != m_entries.constEnd(); ++entry) {
            if (entry.key() != headName) {
                static const QRegularExpression name(u"^io\\.example\\.App/msal/[0-9a-f]{16}/[0-9]+$"_s);
                QVERIFY2(name.match(entry.key()).hasMatch(), qPrintable(entry.key()));
                text += entry->revealText();
            }
        }
        const QJsonObject head = QJsonDocument::fromJson(m_entries.value(headName).reveal().toByteArray()).object();
        QCOMPARE(head.value(u"pieces"_s).toInt(), m_entries.size() - 1);
        QCOMPARE(head.value(u"sha256"_s).toString(), Secret::copyOf(text).fingerprint());
        QVERIFY(m_entries.contains(headName + u'/' + head.value(u"generation"_s).toString() + u"/0"_s));
        QVERIFY(m_entries.value(headName).size() < largestPiece);
    }

    void piecesOfAHugeCacheFitAndAreText()
    {
        const Result<MsalCache> kept = change(adding(1, 200));
        QVERIFY(kept);
        QVERIFY(m_entries.size() > 100);
        for (const Secret& entry : std::as_const(m_entries)) {
            QVERIFY(entry.size() <= largestPiece);
            QCOMPARE(entry.revealText().toUtf8(), entry.reveal().toByteArray());
        }
        QCOMPARE(people(*read()).size(), 200);
        QVERIFY(read()->toJson() == kept->toJson());
    }

    void aLetterIsNeverCutInTwo()
    {
        for (int shift = 0; shift < 5; ++shift) {
            const QString text = QString(shift, u'x') + u"z\u00df\u6c34\U0001D10B"_s.repeated(1000);
            const QList<Secret> pieces = cutIntoPieces(Secret::copyOf(text));
            for (const Secret& piece : pieces) {
                QVERIFY(piece.size() <= largestPiece);
                QVERIFY(piece.size() > largestPiece - 4 || piece == pieces.last());
                QVERIFY(!piece.revealText().contains(QChar::ReplacementCharacter));
            }
            QCOMPARE(joinPieces(pieces).revealText(), text);
        }
    }

    void everyWritingHasANameOfItsOwnAndTheOldOneGoes()
    {
        QVERIFY(change(adding(1)));
        const QStringList first = m_entries.keys();
        QVERIFY(change(adding(2)));
        for (const QString& name : first) {
            QCOMPARE(m_entries.contains(name), name == headName);
        }
        QVERIFY(hasNoLeftovers());
    }

    void whatMakesNoDifferenceIsNotWritten()
    {
        QVERIFY(change(adding(1)));
        const QMap<QString, Secret> before = m_entries;
        QVERIFY(change(adding(1)));
        QVERIFY(m_entries == before);
    }

    void anEmptyCacheLeavesNoEntryBehind()
    {
        QVERIFY(change(adding(1, 3)));
        for (const int person : {1, 2, 3}) {
            QVERIFY(change(removing(person)));
        }
        QVERIFY(m_entries.isEmpty());
        QVERIFY(change(removing(1)));
        QVERIFY(m_entries.isEmpty());
    }

    /// From what is kept, the change, to what is kept then.
    void whoeverIsKilledLeavesTheOldOrTheNewOne_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<MsalCacheStore::Change>("change");
        QTest::addColumn<QList<int>>("after");
        QTest::addRow("the first one") << 0 << adding(1) << QList<int>{1};
        QTest::addRow("another one") << 1 << adding(2) << QList<int>{1, 2};
        QTest::addRow("many") << 2 << adding(3, 6) << QList<int>{1, 2, 3, 4, 5, 6};
        QTest::addRow("one of two leaves") << 2 << removing(2) << QList<int>{1};
        QTest::addRow("the last one leaves") << 1 << removing(1) << QList<int>{};
    }

    void whoeverIsKilledLeavesTheOldOrTheNewOne()
    {
        QFETCH(const int, before);
        QFETCH(const MsalCacheStore::Change, change);
        QFETCH(const QList<int>, after);
        const QMap<QString, Secret> entriesBefore = before > 0 ? entriesOf(adding(1, before)) : Entries();
        QList<int> peopleBefore;
        for (int person = 1; person <= before; ++person) {
            peopleBefore << person;
        }
        bool isComplete = false;
        for (int operations = 0; !isComplete; ++operations) {
            Entries entries = entriesBefore;
            SharedStore dying(entries);
            dying.diesAfter = operations;
            isComplete = finishedResult(storeOver(dying).change(change, this)).isOk();

            SharedStore alive(entries);
            MsalCacheStore store = storeOver(alive);
            const Result<MsalCache> left = finishedResult(store.read(this));
            QVERIFY2(left, qPrintable(u"dead after %1 operations"_s.arg(operations)));
            QVERIFY(people(*left) == peopleBefore || people(*left) == after);
            QVERIFY(!isComplete || people(*left) == after);
            // The next one sets it right.
            QVERIFY(finishedResult(store.change(change, this)));
            QCOMPARE(people(*finishedResult(store.read(this))), after);
            QVERIFY2(hasNoLeftovers(entries), qPrintable(u"dead after %1 operations"_s.arg(operations)));
            QVERIFY(operations < 200);
        }
    }

    void aNextChangeThatMakesNoDifferenceClearsUpTheSame()
    {
        const Entries before = entriesOf(adding(1, 2));
        for (int operations = 0; operations < 30; ++operations) {
            m_entries = before;
            m_secrets->operations = 0;
            m_secrets->diesAfter = operations;
            (void)change(removing(2));
            m_secrets->diesAfter.reset();
            QVERIFY(change([](MsalCache&) {}));
            QVERIFY(hasNoLeftovers());
        }
    }

    void damageIsSaidAndReplaced_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("text");
        const QString head = u"head"_s;
        QTest::addRow("no head") << head << u"-garbage"_s;
        QTest::addRow("an empty object") << head << u"{}"_s;
        QTest::addRow("a list") << head << u"[1]"_s;
        QTest::addRow("a later version") << head << u"{\"commkeys\":2,\"generation\":\"\",\"pieces\":0}"_s;
        QTest::addRow("too many pieces")
            << head << u"{\"commkeys\":1,\"generation\":\"0123456789abcdef\",\"pieces\":2000000000}"_s;
        QTest::addRow("a name that leads elsewhere")
            << head << u"{\"commkeys\":1,\"generation\":\"../../something\",\"pieces\":1}"_s;
        QTest::addRow("pieces that are not there")
            << head << u"{\"commkeys\":1,\"generation\":\"0123456789abcdef\",\"pieces\":1,\"sha256\":\"\"}"_s;
        QTest::addRow("no piece") << u"piece"_s << QString();
        QTest::addRow("another piece") << u"piece"_s << u"{}"_s;
    }

    void damageIsSaidAndReplaced()
    {
        QFETCH(const QString, entry);
        QFETCH(const QString, text);
        QVERIFY(change(adding(1, 3)));
        const QString name = entry == u"head"_s ? headName : m_entries.lastKey();
        if (text.isEmpty()) {
            m_entries.remove(name);
        } else {
            m_entries.insert(name, Secret::copyOf(text));
        }
        const Result<MsalCache> damaged = read();
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(!damaged.error().toText().contains(u"refresh"_s));
        QVERIFY(change(adding(4)));
        QCOMPARE(people(*read()), QList<int>{4});
        // Of a head that cannot be read nobody knows which pieces it named.
        QVERIFY(entry == u"head"_s || hasNoLeftovers());
        QVERIFY(change(removing(4)));
        QVERIFY(!m_entries.contains(headName));
    }

    void aCacheThatCannotBeReadIsDamage()
    {
        const Secret text = Secret::copyOf(u"[]");
        const MsalCacheHead head{{u"0123456789abcdef"_s, 1}, text.fingerprint(), {}};
        m_entries = {{headName, head.encode()}, {headName + u"/0123456789abcdef/0"_s, text}};
        QCOMPARE(read().error().kind, ErrorKind::KeychainFailed);
        QVERIFY(change([](MsalCache&) {}));
        QVERIFY(m_entries.isEmpty());
    }

    void aKeychainThatDoesNotOpenIsNotAnEmptyOne()
    {
        QVERIFY(change(adding(1)));
        const Entries before = m_entries;
        m_secrets->fails = Error::of(ErrorKind::KeychainLocked, u"locked"_s);
        QCOMPARE(read().error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(change(adding(2)).error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(change(removing(1)).error().kind, ErrorKind::KeychainLocked);
        QVERIFY(m_entries == before);
    }

    void aReaderThatMissesAPieceLooksAgain()
    {
        const Entries later = entriesOf(adding(7));
        QVERIFY(change(adding(1, 3)));
        int pieces = 0;
        m_secrets->beforeRead = [&](const QString& key) {
            pieces += key == headName ? 0 : 1;
            if (pieces == 2) {
                m_entries = later; // another process has switched
            }
        };
        const Result<MsalCache> cache = read();
        QVERIFY(cache);
        QCOMPARE(people(*cache), QList<int>{7});
    }

    void aReaderThatMeetsTheEndFindsNothing()
    {
        QVERIFY(change(adding(1, 3)));
        m_secrets->beforeRead = [&](const QString& key) {
            if (key != headName) {
                m_entries.clear();
            }
        };
        QVERIFY(read()->isEmpty());
    }

    void twoWritersLoseNothing()
    {
        SharedStore otherSecrets(m_entries);
        MsalCacheStore one = storeOver(*m_secrets);
        MsalCacheStore other = storeOver(otherSecrets);
        int kept = 0;
        for (int person = 1; person <= 10; ++person) {
            (person % 2 == 0 ? one : other)
                .change(adding(person), this)
                ->onFinished(this, [&kept](const Result<MsalCache>& cache) { kept += cache ? 1 : 0; })
                ->start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(kept, 10, 30'000);
        QCOMPARE(people(*read()), (QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        QVERIFY(hasNoLeftovers());
    }

    void waitsForItsTurn()
    {
        ManualClock clock;
        MsalCacheStore store(*m_secrets, owner, lockFile(), clock);
        QLockFile held(lockFile());
        QVERIFY(held.tryLock(0));
        std::optional<Result<MsalCache>> result;
        store.change(adding(1), this)
            ->onFinished(this, [&result](const Result<MsalCache>& cache) { result.emplace(cache); })
            ->start();
        for (int i = 0; i < 10; ++i) {
            QTRY_COMPARE(clock.waiting(), 1);
            QCOMPARE(*clock.untilNext(), 50ms);
            clock.advance(50ms);
        }
        QTRY_COMPARE(clock.waiting(), 1);
        QCOMPARE(m_secrets->operations, 0);
        held.unlock();
        clock.advance(50ms);
        QTRY_VERIFY(result);
        QVERIFY(*result);
        // Given back before the result is told.
        QVERIFY(held.tryLock(0));
    }

    void givesUpAfterTenSeconds()
    {
        ManualClock clock;
        const QDateTime begun = clock.utcNow();
        MsalCacheStore store(*m_secrets, owner, lockFile(), clock);
        QLockFile held(lockFile());
        QVERIFY(held.tryLock(0));
        std::optional<Result<MsalCache>> result;
        store.change(adding(1), this)
            ->onFinished(this, [&result](const Result<MsalCache>& cache) { result.emplace(cache); })
            ->start();
        while (!result && QTest::qWaitFor([&] { return result || clock.waiting() == 1; })) {
            clock.advance(50ms);
        }
        QVERIFY(!*result);
        QCOMPARE(result->error().kind, ErrorKind::Conflict);
        QVERIFY(!result->error().message.isEmpty());
        const qint64 waited = begun.msecsTo(clock.utcNow());
        QVERIFY2(waited >= 10'000 && waited <= 10'100, qPrintable(QString::number(waited)));
        QCOMPARE(m_secrets->operations, 0);
    }

    void theLockOfADeadProcessIsBroken()
    {
        QProcess shortLived;
        shortLived.start(u"/bin/true"_s, QStringList());
        const qint64 pid = shortLived.processId();
        QVERIFY(shortLived.waitForFinished());
        QFile file(lockFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(pid) + "\ncommkeys\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        file.close();
        QVERIFY(change(adding(1)));
    }

    void aLockThatCannotBeMadeIsSaid()
    {
        MsalCacheStore store(*m_secrets, owner, m_folder->filePath(u"missing/msal.lock"_s), m_clock);
        const Result<MsalCache> kept = finishedResult(store.change(adding(1), this));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::KeychainFailed);
        QVERIFY(kept.error().message.contains(u"msal.lock"_s));
    }

    void whoIsCancelledGivesItsTurnBack()
    {
        auto* job = storeOver(*m_secrets).change(adding(1), this);
        job->start();
        m_secrets->beforeRead = [job](const QString&) { job->cancel(); };
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait());
        m_secrets->beforeRead = nullptr;
        QVERIFY(change(adding(2)));
        QCOMPARE(people(*read()), QList<int>{2});
    }

    void whatIsBegunIsCarriedThrough()
    {
        auto* job = storeOver(*m_secrets).change(adding(1), this);
        QTimer timer;
        connect(&timer, &QTimer::timeout, job, [this, job] {
            if (!m_entries.isEmpty()) {
                job->cancel();
            }
        });
        timer.start(0);
        QVERIFY(finishedResult(job));
        QCOMPARE(people(*read()), QList<int>{1});
    }

private:
    using Entries = SharedStore::Entries;

    QString lockFile() const { return m_folder->filePath(u"msal.lock"_s); }
    MsalCacheStore storeOver(SecretStore& secrets) { return MsalCacheStore(secrets, owner, lockFile(), m_clock); }

    Result<MsalCache> read() { return finishedResult(storeOver(*m_secrets).read(this)); }
    Result<MsalCache> change(const MsalCacheStore::Change& change)
    {
        return finishedResult(storeOver(*m_secrets).change(change, this));
    }

    Entries entriesOf(const MsalCacheStore::Change& change)
    {
        Entries entries;
        SharedStore secrets(entries);
        (void)finishedResult(storeOver(secrets).change(change, this));
        return entries;
    }

    static QList<int> people(const MsalCache& cache)
    {
        QList<int> numbers;
        const QList<Account> accounts = cache.accounts(publicLogin(), madeUpClient());
        for (const Account& account : accounts) {
            numbers << account.homeAccountId.right(12).toInt();
        }
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

    bool hasNoLeftovers() const { return hasNoLeftovers(m_entries); }
    /// Head and current pieces, and nothing else; or nothing at all.
    static bool hasNoLeftovers(const Entries& entries)
    {
        const std::optional<MsalCacheHead> head = MsalCacheHead::decode(entries.value(headName));
        if (!head) {
            return entries.isEmpty();
        }
        return head->leftovers.isEmpty() && entries.size() == head->current.pieces + 1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Entries m_entries;
    std::unique_ptr<SharedStore> m_secrets;
    SystemClock m_clock;
};

} // namespace CommKeys

Q_DECLARE_METATYPE(CommKeys::MsalCacheStore::Change)

QTEST_GUILESS_MAIN(CommKeys::MsalCacheStoreTest)
#include "msalcachestoretest.moc"
