// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/copyasmenu.h"

#include "common/translated.h"
#include "keys/keycopier.h"

namespace CommKeys {

CopyAsMenu::CopyAsMenu(KeyCopier& copier, KeyType type, QWidget* parent) : QMenu(parent), m_copier(copier), m_type(type)
{
    add(QT_TR_NOOP("&Connection string"), CopyAs::ConnectionString);
    add(QT_TR_NOOP("&Key"), CopyAs::Key);
    add(QT_TR_NOOP("&Endpoint"), CopyAs::Endpoint);
    addSeparator();
    add(QT_TR_NOOP(".en&v line"), CopyAs::DotEnv);
    add(QT_TR_NOOP("&appsettings.json fragment"), CopyAs::AppSettings);
    add(QT_TR_NOOP("K&ubernetes Secret"), CopyAs::KubernetesSecret);
    addSeparator();
    add(QT_TR_NOOP("Azure CLI call: list keys"), CopyAs::AzureCliList);
    add(QT_TR_NOOP("Azure CLI call: regenerate this key"), CopyAs::AzureCliRegenerate);
    add(QT_TR_NOOP("PowerShell call: list keys"), CopyAs::PowerShellList);
    add(QT_TR_NOOP("PowerShell call: regenerate this key"), CopyAs::PowerShellRegenerate);
    add(QT_TR_NOOP("REST call: list keys"), CopyAs::RestList);
    add(QT_TR_NOOP("REST call: regenerate this key"), CopyAs::RestRegenerate);
    connect(this, &QMenu::aboutToShow, this, &CopyAsMenu::showPossible);
}

void CopyAsMenu::add(const char* text, CopyAs as)
{
    QAction* action = addAction(QString());
    translated(action, [action, text] { action->setText(tr(text)); });
    action->setData(static_cast<int>(as));
    connect(action, &QAction::triggered, this, [this, as] { m_copier.copy(m_type, as); });
}

void CopyAsMenu::showPossible()
{
    const QList<QAction*> all = actions();
    for (QAction* action : all) {
        if (!action->isSeparator()) {
            action->setEnabled(m_copier.canCopy(m_type, static_cast<CopyAs>(action->data().toInt())));
        }
    }
}

} // namespace CommKeys
