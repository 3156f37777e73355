// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/aboutbox.h"

#include "common/icons.h"
#include "core/version.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace CommKeys {

namespace {

constexpr int iconPoints = 64;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AboutBox)
};

} // namespace

void openAboutBox(QWidget& parent)
{
    auto* box = new QMessageBox(&parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Text::tr("About CommKeys"));
    box->setIconPixmap(Icons::application().pixmap(QSize(iconPoints, iconPoints), parent.devicePixelRatioF()));
    //: %1: a version number
    box->setText(Text::tr("CommKeys %1").arg(versionText));
    box->setInformativeText(
        Text::tr("Lists, regenerates and keeps the access keys of Azure Communication Services.\n\n"
                 "Free software under the GNU General Public License, version 3 or later. "
                 "Not a product of Microsoft; it sends nothing to anyone but the Azure that you choose.\n\n"
                 "Built on Qt %1.")
            .arg(QString::fromLatin1(qVersion())));
    box->setTextFormat(Qt::PlainText);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace CommKeys
