// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationjournal.h"
#include "session/session.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace CommKeys {

class HistoryFilterModel;
class HistoryModel;
class MessageBar;
class SecretClipboard;

/// Every regeneration that was begun on this computer, in every cloud of the session's journal, as it is at this
/// moment: a table with a filter, what is known of the one that is chosen, and an export of what is shown.
///
/// Show it with show(): it stays open beside the window.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    HistoryDialog(const std::shared_ptr<Session>& session, SecretClipboard& clipboard, QWidget* parent);
    ~HistoryDialog() override;

private:
    [[nodiscard]] QWidget* makeFilterRow();
    [[nodiscard]] QWidget* makeTable();
    [[nodiscard]] QWidget* makeDetails();
    [[nodiscard]] QWidget* makeButtons();
    void showRecords();
    void applyFilter();
    void showCount();
    void showChosen();
    void chooseFile();
    void exportTo(const QString& fileName);

    std::shared_ptr<Session> m_session;
    SecretClipboard& m_clipboard;
    HistoryModel* m_history;
    HistoryFilterModel* m_shown;
    MessageBar* m_message;
    QLineEdit* m_text = nullptr;
    QComboBox* m_type = nullptr;
    QComboBox* m_result = nullptr;
    QTableView* m_table = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace CommKeys
