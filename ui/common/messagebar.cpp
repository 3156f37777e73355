// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagebar.h"

#include "common/errordetails.h"
#include "common/iconlabel.h"
#include "common/secretclipboard.h"
#include "common/translated.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString iconOf(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Info:
        return u"info"_s;
    case MessageBar::Level::Success:
        return u"success"_s;
    case MessageBar::Level::Warning:
        return u"warning"_s;
    case MessageBar::Level::Problem:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Info:
        return MessageBar::tr("Note");
    case MessageBar::Level::Success:
        //: In front of a message that tells of something that went well.
        return MessageBar::tr("Done");
    case MessageBar::Level::Warning:
        return MessageBar::tr("Attention");
    case MessageBar::Level::Problem:
        return MessageBar::tr("Problem");
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(SecretClipboard& clipboard, QWidget* parent)
    : QFrame(parent)
    , m_clipboard(clipboard)
    , m_icon(new IconLabel(this))
    , m_word(new QLabel(this))
    , m_text(new QLabel(this))
    , m_actions(new QHBoxLayout)
    , m_close(new QPushButton(this))
    , m_details(new ErrorDetails(clipboard, this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setForegroundRole(QPalette::Text);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop); // on one line with the word
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);

    auto* head = new QHBoxLayout;
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_word, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addLayout(m_actions);
    foot->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_details);
    layout->addLayout(foot);
    hide();
    translated(this, [this] {
        m_close->setText(tr("Close"));
        showWord();
    });
}

void MessageBar::show(Level level, const QString& text)
{
    m_level = level;
    removeActions();
    m_details->hide();
    m_icon->setIcon(iconOf(level));
    m_text->setText(text);
    showWord();
    m_close->setAccessibleDescription(text);
    setVisible(true);
    announce();
}

void MessageBar::showError(const Error& error)
{
    show(Level::Problem, error.advice.isEmpty() ? error.message : error.message + u' ' + error.advice, error);
}

void MessageBar::show(Level level, const QString& text, const Error& reason)
{
    show(level, text);
    m_details->setError(reason);
    m_details->setVisible(true);
}

void MessageBar::addAction(const QString& text, QObject* context, std::function<void()> action)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    button->setAccessibleDescription(m_text->text());
    connect(button, &QPushButton::clicked, context, std::move(action));
    m_actions->addWidget(button);
    button->show();
}

void MessageBar::addCopyAction(const QString& text, const QString& what)
{
    addAction(text, this, [this, what] { m_clipboard.copyPlain(what); });
}

void MessageBar::dismiss()
{
    if (isHidden()) {
        return;
    }
    hide();
    removeActions();
    m_text->clear();
    setAccessibleName({});
    emit dismissed();
}

void MessageBar::showWord()
{
    //: In front of a message: "Problem:"
    m_word->setText(tr("%1:").arg(wordFor(m_level)));
    setAccessibleName(m_text->text().isEmpty() ? QString() : u"%1 %2"_s.arg(m_word->text(), m_text->text()));
}

void MessageBar::removeActions()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        // Later: the message may be replaced from a slot of this very button.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void MessageBar::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace CommKeys
