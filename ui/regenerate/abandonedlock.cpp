// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/abandonedlock.h"

#include "common/messagebar.h"
#include "rotation/rotationdesk.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AbandonedLock)
};

void unlock(MessageBar& bar, RotationDesk& desk, const ResourceId& resource, const std::function<void()>& unlocked)
{
    if (const Result<Done> removed = desk.removeAbandonedLock(resource); removed) {
        unlocked();
    } else {
        bar.showError(removed.error());
    }
}

} // namespace

void offerUnlock(MessageBar& bar, RotationDesk& desk, const ResourceId& resource, QWidget& parent,
                 std::function<void()> unlocked)
{
    const auto ask = [&bar, &desk, resource, &parent, unlocked = std::move(unlocked)] {
        auto* box = new QMessageBox(
            QMessageBox::Warning, QCoreApplication::applicationName(),
            //: %1: the name of a resource
            Text::tr("Is the regeneration of a key of %1 on the other computer over?").arg(resource.name()),
            QMessageBox::Cancel, &parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(Text::tr("If it still runs there, both keys may be replaced at the same time. Unlock "
                                         "only if CommKeys isn't running there any more, or that computer is gone."));
        QPushButton* button = box->addButton(Text::tr("Unlock"), QMessageBox::DestructiveRole);
        box->setDefaultButton(QMessageBox::Cancel);
        box->setEscapeButton(QMessageBox::Cancel);
        QObject::connect(button, &QPushButton::clicked, &bar,
                         [&bar, &desk, resource, unlocked] { unlock(bar, desk, resource, unlocked); });
        box->open();
    };
    bar.addAction(Text::tr("Unlock…"), &parent, ask);
}

} // namespace CommKeys
