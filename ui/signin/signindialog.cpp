// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/signindialog.h"

#include "common/messagebar.h"
#include "signin/signinerror.h"
#include "signin/waitingpanel.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace CommKeys {

namespace {

constexpr int lettersInALine = 64;

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* heading = new QLabel(text, parent);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    return heading;
}

} // namespace

SignInDialog::SignInDialog(const QString& heading, const SignInTools& tools, QWidget* parent)
    : QDialog(parent)
    , m_firstWay(tools.firstWay)
    , m_message(new MessageBar(tools.clipboard, this))
    , m_waiting(new WaitingPanel(tools, this))
    , m_withCode(new QPushButton(tr("Sign in with a code"), this))
    , m_layout(new QVBoxLayout(this))
{
    setWindowTitle(tr("Sign in"));
    setMinimumWidth(std::min(fontMetrics().averageCharWidth() * lettersInALine, screen()->availableSize().width()));
    m_layout->addWidget(makeHeading(heading, this));
    m_layout->addWidget(m_message);
    m_layout->addWidget(m_waiting);
    m_layout->addStretch();
    m_withCode->setAutoDefault(false);
    m_waiting->addButton(m_withCode);
    // The window's own command cannot be reached from here, and waiting for a browser is when people want to leave.
    auto* quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &SignInDialog::quit);
    connect(m_withCode, &QPushButton::clicked, this, [this] { start(SignInWay::DeviceCode); });
    connect(m_waiting, &WaitingPanel::cancelRequested, this, &SignInDialog::reject);
    connect(m_message, &MessageBar::dismissed, this, [this] {
        if (m_waiting->isHidden()) {
            reject(); // nothing would be left to see
        }
    });
}

void SignInDialog::open()
{
    QDialog::open();
    start(m_firstWay);
}

void SignInDialog::reject()
{
    delete m_job;
    QDialog::reject();
}

void SignInDialog::quit()
{
    QPointer<QWidget> window = parentWidget() != nullptr ? parentWidget()->window() : nullptr;
    reject();
    if (window) {
        window->close();
    }
}

bool SignInDialog::event(QEvent* event)
{
    const bool isHandled = QDialog::event(event);
    // A layout sees to the least width of its window by itself, but not to the height of text that wraps.
    if (event->type() == QEvent::LayoutRequest) {
        resize(width(), std::max(height(), m_layout->totalHeightForWidth(width())));
    }
    return isHandled;
}

void SignInDialog::start(SignInWay way)
{
    delete m_job;
    m_way = way;
    m_waiting->show();
    m_waiting->showText(way == SignInWay::Browser ? tr("Opening your browser…") : tr("Asking for a code…"));
    m_waiting->takeFocus();
    m_message->dismiss();
    m_withCode->setVisible(way == SignInWay::Browser);
    emit startRequested(way);
}

void SignInDialog::begin(Job* job)
{
    m_job = job;
    connect(job, &Job::waitingToRetry, m_waiting, &WaitingPanel::showRetry);
    job->start();
}

void SignInDialog::showBrowser(const QUrl& address, bool hasStarted)
{
    m_waiting->showBrowser(address, hasStarted);
}

void SignInDialog::showCode(const DeviceCode& code)
{
    m_waiting->showCode(code);
}

void SignInDialog::showFailure(const Error& error)
{
    if (error.isCancelled()) {
        reject();
        return;
    }
    m_waiting->hide();
    m_message->showError(error);
    m_message->addAction(textOfAnotherTry(m_way, error), this, [this] { start(m_way); });
    if (m_way == SignInWay::Browser) {
        m_message->addAction(m_withCode->text(), this, [this] { start(SignInWay::DeviceCode); });
    }
}

} // namespace CommKeys
