// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/copyasmenu.h"

#include "keys/keycopier.h"

namespace CommKeys {

CopyAsMenu::CopyAsMenu(KeyCopier& copier, KeyType type, QWidget* parent)
    : QMenu(type == KeyType::Primary ? tr("Copy &primary key as") : tr("Copy &secondary key as"), parent)
    , m_copier(copier)
    , m_type(type)
{
    add(tr("&Connection string"), CopyAs::ConnectionString);
    add(tr("&Key"), CopyAs::Key);
    add(tr("&Endpoint"), CopyAs::Endpoint);
    addSeparator();
    add(tr(".en&v line"), CopyAs::DotEnv);
    add(tr("&appsettings.json fragment"), CopyAs::AppSettings);
    add(tr("K&ubernetes Secret"), CopyAs::KubernetesSecret);
    addSeparator();
    add(tr("Azure CLI call: list keys"), CopyAs::AzureCliList);
    add(tr("Azure CLI call: regenerate this key"), CopyAs::AzureCliRegenerate);
    add(tr("PowerShell call: list keys"), CopyAs::PowerShellList);
    add(tr("PowerShell call: regenerate this key"), CopyAs::PowerShellRegenerate);
    add(tr("REST call: list keys"), CopyAs::RestList);
    add(tr("REST call: regenerate this key"), CopyAs::RestRegenerate);
    connect(this, &QMenu::aboutToShow, this, &CopyAsMenu::showPossible);
}

void CopyAsMenu::add(const QString& text, CopyAs as)
{
    QAction* action = addAction(text);
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
