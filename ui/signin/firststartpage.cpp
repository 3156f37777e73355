// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signin/firststartpage.h"

#include "common/headingfont.h"
#include "common/iconlabel.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/translated.h"
#include "signin/waitingpanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int iconPoints = 64;
constexpr int columnLetters = 86; ///< wider lines are hard to read; in narrower ones, single words are left over

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// A button with a line below that says what it leads to; the line is the button's description, too.
// Both texts as QT_TR_NOOP() leaves them.
QPushButton* addChoice(QVBoxLayout& layout, const char* name, const char* explanation, const QString& icon)
{
    QWidget* parent = layout.parentWidget();
    auto* button = new QPushButton(parent);
    button->setIcon(Icons::line(icon));
    button->setAutoDefault(true);
    QLabel* line = wrapped(parent);
    translated(button, [=] {
        button->setText(FirstStartPage::tr(name));
        button->setAccessibleDescription(FirstStartPage::tr(explanation));
        line->setText(button->accessibleDescription());
    });
    layout.addWidget(button);
    layout.addWidget(line);
    layout.addSpacing(parent->fontMetrics().height() / 2);
    return button;
}

} // namespace

FirstStartPage::FirstStartPage(const SignInTools& tools, QWidget* parent)
    : QWidget(parent)
    , m_message(new MessageBar(tools.clipboard, this))
    , m_choices(makeChoices(tools.firstWay))
    , m_waiting(new WaitingPanel(tools, this))
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
    connect(m_waiting, &WaitingPanel::cancelRequested, this, &FirstStartPage::cancelRequested);
    setWaiting(false);
    m_signIn->setFocus();
}

void FirstStartPage::applySettings(const Settings& settings)
{
    m_cloudName = settings.armEndpoint.isEmpty() ? settings.cloud : settings.armEndpoint;
    showCloud();
}

void FirstStartPage::showCloud()
{
    //: %1 is a cloud: "AzureCloud", or the address of one's own
    m_cloud->setText(tr("Cloud: %1").arg(m_cloudName));
}

void FirstStartPage::showChoices()
{
    m_message->dismiss();
    setWaiting(false);
    m_signIn->setFocus();
}

void FirstStartPage::showWaiting(const QString& what)
{
    m_message->dismiss();
    m_waiting->showText(what);
    setWaiting(true);
    m_waiting->takeFocus();
}

void FirstStartPage::showError(const Error& error)
{
    setWaiting(false);
    m_message->showError(error);
    m_signIn->setFocus();
}

bool FirstStartPage::isWaiting() const
{
    return !m_waiting->isHidden();
}

QWidget* FirstStartPage::makeHeading()
{
    auto* heading = new QWidget(this);
    auto* icon = new IconLabel(heading, iconPoints);
    icon->setPicture(Icons::application());
    auto* title = new QLabel(tr("CommKeys"), heading);
    title->setFont(headingFont(font(), 1.75));
    QLabel* purpose = wrapped(heading);
    translated(purpose, [purpose] {
        purpose->setText(tr("List, regenerate and keep the access keys of your Azure Communication Services."));
    });

    auto* layout = new QVBoxLayout(heading);
    layout->setContentsMargins({});
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(purpose);
    return heading;
}

QWidget* FirstStartPage::makeChoices(SignInWay firstWay)
{
    auto* choices = new QWidget(this);
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins({});
    if (firstWay == SignInWay::Browser) {
        m_signIn = addChoice(*layout, QT_TR_NOOP("Sign in"),
                             QT_TR_NOOP("With Microsoft Entra ID, in your browser. CommKeys never sees your password."),
                             u"account"_s);
    }
    QPushButton* withCode = addChoice(
        *layout, QT_TR_NOOP("Sign in with a code"),
        m_signIn != nullptr
            ? QT_TR_NOOP("In a browser on any computer: for where there is none here.")
            : QT_TR_NOOP("With Microsoft Entra ID, in a browser on any computer, this one or another. This build of "
                         "CommKeys cannot go through your browser by itself."),
        u"key"_s);
    QPushButton* azureCli = addChoice(*layout, QT_TR_NOOP("Use my Azure CLI sign-in"),
                                      QT_TR_NOOP("With the account that “az login” signed in."), u"account"_s);
    QPushButton* demo = addChoice(
        *layout, QT_TR_NOOP("Try the demo"),
        QT_TR_NOOP("An Azure of its own inside the program: nothing you do there reaches a real one."), u"cloud"_s);
    layout->addWidget(makeCloudLine());
    if (m_signIn != nullptr) {
        connect(m_signIn, &QPushButton::clicked, this, [this] { emit signInRequested(SignInWay::Browser); });
    } else {
        m_signIn = withCode;
    }
    m_signIn->setDefault(true);
    connect(withCode, &QPushButton::clicked, this, [this] { emit signInRequested(SignInWay::DeviceCode); });
    connect(azureCli, &QPushButton::clicked, this, &FirstStartPage::azureCliRequested);
    connect(demo, &QPushButton::clicked, this, &FirstStartPage::demoRequested);
    return choices;
}

QWidget* FirstStartPage::makeCloudLine()
{
    auto* line = new QWidget(this);
    m_cloud = wrapped(line);
    auto* change = new QPushButton(line);
    change->setIcon(Icons::line(u"settings"_s));
    translated(change, [this, change] {
        change->setText(tr("Settings…"));
        showCloud();
    });
    change->setAutoDefault(true);
    connect(change, &QPushButton::clicked, this, &FirstStartPage::settingsRequested);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(m_cloud, 1);
    layout->addWidget(change);
    return line;
}

void FirstStartPage::setWaiting(bool waiting)
{
    m_choices->setVisible(!waiting);
    m_waiting->setVisible(waiting);
}

} // namespace CommKeys
