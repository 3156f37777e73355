// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/closequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::CloseQuestion)
};

} // namespace

QString reasonToStay(bool isRegenerating, bool hasUnkeptKeys)
{
    if (hasUnkeptKeys) {
        return Text::tr("A new key is only in memory: the keychain did not keep it. If you go on now it is lost, and "
                        "you have to get it from Azure again.");
    }
    if (isRegenerating) {
        return Text::tr("A key is being regenerated. If you go on now, Azure may make the new key all the same, and "
                        "CommKeys cannot keep it.");
    }
    return {};
}

void askBeforeLeaving(QWidget& parent, const QString& reason, const QString& leaveText, std::function<void()> leave)
{
    auto* box = new QMessageBox(QMessageBox::Warning, QCoreApplication::applicationName(), reason, QMessageBox::Cancel,
                                &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* leaveButton = box->addButton(leaveText, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(leaveButton, &QPushButton::clicked, &parent, std::move(leave));
    box->open();
}

} // namespace CommKeys
