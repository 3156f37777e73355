// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/windowtoolbar.h"

#include "common/iconlabel.h"
#include "common/plaintext.h"
#include "common/translated.h"
#include "mainwindow/accountbutton.h"
#include "mainwindow/filterbar.h"
#include "session/session.h"

#include <QLabel>
#include <QLayout>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Text on the palette's highlight colour: it is seen in light and dark, and read out as text.
QLabel* makeDemoBadge(QWidget* parent)
{
    auto* badge = new QLabel(parent);
    badge->setAutoFillBackground(true);
    badge->setBackgroundRole(QPalette::Highlight);
    badge->setForegroundRole(QPalette::HighlightedText);
    badge->setAlignment(Qt::AlignCenter);
    badge->setMargin(badge->fontMetrics().height() / 4);
    translated(badge, [badge] {
        badge->setText(WindowToolBar::tr("Demo"));
        setPlainToolTip(*badge, WindowToolBar::tr("This is a made-up Azure inside the program: nothing here is real."));
    });
    QFont bold = badge->font();
    bold.setBold(true);
    badge->setFont(bold);
    return badge;
}

} // namespace

WindowToolBar::WindowToolBar(QAction& refresh, ResourceFilterModel& filtered, QWidget* parent) : QToolBar(parent)
{
    translated(this, [this] {
        setWindowTitle(tr("Tool bar"));
        setAccessibleName(windowTitle());
    });
    setObjectName(u"toolBar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu); // it would offer to hide the only tool bar
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int iconPoints = IconLabel::sharpSize(fontMetrics().height());
    setIconSize(QSize(iconPoints, iconPoints));
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    setContentsMargins(margin / 2, margin / 2, margin / 2, 0);
    layout()->setSpacing(style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing));
    addAction(&refresh);
    widgetForAction(&refresh)->setFocusPolicy(Qt::StrongFocus);
    // Made here, one after the other: the Tab key goes through widgets in the order in which they were made.
    m_filter = new FilterBar(filtered, this);
    m_account = new AccountButton(this);
    addWidget(m_filter);
    m_demoMark = addWidget(makeDemoBadge(this));
    addWidget(m_account);
}

void WindowToolBar::showSession(const Session& session)
{
    m_account->showSession(session);
    m_demoMark->setVisible(session.isDemo());
}

} // namespace CommKeys
