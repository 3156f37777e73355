// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/buttonmenu.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace CommKeys {

namespace {

QMenu* menuOf(const QAbstractButton& button)
{
    if (const auto* push = qobject_cast<const QPushButton*>(&button)) {
        return push->menu();
    }
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool != nullptr ? tool->menu() : nullptr;
}

} // namespace

void openButtonMenu(QWidget& widget, const QPoint& at)
{
    auto* menu = new QMenu(&widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton* button : widget.findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) {
            continue;
        }
        const QString text = button->text().isEmpty() ? button->accessibleName() : button->text();
        QAction* action = menu->addAction(button->icon(), text);
        action->setEnabled(button->isEnabled());
        action->setMenu(menuOf(*button));
        QObject::connect(action, &QAction::triggered, button, [button] { button->click(); });
    }
    menu->popup(at);
}

} // namespace CommKeys
