// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/subscription.h"
#include "azure/tenant.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace CommKeys {

class ResourceFilterModel;

/// The fields that narrow the list: words, tenant, subscription. The subscriptions on offer are those of the tenant.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    /// @p filter is what the fields narrow; it outlives this.
    FilterBar(ResourceFilterModel& filter, QWidget* parent);

    /// What there is to choose from. What was chosen is chosen whenever it is there.
    void setScopes(const QList<Tenant>& tenants, const QList<Subscription>& subscriptions);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// What the person has chosen last, also while it is not on offer; empty: all.
    [[nodiscard]] const TenantId& tenant() const { return m_wantedTenant; }
    [[nodiscard]] const SubscriptionId& subscription() const { return m_wantedSubscription; }
    /// Chooses them, now or as soon as they are on offer.
    void choose(const TenantId& tenant, const SubscriptionId& subscription);
    /// Everything is shown again.
    void clear();
    void focusText();

private:
    void showTexts();
    void offerScopes();
    void offerTenants();
    void offerSubscriptions();
    void apply();

    ResourceFilterModel& m_filter;
    QLineEdit* m_text;
    QComboBox* m_tenant;
    QComboBox* m_subscription;
    TenantId m_wantedTenant;
    SubscriptionId m_wantedSubscription;
    QList<Tenant> m_tenants;
    QList<Subscription> m_subscriptions;
};

} // namespace CommKeys
