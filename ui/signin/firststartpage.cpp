// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/firststartpage.h"

#include "common/icons.h"
#include "common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int iconPoints = 64;
constexpr int columnLetters = 64; ///< wider lines are hard to read

QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// A button with a line below that says what it leads to; the line is the button's description, too.
QPushButton* addChoice(QVBoxLayout& layout, const QString& name, const QString& explanation, const QString& icon)
{
    QWidget* parent = layout.parentWidget();
    auto* button = new QPushButton(Icons::line(icon), name, parent);
    button->setAccessibleDescription(explanation);
    button->setAutoDefault(true);
    layout.addWidget(button);
    layout.addWidget(wrapped(explanation, parent));
    layout.addSpacing(parent->fontMetrics().height() / 2);
    return button;
}

} // namespace

FirstStartPage::FirstStartPage(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_message(new MessageBar(clipboard, this))
    , m_choices(makeChoices())
    , m_waiting(makeWaiting())
{
    auto* column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * columnLetters);
    auto* inner = new QVBoxLayout(column);
    inner->addStretch(2);
    inner->addWidget(makeHeading());
    inner->addSpacing(fontMetrics().height());
    inner->addWidget(m_message);
    inner->addWidget(m_choices);
    inner->addWidget(m_waiting);
    inner->addStretch(3);

    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 100); // all the room up to its maximum; what is left goes to both sides
    layout->addStretch(1);
    setWaiting(false);
}

void FirstStartPage::applySettings(const Settings& settings)
{
    //: %1 is a cloud: "AzureCloud", or the address of one's own
    m_cloud->setText(tr("Cloud: %1").arg(settings.armEndpoint.isEmpty() ? settings.cloud : settings.armEndpoint));
}

void FirstStartPage::showChoices()
{
    m_message->dismiss();
    setWaiting(false);
}

void FirstStartPage::showWaiting(const QString& what)
{
    m_message->dismiss();
    m_waitingText->setText(what);
    setWaiting(true);
    m_cancel->setFocus();
}

void FirstStartPage::showRetry(std::chrono::milliseconds wait, const Error& reason)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    //: %1: a sentence that says what went wrong. %2: seconds
    m_waitingText->setText(tr("%1 Trying again in %2 s…").arg(reason.message, QLocale().toString(qint64(seconds))));
}

void FirstStartPage::showError(const Error& error)
{
    setWaiting(false);
    m_message->showError(error);
    m_azureCli->setFocus();
}

bool FirstStartPage::isWaiting() const
{
    return !m_waiting->isHidden();
}

QWidget* FirstStartPage::makeHeading()
{
    auto* heading = new QWidget(this);
    auto* icon = new QLabel(heading);
    icon->setPixmap(Icons::application().pixmap(QSize(iconPoints, iconPoints), devicePixelRatioF()));
    auto* title = new QLabel(tr("CommKeys"), heading);
    QFont titleFont = font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.75);
    titleFont.setBold(true);
    title->setFont(titleFont);
    QLabel* purpose =
        wrapped(tr("List, regenerate and keep the access keys of your Azure Communication Services."), heading);

    auto* layout = new QVBoxLayout(heading);
    layout->setContentsMargins({});
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(purpose);
    return heading;
}

QWidget* FirstStartPage::makeChoices()
{
    auto* choices = new QWidget(this);
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins({});
    m_azureCli = addChoice(*layout, tr("Use my Azure CLI sign-in"),
                           tr("With the account that “az login” signed in. CommKeys stores no password of yours."),
                           u"account"_s);
    m_demo =
        addChoice(*layout, tr("Try the demo"),
                  tr("An Azure of its own inside the program: nothing you do there reaches a real one."), u"cloud"_s);
    layout->addWidget(makeCloudLine());
    connect(m_azureCli, &QPushButton::clicked, this, &FirstStartPage::azureCliRequested);
    connect(m_demo, &QPushButton::clicked, this, &FirstStartPage::demoRequested);
    return choices;
}

QWidget* FirstStartPage::makeCloudLine()
{
    auto* line = new QWidget(this);
    m_cloud = wrapped({}, line);
    auto* change = new QPushButton(Icons::line(u"settings"_s), tr("Settings…"), line);
    change->setAutoDefault(true);
    connect(change, &QPushButton::clicked, this, &FirstStartPage::settingsRequested);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(m_cloud, 1);
    layout->addWidget(change);
    return line;
}

QWidget* FirstStartPage::makeWaiting()
{
    auto* waiting = new QWidget(this);
    m_waitingText = wrapped({}, waiting);
    auto* busy = new QProgressBar(waiting);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setAccessibleName(tr("Waiting"));
    m_cancel = new QPushButton(tr("Cancel"), waiting);
    m_cancel->setAutoDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &FirstStartPage::cancelRequested);
    auto* layout = new QVBoxLayout(waiting);
    layout->setContentsMargins({});
    layout->addWidget(m_waitingText);
    layout->addWidget(busy);
    layout->addWidget(m_cancel, 0, Qt::AlignTrailing);
    return waiting;
}

void FirstStartPage::setWaiting(bool waiting)
{
    m_choices->setVisible(!waiting);
    m_waiting->setVisible(waiting);
}

} // namespace CommKeys
