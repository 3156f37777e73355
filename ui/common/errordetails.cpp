// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/errordetails.h"

#include "common/fixedfont.h"
#include "common/secretclipboard.h"
#include "common/translated.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace CommKeys {

namespace {

constexpr int shownLines = 8;

} // namespace

ErrorDetails::ErrorDetails(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(this))
{
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont(font()));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * shownLines);
    m_copy->setAutoDefault(false);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_toggle);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(buttons);
    layout->addWidget(m_text);
    setTabOrder(m_toggle, m_text);
    setTabOrder(m_text, m_copy);

    connect(m_toggle, &QToolButton::toggled, this, &ErrorDetails::unfold);
    connect(m_copy, &QPushButton::clicked, this, [this, &clipboard] { clipboard.copyPlain(m_text->toPlainText()); });
    translated(this, [this] {
        m_toggle->setText(tr("Details"));
        m_toggle->setAccessibleName(m_toggle->text());
        m_toggle->setAccessibleDescription(tr("Shows or hides everything that is known of the error"));
        m_text->setAccessibleName(tr("Error details"));
        m_copy->setText(tr("Copy details"));
    });
    unfold(false);
}

void ErrorDetails::setError(const Error& error)
{
    m_text->setPlainText(error.toText());
    m_toggle->setChecked(false);
    // Two messages may be there at the same time.
    m_toggle->setAccessibleDescription(tr("Shows or hides everything that is known of: %1").arg(error.message));
    m_copy->setAccessibleDescription(error.message);
    m_text->setAccessibleDescription(error.message);
}

void ErrorDetails::unfold(bool unfolded)
{
    const Qt::ArrowType folded = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_toggle->setArrowType(unfolded ? Qt::DownArrow : folded);
    m_text->setVisible(unfolded);
    m_copy->setVisible(unfolded);
    updateGeometry();
}

} // namespace CommKeys
