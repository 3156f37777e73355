// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/aboutbox.h"

#include "common/headingfont.h"
#include "common/icons.h"
#include "common/plaintext.h"
#include "common/secretclipboard.h"
#include "core/version.h"
#include "mainwindow/versionreport.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace CommKeys {

namespace {

constexpr int iconPoints = 64;
constexpr int lettersInALine = 60;
constexpr qreal nameEnlargement = 1.3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AboutBox)
};

QLabel* makeLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* makeName(QWidget* parent)
{
    //: %1: a version number
    QLabel* name = makeLabel(Text::tr("CommKeys %1").arg(versionText), parent);
    name->setFont(headingFont(name->font(), nameEnlargement));
    return name;
}

QLabel* makeVersions(QWidget* parent)
{
    QLabel* versions = makeLabel(versionReport(), parent);
    versions->setAccessibleDescription(Text::tr("Versions for a bug report"));
    versions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return versions;
}

QDialogButtonBox* makeButtons(QDialog& box, SecretClipboard& clipboard)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &box);
    QPushButton* copy = buttons->addButton(Text::tr("Copy"), QDialogButtonBox::ActionRole);
    setPlainToolTip(*copy, Text::tr("Copies the versions, for a bug report"));
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    QObject::connect(copy, &QPushButton::clicked, &box, [&clipboard] { clipboard.copyPlain(versionReport()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &box, &QDialog::reject);
    return buttons;
}

} // namespace

void openAboutBox(QWidget& parent, SecretClipboard& clipboard)
{
    auto* box = new QDialog(&parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Text::tr("About CommKeys"));
    auto* icon = new QLabel(box);
    icon->setPixmap(Icons::application().pixmap(QSize(iconPoints, iconPoints), parent.devicePixelRatioF()));
    auto* texts = new QVBoxLayout;
    texts->addWidget(makeName(box));
    texts->addWidget(
        makeLabel(Text::tr("Lists, regenerates and keeps the access keys of Azure Communication Services.\n\n"
                           "Free software under the GNU General Public License, version 3 or later. "
                           "Not a product of Microsoft; it sends nothing to anyone but the Azure that you choose."),
                  box));
    texts->addSpacing(box->fontMetrics().height() / 2);
    texts->addWidget(makeVersions(box));
    auto* top = new QHBoxLayout;
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addSpacing(box->fontMetrics().height() / 2);
    top->addLayout(texts, 1);
    auto* layout = new QVBoxLayout(box);
    layout->addLayout(top);
    layout->addWidget(makeButtons(*box, clipboard));
    const int wide = box->fontMetrics().averageCharWidth() * lettersInALine + iconPoints;
    box->resize(wide, layout->totalHeightForWidth(wide));
    box->open();
}

} // namespace CommKeys
