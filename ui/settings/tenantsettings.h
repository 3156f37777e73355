// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/tenant.h"
#include "settings/settingspage.h"

class QListWidget;

namespace CommKeys {

/// Which tenants are listed: each with a check mark, in the order of their names.
class TenantSettings final : public SettingsPage
{
    Q_OBJECT

public:
    /// @p tenants: those that the account can reach. One that is excluded and not among them is shown by its id.
    TenantSettings(const SettingsPolicy& policy, QList<Tenant> tenants, QWidget* parent);

    void showValues(const Settings& settings) override;
    void enterInto(Settings& settings) const override;

private:
    void addTenant(const TenantId& tenant, const QString& name, bool isExcluded);

    const QList<Tenant> m_tenants;
    QListWidget* m_list;
};

} // namespace CommKeys
