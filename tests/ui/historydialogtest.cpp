// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historydialog.h"

#include "rotation/examplerecord.h"
#include "rotation/rotationhistory.h"
#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace CommKeys {

class HistoryDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_world = std::make_unique<KeysWorld>();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_world.reset();
    }

    void anEmptyJournalHasNothingToExport()
    {
        open({});
        QVERIFY(says(*m_dialog, u"0 regeneration(s)"_s));
        QVERIFY(!button(u"Export…"_s)->isEnabled());
        QVERIFY(!button(u"Copy details"_s)->isEnabled());
        QVERIFY2(hint().contains(u"To begin, select a resource"_s), "it says what to do next");
    }

    void theNewestIsFirstAndItsDetailsCanBeCopied()
    {
        open({exampleRecord(1), exampleRecord(2)});
        QCOMPARE(table().model()->rowCount(), 2);
        QVERIFY(details().contains(exampleRecord(2).correlationId));
        button(u"Copy details"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), details());
        table().selectRow(1);
        QVERIFY(details().contains(exampleRecord(1).correlationId));
    }

    void filtersNarrowWhatIsShown()
    {
        open({exampleRecord(1), exampleRecord(2), exampleRecord(3, RotationRecord::Stage::Sent)});
        combo(u"Key"_s)->setCurrentText(u"Secondary"_s);
        QCOMPARE(table().model()->rowCount(), 1);
        QVERIFY(says(*m_dialog, u"1 of 3 regeneration(s)"_s));
        combo(u"Key"_s)->setCurrentIndex(0);
        combo(u"Result"_s)->setCurrentText(u"Not known yet"_s);
        QCOMPARE(table().model()->rowCount(), 1);
        combo(u"Result"_s)->setCurrentText(u"Key has not changed"_s);
        QCOMPARE(table().model()->rowCount(), 0);
        QVERIFY(!button(u"Export…"_s)->isEnabled());
        QCOMPARE(hint(), u"No regeneration matches the filter."_s);
        combo(u"Result"_s)->setCurrentText(u"New key"_s);
        QCOMPARE(table().model()->rowCount(), 2);
        byName<QLineEdit>(*m_dialog, u"Filter the history"_s)->setText(exampleRecord(1).requestId);
        QCOMPARE(table().model()->rowCount(), 1);
    }

    void aRegenerationShowsWhileItIsOpen()
    {
        open({exampleRecord(1)});
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_COMPARE(table().model()->rowCount(), 2);
        QTRY_VERIFY(!m_world->session->rotations().isBusy());
        QCOMPARE(table().model()->index(0, 3).data().toString(), u"New key, in the keychain"_s);
        table().selectRow(0);
        QVERIFY(details().contains(u"acs-prod-00000"_s));
        QVERIFY(!details().contains(m_world->keyInAzure(KeyType::Primary)));
        QVERIFY(says(*m_dialog, u"2 regeneration(s)"_s));
    }

    void theDetailsFollowTheOneThatIsChosen()
    {
        open({exampleRecord(1, RotationRecord::Stage::Sent)});
        QVERIFY(details().contains(u"Not known yet"_s));
        QVERIFY(m_world->session->journal().append(exampleRecord(1)));
        QVERIFY(details().contains(u"New key, in the keychain"_s));
    }

    void whatIsShownIsExportedForItsOwnerAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("table") << u"history.csv"_s;
        QTest::newRow("json") << u"history.JSON"_s;
    }

    void whatIsShownIsExportedForItsOwnerAlone()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        open({exampleRecord(1), exampleRecord(2)});
        combo(u"Key"_s)->setCurrentText(u"Secondary"_s);
        exportTo(folder.filePath(name));
        QTRY_VERIFY(says(*m_dialog, u"1 regeneration(s) written to"_s));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (name.endsWith(u"csv"_s)) {
            QCOMPARE(bytes, RotationHistory::toCsv({exampleRecord(2)}));
        } else {
            QCOMPARE(QJsonDocument::fromJson(bytes).array().size(), 1);
        }
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeOwner;
        QVERIFY(!(file.permissions() & others));
    }

    void anExportThatFailsIsToldAndLeavesNothing()
    {
        QTemporaryDir folder;
        open({exampleRecord(1)});
        exportTo(folder.filePath(u"gone/history.csv"_s));
        QTRY_VERIFY(says(*m_dialog, u"The history could not be written to"_s));
    }

    void everyControlHasAName()
    {
        open({exampleRecord(1)});
        for (QWidget* widget : m_dialog->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->inherits("QScrollArea")) {
                QVERIFY2(!spokenName(widget).isEmpty(), widget->metaObject()->className());
            }
        }
    }

private:
    void open(const QList<RotationRecord>& records)
    {
        for (const RotationRecord& record : records) {
            QVERIFY(m_world->session->journal().append(record));
        }
        m_dialog = std::make_unique<HistoryDialog>(m_world->session, m_world->clipboard, nullptr);
        m_dialog->show();
    }

    void exportTo(const QString& fileName)
    {
        button(u"Export…"_s)->click();
        auto* files = m_dialog->findChild<QFileDialog*>();
        QVERIFY(files);
        emit files->fileSelected(fileName);
        files->close();
    }

    // On Linux Qt tells screen readers a combo box's text as its name.
    [[nodiscard]] QComboBox* combo(const QString& name) const
    {
        for (QComboBox* box : m_dialog->findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QTableView& table() const { return *m_dialog->findChild<QTableView*>(); }
    [[nodiscard]] QString hint() const
    {
        return byName<QPlainTextEdit>(*m_dialog, u"Details of the regeneration"_s)->placeholderText();
    }
    [[nodiscard]] QString details() const
    {
        return byName<QPlainTextEdit>(*m_dialog, u"Details of the regeneration"_s)->toPlainText();
    }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_dialog, name); }

    std::unique_ptr<KeysWorld> m_world;
    std::unique_ptr<HistoryDialog> m_dialog;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::HistoryDialogTest)
#include "historydialogtest.moc"
