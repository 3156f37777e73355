// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/devicecodepanel.h"

#include "common/fixedfont.h"
#include "common/headingfont.h"
#include "common/icons.h"
#include "common/secretclipboard.h"
#include "common/translated.h"
#include "core/clock.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qreal codeEnlargement = 2;
constexpr qint64 lastCall = 60; ///< seconds before the end at which the countdown is spoken once more

QLabel* selectable(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setLayoutDirection(Qt::LeftToRight); // as addresses and codes are written, whatever the language around them
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// The text as QT_TR_NOOP() leaves it.
QPushButton* makeButton(const char* text, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    translated(button, [button, text] { button->setText(DeviceCodePanel::tr(text)); });
    button->setAutoDefault(true);
    return button;
}

// "14:59"
QString minutesAndSeconds(qint64 seconds)
{
    return u"%1:%2"_s.arg(QLocale().toString(seconds / 60)).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace

DeviceCodePanel::DeviceCodePanel(const SignInTools& tools, QWidget* parent)
    : QWidget(parent)
    , m_tools(tools)
    , m_left(new QLabel(this))
{
    m_left->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(makeAddressRow());
    layout->addWidget(makeCodeRow());
    layout->addWidget(m_left);
    translated(this, [this] {
        m_address->setAccessibleDescription(tr("The page where the code is entered"));
        m_noBrowser->setText(tr("No browser could be opened. Enter the address in one on any computer."));
        m_code->setAccessibleDescription(tr("The code to be entered"));
    });
}

QWidget* DeviceCodePanel::makeAddressRow()
{
    auto* row = new QWidget(this);
    m_address = selectable(row);
    m_address->setWordWrap(true);
    QPushButton* open = makeButton(QT_TR_NOOP("Open the page"), row);
    QPushButton* copy = makeButton(QT_TR_NOOP("Copy the address"), row);
    m_noBrowser = new QLabel(row);
    m_noBrowser->setTextFormat(Qt::PlainText);
    m_noBrowser->setWordWrap(true);
    m_noBrowser->hide();
    connect(open, &QPushButton::clicked, this,
            [this] { m_noBrowser->setVisible(!m_tools.openBrowser(m_shown.verificationUri)); });
    connect(copy, &QPushButton::clicked, this, [this] { m_tools.clipboard.copyPlain(m_address->text()); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_address);
    layout->addLayout(buttons);
    layout->addWidget(m_noBrowser);
    return row;
}

QWidget* DeviceCodePanel::makeCodeRow()
{
    auto* row = new QWidget(this);
    m_code = selectable(row);
    m_code->setFont(headingFont(fixedFont(font()), codeEnlargement));
    m_copyCode = makeButton(QT_TR_NOOP("Copy code"), row);
    m_copyCode->setIcon(Icons::line(u"copy"_s));
    connect(m_copyCode, &QPushButton::clicked, this, [this] { m_tools.clipboard.copyPlain(m_shown.userCode); });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_code);
    layout->addStretch();
    layout->addWidget(m_copyCode);
    return row;
}

void DeviceCodePanel::showCode(const DeviceCode& code)
{
    m_shown = code;
    m_isLastCallMade = false;
    m_noBrowser->hide();
    m_code->setText(code.userCode);
    m_address->setText(code.verificationUri.toString(QUrl::FullyEncoded));
    tick(++m_generation);
    QAccessibleEvent event(m_code, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void DeviceCodePanel::takeFocus()
{
    m_copyCode->setFocus();
}

void DeviceCodePanel::tick(int generation)
{
    if (generation != m_generation) {
        return;
    }
    const qint64 left = m_tools.clock.utcNow().msecsTo(m_shown.expiresUtc);
    if (left <= 0) {
        m_left->setText(tr("This code has expired."));
        return;
    }
    showLeft((left + 999) / 1000);
    m_tools.clock.callAfter(std::chrono::seconds(1), this, [this, generation] { tick(generation); });
}

// A screen reader that spoke every second would speak of nothing else: it is told once towards the end.
void DeviceCodePanel::showLeft(qint64 seconds)
{
    //: %1: minutes and seconds, such as 14:59
    m_left->setText(tr("Expires in %1").arg(minutesAndSeconds(seconds)));
    if (seconds <= lastCall && !m_isLastCallMade) {
        m_isLastCallMade = true;
        QAccessibleEvent event(m_left, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace CommKeys
