// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationjournal.h"
#include "rotation/examplerecord.h"
#include "rotation/journalline.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace CommKeys {

using Stage = RotationRecord::Stage;

class RotationJournalTest final : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    const QString m_tool = QStringLiteral(COMMKEYS_ROTATION_TOOL);

    [[nodiscard]] QString folder() const { return m_folder->filePath(u"of/the/person"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/regenerations.journal"_s; }

    /// For the tests that open some thousand journals: a disk takes milliseconds to say that it has a line.
    void useFolderInMemory()
    {
        const QString memory = u"/dev/shm"_s;
        if (QFileInfo(memory).isWritable()) {
            m_folder.emplace(memory + u"/rotationjournaltest-XXXXXX"_s);
        }
        QVERIFY(m_folder->isValid());
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void setContent(const QByteArray& bytes) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// A journal with the records 1 to @p count, all of them ended.
    [[nodiscard]] QByteArray exampleContent(int count) const
    {
        RotationJournal journal(folder(), nullptr);
        for (int number = 1; number <= count; ++number) {
            if (!journal.append(exampleRecord(number))) {
                return {};
            }
        }
        return content();
    }

    /// A line with another JSON and the checksum that belongs to it.
    static QByteArray lineOf(const QJsonObject& object)
    {
        const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
        return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16) + ' ' + json + '\n';
    }

    static QJsonObject objectOf(const QByteArray& line) { return QJsonDocument::fromJson(line.sliced(17)).object(); }

    static QSet<QString> ids(const RotationJournal& journal)
    {
        QSet<QString> ids;
        const QList<RotationRecord> records = journal.records();
        for (const RotationRecord& record : records) {
            ids.insert(record.id);
        }
        return ids;
    }

    static QByteArrayView withoutEnd(const QByteArray& line) { return QByteArrayView(line).chopped(1); }

private slots:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }

    void aMissingFileIsAnEmptyJournalOfItsOwnersAlone()
    {
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.salt().isEmpty());
        QVERIFY(journal.fingerprintOf(Secret::copyOf(u"a key")).isEmpty());
        QVERIFY(journal.open());
        QVERIFY(journal.records().isEmpty());
        QCOMPARE(journal.damagedLines(), 0);
        QCOMPARE(journal.salt().size(), 32);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
        QVERIFY(content().contains(journal.salt().toHex()));
        QCOMPARE(content().count('\n'), 1);
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"regenerations.journal"_s});
    }

    void whatIsAppendedIsThereAfterANewStart()
    {
        RotationJournal journal(folder(), nullptr);
        const QSignalSpy changes(&journal, &RotationJournal::changed);
        QVERIFY(journal.append(exampleRecord(1)));
        QVERIFY(journal.append(exampleRecord(2, Stage::Sent)));
        QCOMPARE(changes.size(), 2);
        const QList<RotationRecord> expected{exampleRecord(2, Stage::Sent), exampleRecord(1)};
        QCOMPARE(journal.records(), expected);

        RotationJournal later(folder(), nullptr);
        QVERIFY(later.open());
        QCOMPARE(later.records(), expected);
        QCOMPARE(later.openRecords(), QList{expected.first()});
        QCOMPARE(later.find(exampleRecord(1).id), exampleRecord(1));
        QVERIFY(!later.find(exampleRecord(3).id));
        QCOMPARE(later.salt(), journal.salt());
        QCOMPARE(later.damagedLines(), 0);
    }

    void theLastLineOfAnIdCounts()
    {
        RotationJournal journal(folder(), nullptr);
        for (const Stage stage : {Stage::Intended, Stage::Sent, Stage::Unclear, Stage::Ended}) {
            QVERIFY(journal.append(exampleRecord(1, stage)));
            QVERIFY(journal.append(exampleRecord(2, Stage::Intended)));
            RotationJournal later(folder(), nullptr);
            QVERIFY(later.open());
            QCOMPARE(later.find(exampleRecord(1).id), exampleRecord(1, stage));
            QCOMPARE(later.openRecords().size(), stage == Stage::Ended ? 1 : 2);
        }
        QCOMPARE(content().count('\n'), 9);
        // In the order in which they were begun, not in that of their last words.
        QCOMPARE(journal.records().constFirst().id, exampleRecord(2).id);
    }

    void aLineIsAChecksumAndJson()
    {
        const QByteArray line = exampleContent(1).split('\n').at(1);
        const QByteArray json = line.sliced(17);
        QCOMPARE(line.first(17), QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16) + ' ');
        QCOMPARE(parseJournalLine(line), exampleRecord(1));
    }

    void inMemoryNothingIsWritten()
    {
        RotationJournal journal({}, nullptr);
        QVERIFY(journal.open());
        QCOMPARE(journal.salt().size(), 32);
        QVERIFY(journal.append(exampleRecord()));
        journal.reload();
        QCOMPARE(journal.records(), QList{exampleRecord()});
        QVERIFY(journal.fileName().isEmpty());
        QVERIFY(!QFile::exists(u"regenerations.journal"_s));
    }

    void holdsNoSecret()
    {
        const QString key = QString(82, u'K') + u"/+aA=="_s;
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        RotationRecord record = exampleRecord();
        record.fingerprintBefore = journal.fingerprintOf(Secret::copyOf(key));
        QCOMPARE(record.fingerprintBefore, Secret::copyOf(key).fingerprint(journal.salt()));
        record.fingerprintAfter = key; // a mistake, which costs the fingerprint and not the key
        record.problem = u"Server (%1)"_s.arg(key);
        record.account = u"accesskey=%1"_s.arg(key);
        record.requestId = key;
        QVERIFY(journal.append(record));
        QVERIFY(!content().contains(key.left(20).toLatin1()));
        QVERIFY(content().contains(record.fingerprintBefore.toLatin1()));
        QCOMPARE(journal.records().constFirst().fingerprintAfter, QString());
        QVERIFY(!journal.records().constFirst().problem.contains(key));
    }

    void whatCannotBeReadAgainIsNotWritten()
    {
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        const QByteArray before = content();
        for (const auto& spoil : std::initializer_list<void (*)(RotationRecord&)>{
                 [](RotationRecord& record) { record.id = u"no uuid"_s; },
                 [](RotationRecord& record) { record.resource = {}; },
                 [](RotationRecord& record) { record.startedUtc = {}; },
                 [](RotationRecord& record) { record.end.reset(); },
                 [](RotationRecord& record) { record.account = QString(longestJournalLine, u' '); }}) {
            RotationRecord record = exampleRecord();
            spoil(record);
            const Result<Done> refused = journal.append(record);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        }
        QCOMPARE(content(), before);
        QVERIFY(journal.records().isEmpty());
    }

    void awkwardTextComesBackAsItWas()
    {
        RotationRecord record = exampleRecord();
        record.account = u"Zoë \"quote\" \\ two\nlines\r\n\U0001F511"_s;
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(record));
        RotationJournal later(folder(), nullptr);
        QVERIFY(later.open());
        QCOMPARE(later.records(), QList{record});
    }

    void aCutAnywhereLosesOnlyWhatWasCut()
    {
        useFolderInMemory();
        const QByteArray whole = exampleContent(3);
        const qsizetype third = whole.lastIndexOf('\n', -2) + 1;
        const qsizetype second = whole.lastIndexOf('\n', third - 2) + 1;
        for (qsizetype size = second; size <= whole.size(); ++size) {
            setContent(whole.first(size));
            RotationJournal journal(folder(), nullptr);
            QVERIFY(journal.open());
            // A line without its LF is whole.
            const int expected = size >= whole.size() - 1 ? 3 : size >= third - 1 ? 2 : 1;
            QCOMPARE(journal.records().size(), expected);
            const bool isTorn = (size > second && size < third - 1) || (size > third && size < whole.size() - 1);
            QCOMPARE(journal.damagedLines(), isTorn ? 1 : 0);

            QVERIFY(journal.append(exampleRecord(9)));
            QCOMPARE(journal.records().size(), expected + 1);
            RotationJournal later(folder(), nullptr);
            QVERIFY(later.open());
            QCOMPARE(later.records(), journal.records());
            QCOMPARE(later.damagedLines(), isTorn ? 1 : 0);
        }
    }

    void aCutInTheFirstLineMakesAnEmptyJournal()
    {
        useFolderInMemory();
        RotationJournal maker(folder(), nullptr);
        QVERIFY(maker.open());
        const QByteArray first = content();
        for (qsizetype size = 0; size <= first.size(); ++size) {
            setContent(first.first(size));
            RotationJournal journal(folder(), nullptr);
            QVERIFY(journal.append(exampleRecord()));
            RotationJournal later(folder(), nullptr);
            QVERIFY(later.open());
            QCOMPARE(later.salt(), journal.salt());
            QCOMPARE(later.records(), QList{exampleRecord()});
        }
    }

    void aFlippedBitHidesNothingElse()
    {
        useFolderInMemory();
        const QByteArray whole = exampleContent(3);
        const qsizetype end = whole.lastIndexOf('\n', -2) + 1;
        const qsizetype begin = whole.lastIndexOf('\n', end - 2) + 1;
        const QString hit = exampleRecord(2).id;
        const QSet<QString> others{exampleRecord(1).id, exampleRecord(3).id};
        for (qsizetype at = begin; at < end; ++at) {
            for (const char flip : {'\x01', '\x20', '\x80'}) {
                QByteArray damaged = whole;
                damaged[at] = static_cast<char>(damaged.at(at) ^ flip);
                setContent(damaged);
                RotationJournal journal(folder(), nullptr);
                QVERIFY(journal.open());
                QVERIFY2(journal.damagedLines() > 0, qPrintable(QString::number(at)));
                const QSet<QString> found = ids(journal);
                // The LF belongs to no record.
                QVERIFY(found == others || (at == end - 1 && found == others + QSet{hit}));
            }
        }
    }

    void aFirstLineThatIsLostIsNotMissed()
    {
        const QByteArray whole = exampleContent(2);
        RotationJournal before(folder(), nullptr);
        QVERIFY(before.open());
        QByteArray damaged = whole;
        damaged[20] = '?';
        setContent(damaged);
        RotationJournal after(folder(), nullptr);
        QVERIFY(after.append(exampleRecord(3)));
        QCOMPARE(after.salt(), before.salt());
        QCOMPARE(after.records().size(), 3);
        QCOMPARE(after.records().constLast(), exampleRecord(1));
        QCOMPARE(after.damagedLines(), 1);
    }

    void garbageIsCountedAndReadOver()
    {
        const QByteArray whole = exampleContent(2);
        const QList<QByteArray> lines = whole.split('\n');
        QByteArray mess = QByteArray(3, '\0') + "\n\n{}\nx\n" + QByteArray(longestJournalLine + 1, 'x') + '\n';
        mess += "0123456789abcdef {\"id\":1}\n";
        for (int depth : {10, 5'000}) {
            mess += lineOf({}).first(17) + QByteArray(depth, '[') + '\n';
        }
        setContent(lines.at(0) + '\n' + mess + lines.at(1) + '\n' + mess + lines.at(2) + '\n');
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        QCOMPARE(journal.records().size(), 2);
        QCOMPARE(journal.damagedLines(), 14);
    }

    void linesThatRanIntoEachOtherAreToldApart()
    {
        const QByteArray whole = exampleContent(3);
        const QList<QByteArray> lines = whole.split('\n');
        QCOMPARE(wholeLinesInside(lines.at(1) + 'J' + lines.at(2) + '?' + lines.at(3)).size(), 3);
        QCOMPARE(wholeLinesInside(lines.at(1).chopped(30) + lines.at(2)).size(), 1);
        QCOMPARE(wholeLinesInside(lines.at(1) + '?').size(), 1);
        QVERIFY(wholeLinesInside(lines.at(1).chopped(1)).isEmpty());
        QVERIFY(wholeLinesInside({}).isEmpty());
    }

    void aValueThatIsNotKnownIsDamage()
    {
        const QJsonObject good = objectOf(exampleContent(1).split('\n').at(1));
        QVERIFY(parseJournalLine(withoutEnd(lineOf(good))));
        for (const auto& [member, value] :
             std::initializer_list<std::pair<QString, QJsonValue>>{{u"id"_s, u"1"_s},
                                                                   {u"resource"_s, u"/subscriptions/../x"_s},
                                                                   {u"key"_s, u"primary"_s},
                                                                   {u"key"_s, 1},
                                                                   {u"stage"_s, u"ended"_s},
                                                                   {u"stage"_s, u"Sent"_s},
                                                                   {u"end"_s, QJsonValue::Null},
                                                                   {u"started"_s, u"yesterday"_s},
                                                                   {u"salt"_s, u"ab"_s},
                                                                   {u"commkeys"_s, 0},
                                                                   {u"commkeys"_s, 2}}) {
            QJsonObject bad = good;
            bad.insert(member, value);
            QVERIFY2(!parseJournalLine(withoutEnd(lineOf(bad))), qPrintable(member));
        }
    }

    void membersOfANewerVersionAreHarmless()
    {
        const QList<QByteArray> lines = exampleContent(1).split('\n');
        QJsonObject object = objectOf(lines.at(1));
        object.insert("weather"_L1, QJsonObject{{u"sky"_s, u"blue"_s}});
        setContent(lines.at(0) + '\n' + lineOf(object));
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(exampleRecord(2)));
        QCOMPARE(journal.records(), (QList{exampleRecord(2), exampleRecord(1)}));
        QVERIFY(content().contains("weather"));
    }

    void aNewerFormatIsReadOnly()
    {
        const QByteArray ours = exampleContent(1);
        QJsonObject head = objectOf(ours.split('\n').at(0));
        head.insert("commkeys"_L1, 2);
        // Alone, and behind lines that are ours.
        for (const QByteArray& before : {QByteArray(), ours}) {
            const QByteArray newer = before + lineOf(head);
            setContent(newer);
            RotationJournal journal(folder(), nullptr);
            QVERIFY(journal.open());
            QCOMPARE(journal.records().size(), before.isEmpty() ? 0 : 1);
            QCOMPARE(journal.damagedLines(), 0);
            const Result<Done> refused = journal.append(exampleRecord(2));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
            QVERIFY(refused.error().message.contains(u"newer"_s));
            QCOMPARE(content(), newer);
        }
    }

    void eachTakesInWhatTheOtherHasWritten()
    {
        RotationJournal one(folder(), nullptr);
        RotationJournal two(folder(), nullptr);
        QVERIFY(one.open());
        QVERIFY(two.open());
        QCOMPARE(one.salt(), two.salt());
        QVERIFY(one.append(exampleRecord(1, Stage::Sent)));
        QVERIFY(two.records().isEmpty());
        const QSignalSpy changes(&two, &RotationJournal::changed);
        two.reload();
        QCOMPARE(two.records(), one.records());
        two.reload();
        QCOMPARE(changes.size(), 1);
        QVERIFY(one.append(exampleRecord(1)));
        QVERIFY(two.append(exampleRecord(2)));
        QCOMPARE(two.records(), (QList{exampleRecord(2), exampleRecord(1)}));
        QCOMPARE(changes.size(), 2);
    }

    void aLineThatIsBeingWrittenIsNotDamage()
    {
        const QByteArray whole = exampleContent(2);
        const qsizetype last = whole.lastIndexOf('\n', -2) + 1;
        setContent(whole.first(last));
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        setContent(whole.first(last + 50));
        journal.reload();
        QCOMPARE(journal.records().size(), 1);
        QCOMPARE(journal.damagedLines(), 0);
        setContent(whole);
        journal.reload();
        QCOMPARE(journal.records().size(), 2);
        QCOMPARE(journal.damagedLines(), 0);
    }

    void twoProcessesLoseNothing()
    {
        constexpr int count = 200;
        QProcess one;
        QProcess two;
        one.start(m_tool, {u"append"_s, folder(), QString::number(count), u"1"_s});
        two.start(m_tool, {u"append"_s, folder(), QString::number(count), QString::number(count + 1)});
        for (QProcess* const process : {&one, &two}) {
            QVERIFY(process->waitForFinished(60'000));
            QVERIFY2(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0,
                     process->readAll().constData());
        }
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        QCOMPARE(journal.damagedLines(), 0);
        QCOMPARE(journal.records().size(), 2 * count);
        for (int number = 1; number <= 2 * count; ++number) {
            QCOMPARE(journal.find(exampleRecord(number).id), exampleRecord(number));
        }
        QCOMPARE(content().count('\n'), 2 * count + 1);
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"regenerations.journal"_s});
    }

    void aFullDiskIsSaidAndCorruptsNothing()
    {
#ifndef Q_OS_UNIX
        QSKIP("No limit on the size of files here.");
#endif
        const QByteArray before = exampleContent(2);
        for (const int room : {0, 1, 100, 400}) {
            QProcess process;
            process.start(m_tool, {u"squeeze"_s, folder(), QString::number(before.size() + room)});
            QVERIFY(process.waitForFinished());
            const QByteArray said = process.readAll();
            QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
            QVERIFY(said.contains("kind: Refused") && said.contains("disk"));
            QCOMPARE(content(), before);
        }
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(exampleRecord(3)));
        QCOMPARE(journal.records().size(), 3);
        QCOMPARE(journal.damagedLines(), 0);
    }

    void aFolderThatCannotBeIsSaid()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        RotationJournal journal(file.fileName() + u"/below"_s, nullptr);
        for (const Result<Done>& refused : {journal.open(), journal.append(exampleRecord())}) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
            QVERIFY(refused.error().message.contains(u"regenerations.journal"_s));
            QVERIFY(!refused.error().advice.isEmpty());
        }
        QVERIFY(journal.records().isEmpty());
    }

    void aFolderThatIsGoneIsSaid()
    {
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(exampleRecord(1)));
        QVERIFY(QDir(folder()).removeRecursively());
        QVERIFY(!journal.append(exampleRecord(2)));
        QCOMPARE(journal.records(), QList{exampleRecord(1)});
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(journal.append(exampleRecord(2)));
        RotationJournal later(folder(), nullptr);
        QVERIFY(later.open());
        QCOMPARE(later.salt(), journal.salt());
        QCOMPARE(later.records(), QList{exampleRecord(2)});
    }

    void aJournalThatIsReplacedIsReadFromItsBeginning()
    {
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(exampleRecord(1)));
        QVERIFY(QFile::remove(path()));
        (void)exampleContent(3);
        journal.reload();
        QCOMPARE(ids(journal).size(), 3);
        // With another salt, what it says of keys means nothing here.
        QVERIFY(journal.find(exampleRecord(3).id)->fingerprintBefore.isEmpty());
    }

    void aLockThatIsHeldIsWaitedForAndNotForEver()
    {
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.append(exampleRecord(1)));
        QLockFile held(path() + u".lock"_s);
        QVERIFY(held.tryLock(0));
        QElapsedTimer timer;
        timer.start();
        const Result<Done> refused = journal.append(exampleRecord(2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(timer.elapsed() >= 2'900);
        QCOMPARE(journal.records().size(), 1);
        // Who only wants to read, can.
        RotationJournal reader(folder(), nullptr);
        QVERIFY(reader.open());
        QCOMPARE(reader.records().size(), 1);
        held.unlock();
        QVERIFY(journal.append(exampleRecord(2)));
    }

    void twentyThousandLinesAreReadAtOnce()
    {
        RotationJournal maker(folder(), nullptr);
        QVERIFY(maker.open());
        QByteArray lines = content();
        for (int number = 1; number <= 5'000; ++number) {
            for (const Stage stage : {Stage::Intended, Stage::Sent, Stage::Unclear, Stage::Ended}) {
                lines += encodeJournalLine(exampleRecord(number, stage), maker.salt());
            }
        }
        setContent(lines);
        QElapsedTimer timer;
        timer.start();
        RotationJournal journal(folder(), nullptr);
        QVERIFY(journal.open());
        const qint64 elapsed = timer.elapsed();
        QCOMPARE(journal.records().size(), 5'000);
        qInfo("20,000 lines, %lld bytes: %lld ms", static_cast<long long>(lines.size()),
              static_cast<long long>(elapsed));
        // The sanitizers and a busy computer included; without them it is a small part of a second.
        QVERIFY(elapsed < 20'000);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::RotationJournalTest)
#include "rotationjournaltest.moc"
