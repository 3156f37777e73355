// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationhistory.h"
#include "rotation/examplerecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys::RotationHistory {

class RotationHistoryTest final : public QObject
{
    Q_OBJECT

    static bool isFound(const QString& text)
    {
        Filter filter;
        filter.text = text;
        return isShown(exampleRecord(), filter);
    }

    /// Reads a table as RFC 4180 says, and nothing more lenient.
    static QList<QStringList> rows(const QByteArray& csv)
    {
        QList<QStringList> rows{{QString()}};
        const QString text = QString::fromUtf8(csv.sliced(3)); // behind the byte order mark
        bool isQuoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar letter = text.at(i);
            const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
            if (letter == u'"' && isQuoted && next == u'"') {
                rows.last().last().append(letter);
                ++i;
            } else if (letter == u'"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == u',') {
                rows.last().append(QString());
            } else if (!isQuoted && letter == u'\r' && next == u'\n') {
                rows.append(QStringList{QString()});
                ++i;
            } else {
                rows.last().last().append(letter);
            }
        }
        rows.removeLast(); // behind the last end of a line
        return rows;
    }

    static QString cellOf(const RotationRecord& record, const QString& name)
    {
        const QList<QStringList> table = rows(toCsv({record}));
        return table.at(1).value(table.at(0).indexOf(name));
    }

private slots:
    void anEmptyFilterLetsEverythingThrough()
    {
        const QList<RotationRecord> records{exampleRecord(3), exampleRecord(2, RotationRecord::Stage::Sent)};
        QCOMPARE(filtered(records, {}), records);
    }

    void textIsLookedForWhereAPersonWouldLook()
    {
        const RotationRecord record = exampleRecord();
        for (const QString& text :
             {u"mycommunication"_s, u"MYRESOURCE"_s, u" megan@ "_s, u"11112222-3333"_s, record.id.left(8),
              record.tenant.toString(), record.clientRequestId, record.requestId.toUpper(), record.correlationId,
              u"resourceGroups/MyResourceGroup"_s, record.resource.toString().toUpper()}) {
            QVERIFY2(isFound(text), qPrintable(text));
        }
        QVERIFY(!isFound(u"fabrikam"_s));
        QVERIFY(!isFound(u"microsoft.communication"_s)); // in every id
    }

    void filtersNarrowTogether()
    {
        const QList<RotationRecord> records{exampleRecord(4), exampleRecord(3), exampleRecord(2),
                                            exampleRecord(1, RotationRecord::Stage::Unclear)};
        Filter filter;
        filter.type = KeyType::Primary;
        QCOMPARE(filtered(records, filter), (QList{records.at(1), records.at(3)}));
        filter.end = RotationEnd::Kept;
        QCOMPARE(filtered(records, filter), QList{records.at(1)});
        filter.end = RotationEnd::NotKept;
        QVERIFY(filtered(records, filter).isEmpty());
    }

    void aTimeSpanHasItsBeginningAndNotItsEnd()
    {
        const QList<RotationRecord> records{exampleRecord(3), exampleRecord(2), exampleRecord(1)};
        Filter filter;
        filter.from = records.at(2).startedUtc;
        filter.until = records.at(0).startedUtc;
        QCOMPARE(filtered(records, filter), (QList{records.at(1), records.at(2)}));
        // A time of another zone is the same time.
        filter.from = records.at(1).startedUtc.toOffsetFromUtc(7'200);
        QCOMPARE(filtered(records, filter), QList{records.at(1)});
    }

    void csvFile_beginsWithAByteOrderMarkForExcel()
    {
        RotationRecord record = exampleRecord();
        record.resource = *ResourceId::of(record.resource.subscription(), u"rg-测试-é-กลุ่ม"_s, u"acs"_s);
        for (const QList<RotationRecord>& records : {QList<RotationRecord>(), QList<RotationRecord>{record}}) {
            const QByteArray csv = toCsv(records);
            QVERIFY(csv.startsWith("\xEF\xBB\xBF"
                                   "id,"));
            QCOMPARE(csv.count("\xEF\xBB\xBF"), 1);
            QVERIFY(!toJson(records).contains("\xEF\xBB\xBF"));
            QVERIFY(QJsonDocument::fromJson(toJson(records)).isArray());
        }
        QVERIFY(toCsv({record}).contains("rg-测试-é-กลุ่ม"));
        QCOMPARE(cellOf(record, u"resourceGroup"_s), u"rg-测试-é-กลุ่ม"_s);
    }

    void cellThatIsAFormula_isGuardedAlsoBehindTheMark_data()
    {
        QTest::addColumn<QString>("account");
        for (const QString& account : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s}) {
            QTest::newRow(qPrintable(account)) << account;
        }
    }

    void cellThatIsAFormula_isGuardedAlsoBehindTheMark()
    {
        QFETCH(QString, account);
        RotationRecord record = exampleRecord();
        record.account = account;
        QCOMPARE(cellOf(record, u"account"_s), u'\'' + account);
    }

    void theTableHasTheSameNumberOfCellsInEveryLine()
    {
        const QByteArray csv = toCsv({exampleRecord(1), exampleRecord(2, RotationRecord::Stage::Intended)});
        QVERIFY(csv.endsWith("\r\n"));
        QCOMPARE(csv.count('\n'), csv.count("\r\n"));
        const QList<QStringList> table = rows(csv);
        QCOMPARE(table.size(), 3);
        QCOMPARE(table.at(1).size(), table.at(0).size());
        QCOMPARE(table.at(2).size(), table.at(0).size());
        QCOMPARE(rows(toCsv({})).size(), 1);
    }

    void theTableTellsAllThatIsKnown()
    {
        const RotationRecord record = exampleRecord();
        QCOMPARE(cellOf(record, u"id"_s), record.id);
        QCOMPARE(cellOf(record, u"started"_s), u"2026-03-01T09:30:01.125Z"_s);
        QCOMPARE(cellOf(record, u"durationMs"_s), u"1234"_s);
        QCOMPARE(cellOf(record, u"resource"_s), u"MyCommunicationResource"_s);
        QCOMPARE(cellOf(record, u"key"_s), u"Primary"_s);
        QCOMPARE(cellOf(record, u"end"_s), u"Kept"_s);
        QCOMPARE(cellOf(record, u"fingerprintBefore"_s), record.fingerprintBefore);
        QCOMPARE(cellOf(record, u"fingerprintAfter"_s), record.fingerprintAfter);
        QCOMPARE(cellOf(record, u"correlationId"_s), record.correlationId);
        QCOMPARE(cellOf(record, u"request"_s), u"POST https://management.azure.com"_s + record.resource.toString() +
                                                   u"/regenerateKey?api-version=2023-04-01"_s);
        QCOMPARE(cellOf(record, u"requestBody"_s), u"{\"keyType\":\"Primary\"}"_s);
        const RotationRecord open = exampleRecord(1, RotationRecord::Stage::Sent);
        QCOMPARE(cellOf(open, u"durationMs"_s), QString());
        QCOMPARE(cellOf(open, u"ended"_s), QString());
        QCOMPARE(cellOf(open, u"stage"_s), u"Sent"_s);
    }

    void awkwardTextComesBackAsItWas()
    {
        RotationRecord record = exampleRecord();
        for (const QString& text : {u"Zoë, \"the\" admin"_s, u"two\r\nlines"_s, u"a\nb"_s, u"\""_s, u" spaces "_s}) {
            record.account = text;
            QCOMPARE(cellOf(record, u"account"_s), text);
        }
    }

    void aCellIsNoFormula()
    {
        RotationRecord record = exampleRecord();
        for (const QString& text : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s,
                                    u"=HYPERLINK(\"https://example.com\",\"x\")"_s}) {
            record.account = text;
            QCOMPARE(cellOf(record, u"account"_s), u'\'' + text);
        }
        record.resource = exampleResource(u"-name"_s).id;
        QCOMPARE(cellOf(record, u"resource"_s), u"'-name"_s);
    }

    void jsonTellsTheSame()
    {
        const RotationRecord record = exampleRecord();
        const RotationRecord open = exampleRecord(2, RotationRecord::Stage::Unclear);
        const QJsonArray array = QJsonDocument::fromJson(toJson({record, open})).array();
        QCOMPARE(array.size(), 2);
        const QJsonObject first = array.at(0).toObject();
        QCOMPARE(first.value("durationMs"_L1).toInt(), 1234);
        QCOMPARE(first.value("resourceId"_L1).toString(), record.resource.toString());
        QCOMPARE(first.value("fingerprintAfter"_L1).toString(), record.fingerprintAfter);
        const QJsonObject request = first.value("request"_L1).toObject();
        QCOMPARE(u"POST "_s + request.value("url"_L1).toString(), requestLine(record));
        QCOMPARE(request.value("body"_L1).toObject().value("keyType"_L1).toString(), u"Primary"_s);
        const QJsonObject second = array.at(1).toObject();
        QVERIFY(!second.contains("durationMs"_L1));
        QVERIFY(!second.contains("end"_L1));
        QCOMPARE(second.value("stage"_L1).toString(), u"Unclear"_s);
        QVERIFY(QJsonDocument::fromJson(toJson({})).array().isEmpty());
    }

    void aClockThatWasSetBackMakesNoNegativeDuration()
    {
        RotationRecord record = exampleRecord();
        record.endedUtc = record.startedUtc.addSecs(-5);
        QCOMPARE(record.duration()->count(), 0);
        record.endedUtc = {};
        QVERIFY(!record.duration());
    }

    void aProblemIsAKindAndACodeAndNoSecret()
    {
        Error error = Error::of(ErrorKind::Conflict, u"message"_s);
        QCOMPARE(RotationRecord::problemOf(error), u"Conflict"_s);
        error.detail.code = u"ScopeLocked"_s;
        QCOMPARE(RotationRecord::problemOf(error), u"Conflict (ScopeLocked)"_s);
        error.detail.code = QString(84, u'k') + u"=="_s;
        QCOMPARE(RotationRecord::problemOf(error), u"Conflict ([removed])"_s);
    }
};

} // namespace CommKeys::RotationHistory

QTEST_GUILESS_MAIN(CommKeys::RotationHistory::RotationHistoryTest)
#include "rotationhistorytest.moc"
