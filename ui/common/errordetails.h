// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace CommKeys {

class SecretClipboard;

/// What there is to know of an error, folded away: a toggle **Details** that unfolds Error::toText() as text that can
/// be selected, with **Copy details**. Folded, it takes the room of one button.
class ErrorDetails : public QWidget
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    ErrorDetails(SecretClipboard& clipboard, QWidget* parent);

    /// Folds, and shows this error when it is unfolded.
    void setError(const Error& error);
    [[nodiscard]] bool isUnfolded() const { return m_toggle->isChecked(); }

private:
    void unfold(bool unfolded);

    QToolButton* m_toggle;
    QPlainTextEdit* m_text;
    QPushButton* m_copy;
};

} // namespace CommKeys
