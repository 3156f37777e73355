// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/listingprogress.h"

#include "common/translated.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace CommKeys {

ListingProgress::ListingProgress(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_bar->setTextVisible(false);
    auto* cancel = new QPushButton(this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &ListingProgress::cancelRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    hide();
    translated(this, [this, cancel] {
        m_bar->setAccessibleName(tr("Subscriptions listed"));
        cancel->setText(tr("Cancel"));
        showText();
    });
}

void ListingProgress::begin()
{
    m_bar->setRange(0, 0);
    showText();
    show();
}

void ListingProgress::setProgress(int done, int total)
{
    if (total == 0) {
        return;
    }
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    showText();
}

void ListingProgress::showText()
{
    const int total = m_bar->maximum();
    if (total == 0) {
        m_text->setText(tr("Looking for subscriptions…"));
        return;
    }
    //: Progress. %1: how many are done. %n: how many there are
    const QString text = tr("Listed %1 of %n subscription(s)", nullptr, total);
    m_text->setText(text.arg(QLocale().toString(m_bar->value())));
}

void ListingProgress::end()
{
    hide();
}

} // namespace CommKeys
