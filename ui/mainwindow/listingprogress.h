// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace CommKeys {

/// How far a listing is, with **Cancel**. Hidden while there is none.
class ListingProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit ListingProgress(QWidget* parent);

    /// Shows a listing of which nothing is known yet.
    void begin();
    void setProgress(int done, int total);
    void end();

signals:
    void cancelRequested();

private:
    void showText();

    QLabel* m_text;
    QProgressBar* m_bar;
};

} // namespace CommKeys
