// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/signinsettings.h"

#include "azure/publicclouds.h"
#include "core/ids.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

SignInSettings::SignInSettings(const SettingsPolicy& policy, QWidget* parent)
    : SettingsPage(policy, parent)
    , m_cloud(new QComboBox(this))
    , m_armEndpoint(new QLineEdit(this))
    , m_clientId(new QLineEdit(this))
    , m_tenant(new QLineEdit(this))
{
    addCloudRows();
    addSpace();
    addApplicationRows();
    addSpace();
    addHint(tr("The application registration in Microsoft Entra ID is the program that asks you to sign in. Change it "
               "where your organization has one of its own; name the tenant, by its GUID or a domain, where you are a "
               "guest."));
    addHint(tr("All of this takes effect at the next sign-in."));
    connect(m_cloud, &QComboBox::currentIndexChanged, this, &SignInSettings::check);
    for (QLineEdit* field : {m_armEndpoint, m_clientId, m_tenant}) {
        connect(field, &QLineEdit::textChanged, this, &SignInSettings::check);
    }
}

void SignInSettings::addCloudRows()
{
    for (const Cloud& cloud : publicClouds()) {
        m_cloud->addItem(cloud.name, cloud.name);
    }
    m_cloud->addItem(tr("A cloud of my own"));
    m_armEndpoint->setPlaceholderText(u"https://management.example.net"_s);
    m_armEndpoint->setInputMethodHints(Qt::ImhUrlCharactersOnly);

    addRow(tr("&Cloud:"), m_cloud, SettingKey::Cloud);
    //: ARM is Azure Resource Manager
    addRow(tr("&ARM address:"), m_armEndpoint, SettingKey::ArmEndpoint);
    m_endpointProblem = addProblem(u"armEndpointProblem"_s);
}

void SignInSettings::addApplicationRows()
{
    m_clientId->setPlaceholderText(developerSignOnClientId.toString());
    //: Where a tenant could be named and is not
    m_tenant->setPlaceholderText(tr("The account's own"));
    for (QLineEdit* field : {m_clientId, m_tenant}) {
        field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    }
    addRow(tr("Application (client) &id:"), m_clientId, SettingKey::ClientId);
    m_clientIdProblem = addProblem(u"clientIdProblem"_s);
    addRow(tr("&Tenant:"), m_tenant, SettingKey::Tenant);
    m_tenantProblem = addProblem(u"tenantProblem"_s);
}

void SignInSettings::showValues(const Settings& settings)
{
    const int ownCloud = m_cloud->count() - 1;
    const int publicCloud = m_cloud->findData(settings.cloud, Qt::UserRole, Qt::MatchFixedString);
    m_cloud->setCurrentIndex(settings.armEndpoint.isEmpty() ? std::max(publicCloud, 0) : ownCloud);
    m_armEndpoint->setText(settings.armEndpoint);
    m_clientId->setText(settings.clientId);
    m_tenant->setText(settings.tenant);
    check();
}

void SignInSettings::enterInto(Settings& settings) const
{
    settings.armEndpoint = isOwnCloud() ? m_armEndpoint->text().trimmed() : QString();
    if (!isOwnCloud()) {
        settings.cloud = m_cloud->currentData().toString();
    }
    settings.clientId = m_clientId->text().trimmed();
    settings.tenant = m_tenant->text().trimmed();
}

bool SignInSettings::isValid() const
{
    return endpointProblem().isEmpty() && clientIdProblem().isEmpty() && tenantProblem().isEmpty();
}

bool SignInSettings::isOwnCloud() const
{
    return m_cloud->currentIndex() == m_cloud->count() - 1;
}

QString SignInSettings::endpointProblem() const
{
    if (!isOwnCloud()) {
        return {};
    }
    const Result<QUrl> url = checkServiceUrl(m_armEndpoint->text().trimmed(), tr("The ARM address"));
    return url ? QString() : url.error().message + u' ' + url.error().advice;
}

QString SignInSettings::clientIdProblem() const
{
    return isUuid(m_clientId->text().trimmed())
               ? QString()
               : tr("The application id is a GUID, such as %1.").arg(developerSignOnClientId);
}

QString SignInSettings::tenantProblem() const
{
    const QString tenant = m_tenant->text().trimmed();
    if (tenant.isEmpty() || isTenantName(tenant)) {
        return {};
    }
    //: contoso.example is an example and may be replaced by another
    return tr("The tenant is a GUID or a domain, such as contoso.example.");
}

void SignInSettings::check()
{
    setOfUse(m_armEndpoint, SettingKey::ArmEndpoint, isOwnCloud());
    // An empty field is not yet a mistake; OK waits for it all the same.
    tell(*m_endpointProblem, *m_armEndpoint, m_armEndpoint->text().isEmpty() ? QString() : endpointProblem().trimmed());
    tell(*m_clientIdProblem, *m_clientId, m_clientId->text().isEmpty() ? QString() : clientIdProblem());
    tell(*m_tenantProblem, *m_tenant, tenantProblem());
    emit changed();
}

} // namespace CommKeys
