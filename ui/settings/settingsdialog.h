// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/tenant.h"
#include "settings/settingspolicy.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QTabWidget;

namespace CommKeys {

class SettingsPage;

/// What a person can set, on a page for each thing that they look for. Emits chosen() when they press **OK** over
/// settings that make sense; keeps nothing itself. What @p policy pins can be seen and not changed, and **Restore
/// defaults** brings back its defaults; what of it is not in effect is said above the pages. Show it with open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p tenants: those that the account can reach, to choose from.
    SettingsDialog(const Settings& settings, const SettingsPolicy& policy, QWidget* parent,
                   const QList<Tenant>& tenants = {});

    void accept() override;

signals:
    void chosen(const CommKeys::Settings& settings);

private:
    void addPage(SettingsPage* page, const QString& title);
    void showValues(const Settings& settings);
    [[nodiscard]] int brokenPage() const; ///< its index; -1: none
    void check();
    void growToFit();

    const Settings m_settings;
    const SettingsPolicy m_policy;
    QTabWidget* m_tabs;
    QList<SettingsPage*> m_pages;
    QLabel* m_waitsFor;
    QDialogButtonBox* m_buttons;
};

} // namespace CommKeys
