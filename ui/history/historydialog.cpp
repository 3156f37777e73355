// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historydialog.h"

#include "common/fixedfont.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/secretclipboard.h"
#include "history/historyexport.h"
#include "history/historyfiltermodel.h"
#include "history/historymodel.h"
#include "history/recordtext.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int wideLetters = 142;
constexpr int highLines = 36;
constexpr std::array<int, HistoryModel::ColumnCount> columnLetters{22, 30, 13, 28, 30, 12};

/// The entries of the box for results, in its order.
enum ResultChoice { AnyResult, NewKey, NotChanged, StillOpen };

} // namespace

HistoryDialog::HistoryDialog(const std::shared_ptr<Session>& session, SecretClipboard& clipboard, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_clipboard(clipboard)
    , m_history(new HistoryModel(this))
    , m_shown(new HistoryFilterModel(*m_history, this))
    , m_message(new MessageBar(clipboard, this))
{
    setWindowTitle(tr("Regeneration history"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(makeFilterRow());
    layout->addWidget(splitter, 1);
    splitter->addWidget(makeTable());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(makeButtons());

    m_session->journal().reload();
    connect(&m_session->journal(), &RotationJournal::changed, this, &HistoryDialog::showRecords);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::showChosen);
    connect(m_shown, &QAbstractItemModel::dataChanged, this, &HistoryDialog::showChosen);
    showRecords();
    m_table->selectRow(0);
    showChosen();
    m_text->setFocus();
    resize(fontMetrics().averageCharWidth() * wideLetters, fontMetrics().height() * highLines);
}

HistoryDialog::~HistoryDialog() = default;

QWidget* HistoryDialog::makeFilterRow()
{
    auto* row = new QWidget(this);
    m_text = new QLineEdit(row);
    m_text->setPlaceholderText(tr("Filter by resource, account or id…"));
    m_text->setAccessibleName(tr("Filter the history"));
    m_text->setClearButtonEnabled(true);
    m_type = new QComboBox(row);
    m_type->setAccessibleName(tr("Key"));
    m_type->addItems({tr("Both keys"), tr("Primary"), tr("Secondary")});
    m_result = new QComboBox(row);
    m_result->setAccessibleName(tr("Result"));
    m_result->addItems({tr("Any result"), tr("New key"), tr("Key has not changed"), tr("Not known yet")});
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_type);
    layout->addWidget(m_result);
    connect(m_text, &QLineEdit::textChanged, this, &HistoryDialog::applyFilter);
    connect(m_type, &QComboBox::currentIndexChanged, this, &HistoryDialog::applyFilter);
    connect(m_result, &QComboBox::currentIndexChanged, this, &HistoryDialog::applyFilter);
    return row;
}

QWidget* HistoryDialog::makeTable()
{
    m_table = new QTableView(this);
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Regenerations"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, as it leaves every other control
    m_table->setCornerButtonEnabled(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, std::max(fontMetrics().averageCharWidth() * columnLetters.at(column),
                                                 m_table->horizontalHeader()->sectionSizeHint(column)));
    }
    // The longest, and the only one that is cut where there is room beside it.
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::Who, QHeaderView::Stretch);
    return m_table;
}

QWidget* HistoryDialog::makeDetails()
{
    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details of the regeneration"));
    m_details->setFont(fixedFont(font()));
    m_details->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_details->setTabChangesFocus(true);
    return m_details;
}

QWidget* HistoryDialog::makeButtons()
{
    auto* row = new QWidget(this);
    m_count = new QLabel(row);
    m_count->setTextFormat(Qt::PlainText);
    m_copy = new QPushButton(tr("Copy details"), row);
    m_export = new QPushButton(tr("Export…"), row);
    setPlainToolTip(*m_export, tr("Write what the table shows to a file, as CSV or JSON"));
    auto* close = new QPushButton(tr("Close"), row);
    for (QPushButton* button : {m_copy, m_export, close}) {
        button->setAutoDefault(false); // Return in the filter is no command
    }
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_count, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_export);
    layout->addWidget(close);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard.copyPlain(m_details->toPlainText()); });
    connect(m_export, &QPushButton::clicked, this, &HistoryDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &HistoryDialog::reject);
    return row;
}

void HistoryDialog::showRecords()
{
    m_history->update(m_session->journal().records());
    showCount();
}

void HistoryDialog::applyFilter()
{
    RotationHistory::Filter filter;
    filter.text = m_text->text();
    if (m_type->currentIndex() > 0) {
        filter.type = m_type->currentIndex() == 1 ? KeyType::Primary : KeyType::Secondary;
    }
    if (m_result->currentIndex() == NewKey) {
        filter.end = RotationEnd::Kept;
    } else if (m_result->currentIndex() == NotChanged) {
        filter.end = RotationEnd::Unchanged;
    }
    m_shown->setFilter(filter, m_result->currentIndex() == StillOpen);
    showCount();
}

void HistoryDialog::showCount()
{
    const int shown = m_shown->rowCount();
    const int all = m_history->rowCount();
    QString text = shown == all ? tr("%n regeneration(s)", nullptr, all)
                                //: %1: how many of all of them the filter lets through
                                : tr("%1 of %n regeneration(s)", nullptr, all).arg(QLocale().toString(shown));
    if (const int damaged = m_session->journal().damagedLines(); damaged > 0) {
        //: Behind the number of regenerations
        text += u" · "_s + tr("%n line(s) of the journal cannot be read", nullptr, damaged);
    }
    m_count->setText(text);
    m_export->setEnabled(shown > 0);
    if (all == 0) {
        m_details->setPlaceholderText(tr("Nothing has been regenerated on this computer yet. To begin, select a "
                                         "resource in the window and press “Regenerate primary key…”."));
    } else {
        m_details->setPlaceholderText(shown == 0 ? tr("No regeneration matches the filter.")
                                                 : tr("Select a regeneration to see what is known of it."));
    }
}

void HistoryDialog::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QString text = rows.isEmpty() ? QString() : detailsText(m_shown->record(rows.constFirst().row()));
    if (m_details->toPlainText() != text) {
        m_details->setPlainText(text);
    }
    m_copy->setEnabled(!text.isEmpty());
}

void HistoryDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export the history"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString json = tr("JSON (*.json)");
    dialog->setNameFilters({tr("Table (*.csv)"), json});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"regenerations.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, json](const QString& filter) { dialog->setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s); });
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryDialog::exportTo);
    dialog->open();
}

void HistoryDialog::exportTo(const QString& fileName)
{
    const QList<RotationRecord> records = m_shown->records();
    if (const Result<Done> written = exportHistory(records, fileName); !written) {
        m_message->showError(written.error());
        return;
    }
    m_message->show(MessageBar::Level::Success,
                    //: %1: a file's name with its folder
                    tr("%n regeneration(s) written to %1.", nullptr, static_cast<int>(records.size()))
                        .arg(QDir::toNativeSeparators(fileName)));
}

} // namespace CommKeys
