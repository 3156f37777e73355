// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/accountbutton.h"

#include "common/plaintext.h"
#include "common/translated.h"
#include "core/externaltext.h"
#include "session/session.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QIconEngine>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// A disc with initials, in the palette's colours at the moment of painting.
class InitialsIconEngine final : public QIconEngine
{
public:
    explicit InitialsIconEngine(const QString& initials) : m_initials(initials) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.highlight());
        painter->drawEllipse(rect);
        QFont font = QGuiApplication::font();
        font.setPixelSize(qMax(1, rect.height() / 2));
        font.setBold(true);
        painter->setFont(font);
        painter->setPen(palette.color(QPalette::HighlightedText));
        painter->drawText(rect, Qt::AlignCenter, m_initials);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new InitialsIconEngine(m_initials); }

private:
    QString m_initials;
};

} // namespace

AccountButton::AccountButton(QWidget* parent)
    : QPushButton(parent)
    , m_accounts(new QActionGroup(this))
    , m_account(new QAction(this))
    , m_cloud(new QAction(this))
    , m_another(new QAction(this))
    , m_demo(new QAction(this))
    , m_azureCli(new QAction(this))
    , m_signOut(new QAction(this))
{
    setAutoDefault(false);
    const int discPoints = fontMetrics().height() * 3 / 2;
    setIconSize(QSize(discPoints, discPoints));
    m_account->setEnabled(false);
    m_cloud->setEnabled(false);

    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions({m_account, m_cloud});
    menu->addSeparator();
    menu->addActions({m_another, m_demo, m_azureCli, m_signOut});
    setMenu(menu);
    translated(this, [this] {
        m_another->setText(tr("Sign in with another account…"));
        m_demo->setText(tr("Switch to the demo"));
        m_azureCli->setText(tr("Switch to my Azure CLI sign-in"));
        m_signOut->setText(tr("Sign out"));
    });
    connect(m_another, &QAction::triggered, this, &AccountButton::anotherAccountRequested);
    connect(m_demo, &QAction::triggered, this, &AccountButton::demoRequested);
    connect(m_azureCli, &QAction::triggered, this, &AccountButton::azureCliRequested);
    connect(m_signOut, &QAction::triggered, this, &AccountButton::signOutRequested);
}

void AccountButton::showSession(const Session& session)
{
    const QString account = externalText(session.account());
    const QString name = account.isEmpty() ? tr("Signed in") : externalText(personName(session.account()));
    setIcon(QIcon(new InitialsIconEngine(initialsOf(name))));
    setText(withoutMnemonics(name));
    setAccessibleName(name);
    setPlainToolTip(*this, account);
    showAccounts(session);
    const bool hasIdentity = session.identity() != nullptr;
    m_account->setText(withoutMnemonics(account));
    setPlainToolTip(*m_account, account); // else Qt takes its text, and looks for markup in it
    m_account->setVisible(!hasIdentity && !session.account().isEmpty());
    m_another->setVisible(hasIdentity);
    setPlainToolTip(*m_signOut, hasIdentity ? tr("CommKeys forgets this account, also in the keychain.")
                                            : tr("CommKeys forgets its tokens; the Azure CLI stays signed in."));
    //: %1: the name of a cloud, such as AzureCloud
    const QString cloud = tr("Cloud: %1").arg(externalText(session.cloud().name));
    m_cloud->setText(withoutMnemonics(cloud));
    setPlainToolTip(*m_cloud, cloud);
    m_demo->setVisible(!session.isDemo());
    m_azureCli->setVisible(session.isDemo() || hasIdentity);
}

void AccountButton::showAccounts(const Session& session)
{
    for (QAction* action : m_accounts->actions()) {
        m_accounts->removeAction(action);
        menu()->removeAction(action);
        action->deleteLater(); // later: the list may change in a slot of this very action
    }
    if (session.identity() == nullptr) {
        return;
    }
    const Account current = session.identity()->account();
    for (const Account& account : session.identity()->accounts()) {
        const bool isCurrent = account.isSamePersonAs(current);
        const QString text = externalText(account.username.isEmpty() ? account.name : account.username);
        auto* action = new QAction(withoutMnemonics(text), m_accounts);
        setPlainToolTip(*action, text);
        action->setCheckable(true);
        action->setChecked(isCurrent);
        menu()->insertAction(m_account, action);
        connect(action, &QAction::triggered, this, [this, action, account, isCurrent] {
            if (!isCurrent) {
                // The mark stays where it is until the other one is there.
                action->setChecked(false);
                emit accountRequested(account);
            }
        });
    }
}

QString personName(const QString& account)
{
    static const QRegularExpression separators(u"[._\\s-]+"_s);
    QStringList words = account.section(u'@', 0, 0).split(separators, Qt::SkipEmptyParts);
    if (!account.contains(u'@') || words.isEmpty()) {
        return account;
    }
    for (QString& word : words) {
        word[0] = word.at(0).toUpper();
    }
    return words.join(u' ');
}

QString initialsOf(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {};
    }
    const QString first = words.constFirst().left(1).toUpper();
    return words.size() == 1 ? first : first + words.constLast().left(1).toUpper();
}

} // namespace CommKeys
