// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace CommKeys {

/// One line of text that shortens itself with "…" where there is no room for all of it; the whole text is the tool tip
/// then, and always the accessible name.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent, Qt::TextElideMode mode = Qt::ElideRight);

    /// In place of setText(): plain text, shown as it is.
    void setFullText(const QString& text);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void offerWholeText();

    Qt::TextElideMode m_mode;
};

} // namespace CommKeys
