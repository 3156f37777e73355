// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historymodel.h"

#include "history/historyfiltermodel.h"
#include "history/recordtext.h"
#include "rotation/examplerecord.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class HistoryModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void init()
    {
        m_model = std::make_unique<HistoryModel>();
        m_filter = std::make_unique<HistoryFilterModel>(*m_model, nullptr);
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(m_model.get(), mode));
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(m_filter.get(), mode));
    }

    void cleanup()
    {
        m_testers.clear();
        m_filter.reset();
        m_model.reset();
    }

    void aRowTellsWhatAPersonAsksFor()
    {
        const RotationRecord record = exampleRecord();
        m_model->update({record});
        QCOMPARE(cell(HistoryModel::Time), QLocale().toString(record.startedUtc.toLocalTime(), QLocale::ShortFormat));
        QCOMPARE(cell(HistoryModel::Resource), record.resource.name());
        QCOMPARE(cell(HistoryModel::Key), u"primary"_s);
        QCOMPARE(cell(HistoryModel::Result), u"New key, in the keychain"_s);
        QCOMPARE(cell(HistoryModel::Who), u"megan@contoso.example"_s);
        QCOMPARE(cell(HistoryModel::Duration), u"1.2 s"_s);
        QCOMPARE(m_model->headerData(HistoryModel::Who, Qt::Horizontal).toString(), u"Who"_s);
    }

    void anOpenOneIsNotKnownYetAndHasNoDuration()
    {
        m_model->update({exampleRecord(1, RotationRecord::Stage::Sent)});
        QCOMPARE(cell(HistoryModel::Result), u"Not known yet"_s);
        QCOMPARE(cell(HistoryModel::Duration), QString());
    }

    void newOnesAreAddedAboveAndNothingIsReset()
    {
        m_model->update({exampleRecord(2), exampleRecord(1)});
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->update({exampleRecord(4), exampleRecord(3), exampleRecord(2), exampleRecord(1)});
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(m_model->record(0), exampleRecord(4));
        QCOMPARE(m_model->record(3), exampleRecord(1));
    }

    void oneThatHasEndedChangesItsRowOnly()
    {
        m_model->update({exampleRecord(2, RotationRecord::Stage::Sent), exampleRecord(1)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->update({exampleRecord(2), exampleRecord(1)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
        QCOMPARE(m_model->record(0), exampleRecord(2));
    }

    void anotherJournalResetsIt()
    {
        m_model->update({exampleRecord(2), exampleRecord(1)});
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->update({exampleRecord(3), exampleRecord(1)});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        m_model->update({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void theFilterNarrowsByTextKeyAndResult()
    {
        m_model->update({exampleRecord(3, RotationRecord::Stage::Unclear), exampleRecord(2), exampleRecord(1)});
        RotationHistory::Filter filter;
        filter.type = KeyType::Primary;
        m_filter->setFilter(filter, false);
        QCOMPARE(m_filter->records(), (QList{exampleRecord(3, RotationRecord::Stage::Unclear), exampleRecord(1)}));
        m_filter->setFilter(filter, true);
        QCOMPARE(m_filter->records(), (QList{exampleRecord(3, RotationRecord::Stage::Unclear)}));
        filter.end = RotationEnd::Kept;
        m_filter->setFilter(filter, false);
        QCOMPARE(m_filter->records(), QList{exampleRecord(1)});
        filter.text = u"fabrikam"_s;
        m_filter->setFilter(filter, false);
        QCOMPARE(m_filter->rowCount(), 0);
    }

    void detailsHaveEveryIdAndOnlyTheBeginningOfAFingerprint()
    {
        const RotationRecord record = exampleRecord();
        const QString text = detailsText(record);
        for (const QString& part : {record.resource.toString(), record.clientRequestId, record.requestId,
                                    record.correlationId, record.tenant.toString(), record.account,
                                    u"Problem: Timeout"_s, u"Fingerprint before: aaaaaaaaaaaaaaaa…"_s,
                                    u"POST https://management.azure.com"_s, u"{\"keyType\":\"Primary\"}"_s}) {
            QVERIFY2(text.contains(part), qPrintable(part));
        }
        QVERIFY(!text.contains(record.fingerprintBefore));
        QVERIFY(!text.contains(record.fingerprintAfter));
    }

private:
    [[nodiscard]] QString cell(int column) const { return m_model->index(0, column).data().toString(); }

    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<HistoryFilterModel> m_filter;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::HistoryModelTest)
#include "historymodeltest.moc"
