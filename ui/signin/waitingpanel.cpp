// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/waitingpanel.h"

#include "common/secretclipboard.h"
#include "common/translated.h"
#include "signin/devicecodepanel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace CommKeys {

namespace {

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// The text as QT_TR_NOOP() leaves it.
QPushButton* makeButton(const char* text, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    translated(button, [button, text] { button->setText(WaitingPanel::tr(text)); });
    button->setAutoDefault(true);
    return button;
}

} // namespace

WaitingPanel::WaitingPanel(const SignInTools& tools, QWidget* parent)
    : QWidget(parent)
    , m_tools(tools)
    , m_text(wrapped(this))
    , m_browser(makeBrowserRow())
    , m_code(new DeviceCodePanel(tools, this))
    , m_cancel(makeButton(QT_TR_NOOP("Cancel"), this))
    , m_foot(new QHBoxLayout)
{
    auto* busy = new QProgressBar(this);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    translated(busy, [busy] { busy->setAccessibleName(tr("Waiting")); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(m_code);
    layout->addWidget(busy);
    layout->addWidget(m_browser);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(m_foot);
    m_foot->addStretch();
    m_foot->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &WaitingPanel::cancelRequested);
    m_browser->hide();
    m_code->hide();
}

QWidget* WaitingPanel::makeBrowserRow()
{
    auto* row = new QWidget(this);
    m_browserHint = wrapped(row);
    QPushButton* open = makeButton(QT_TR_NOOP("Open the browser again"), row);
    QPushButton* copy = makeButton(QT_TR_NOOP("Copy the address"), row);
    connect(open, &QPushButton::clicked, this, &WaitingPanel::openAgain);
    connect(copy, &QPushButton::clicked, this,
            [this] { m_tools.clipboard.copyPlain(m_address.toString(QUrl::FullyEncoded)); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_browserHint);
    layout->addLayout(buttons);
    return row;
}

void WaitingPanel::showText(const QString& what)
{
    m_browser->hide();
    m_code->hide();
    tell(what);
}

void WaitingPanel::showRetry(std::chrono::milliseconds wait, const Error& reason)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    //: %1: a sentence that says what went wrong. %2: seconds
    tell(tr("%1 Trying again in %2 s…").arg(reason.message, QLocale().toString(qint64(seconds))));
}

void WaitingPanel::showBrowser(const QUrl& address, bool hasStarted)
{
    m_address = address;
    tell(hasStarted ? tr("Go on in your browser…") : tr("No browser could be started."));
    m_browserHint->setText(
        hasStarted ? tr("Is there no page? Open it again, or copy its address into another browser on this computer.")
                   : tr("Copy the address into a browser on this computer. If there is none, cancel and sign in with a "
                        "code."));
    m_code->hide();
    m_browser->show();
}

void WaitingPanel::showCode(const DeviceCode& code)
{
    tell(tr("Open this page in a browser, on this computer or another, and enter the code:"));
    m_browser->hide();
    m_code->show();
    m_code->showCode(code);
    m_code->takeFocus();
}

void WaitingPanel::addButton(QPushButton* button)
{
    m_foot->insertWidget(0, button);
    setTabOrder(button, m_cancel); // as they stand beside each other
}

void WaitingPanel::takeFocus()
{
    m_cancel->setFocus();
}

void WaitingPanel::openAgain()
{
    if (!m_tools.openBrowser(m_address)) {
        m_browserHint->setText(tr("The browser could not be opened. Copy the address, and open it in a browser on "
                                  "this computer yourself."));
    }
}

void WaitingPanel::tell(const QString& text)
{
    m_text->setText(text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace CommKeys
