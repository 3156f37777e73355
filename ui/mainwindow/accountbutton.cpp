// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/accountbutton.h"

#include "session/session.h"

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
    , m_account(new QAction(this))
    , m_cloud(new QAction(this))
    , m_demo(new QAction(tr("Switch to the demo"), this))
    , m_azureCli(new QAction(tr("Switch to my Azure CLI sign-in"), this))
{
    setAutoDefault(false);
    const int discPoints = fontMetrics().height() * 3 / 2;
    setIconSize(QSize(discPoints, discPoints));
    m_account->setEnabled(false);
    m_cloud->setEnabled(false);
    auto* signOut = new QAction(tr("Sign out"), this);
    signOut->setToolTip(tr("CommKeys forgets its tokens; the Azure CLI stays signed in."));

    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions({m_account, m_cloud});
    menu->addSeparator();
    menu->addActions({m_demo, m_azureCli, signOut});
    setMenu(menu);
    connect(m_demo, &QAction::triggered, this, &AccountButton::demoRequested);
    connect(m_azureCli, &QAction::triggered, this, &AccountButton::azureCliRequested);
    connect(signOut, &QAction::triggered, this, &AccountButton::signOutRequested);
}

void AccountButton::showSession(const Session& session)
{
    const QString name = session.account().isEmpty() ? tr("Signed in") : personName(session.account());
    setIcon(QIcon(new InitialsIconEngine(initialsOf(name))));
    setText(name);
    setAccessibleName(name);
    setToolTip(session.account());
    m_account->setText(session.account());
    m_account->setVisible(!session.account().isEmpty());
    //: %1: the name of a cloud, such as AzureCloud
    m_cloud->setText(tr("Cloud: %1").arg(session.cloud().name));
    m_demo->setVisible(!session.isDemo());
    m_azureCli->setVisible(session.isDemo());
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
