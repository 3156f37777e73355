// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/tenantsettings.h"

#include <QListWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int rowsToShow = 6;

QList<Tenant> byName(QList<Tenant> tenants)
{
    std::sort(tenants.begin(), tenants.end(), [](const Tenant& a, const Tenant& b) {
        const int order = QString::localeAwareCompare(a.displayName, b.displayName);
        return order == 0 ? a.id.toString() < b.id.toString() : order < 0;
    });
    return tenants;
}

/// Names alone do not always tell tenants apart: many are called "Default Directory".
QString textOf(const Tenant& tenant)
{
    const QString& more = tenant.defaultDomain.isEmpty() ? tenant.id.toString() : tenant.defaultDomain;
    return tenant.displayName == more ? more : tenant.displayName + u" ("_s + more + u')';
}

} // namespace

TenantSettings::TenantSettings(const SettingsPolicy& policy, QList<Tenant> tenants, QWidget* parent)
    : SettingsPage(policy, parent)
    , m_tenants(byName(std::move(tenants)))
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(u"tenants"_s);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(fontMetrics().height() * rowsToShow);
    addRow(tr("&List these tenants:"), m_list, SettingKey::ExcludedTenants);
    addSpace();
    addHint(
        tr("A tenant that isn't checked is never asked for its subscriptions, and no message reports it. Resources of "
           "other tenants stay in the list."));
    if (m_tenants.isEmpty()) {
        addHint(tr("The tenants that your account can reach appear here after they have been listed."));
    }
}

void TenantSettings::showValues(const Settings& settings)
{
    m_list->clear();
    QList<TenantId> unknown = settings.excludedTenants;
    for (const Tenant& tenant : m_tenants) {
        addTenant(tenant.id, textOf(tenant), settings.excludedTenants.contains(tenant.id));
        unknown.removeAll(tenant.id);
    }
    for (const TenantId& tenant : std::as_const(unknown)) {
        addTenant(tenant, tenant.toString(), true);
    }
}

void TenantSettings::enterInto(Settings& settings) const
{
    settings.excludedTenants.clear();
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem& item = *m_list->item(row);
        if (item.checkState() == Qt::Unchecked) {
            settings.excludedTenants.append(TenantId(item.data(Qt::UserRole).toString()));
        }
    }
}

void TenantSettings::addTenant(const TenantId& tenant, const QString& name, bool isExcluded)
{
    auto* item = new QListWidgetItem(name, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isExcluded ? Qt::Unchecked : Qt::Checked);
    item->setData(Qt::UserRole, tenant.toString());
}

} // namespace CommKeys
