// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/networksettings.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString exampleHost = u"proxy.example.net"_s;

} // namespace

NetworkSettings::NetworkSettings(const SettingsPolicy& policy, QWidget* parent)
    : SettingsPage(policy, parent)
    , m_proxy(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
{
    m_proxy->addItem(tr("As the system says"), QVariant::fromValue(Proxy::Kind::System));
    m_proxy->addItem(tr("None"), QVariant::fromValue(Proxy::Kind::None));
    m_proxy->addItem(tr("An HTTP proxy of my own"), QVariant::fromValue(Proxy::Kind::Manual));
    m_host->setPlaceholderText(exampleHost);
    m_host->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_port->setRange(proxyPortRange.least, proxyPortRange.most);

    addRow(tr("&Proxy:"), m_proxy, SettingKey::ProxyKind);
    addRow(tr("&Host:"), m_host, SettingKey::ProxyHost);
    m_hostProblem = addProblem(u"proxyHostProblem"_s);
    addRow(tr("P&ort:"), m_port, SettingKey::ProxyPort);
    addSpace();
    addHint(tr("Addresses of this computer itself are never reached through a proxy. A proxy that asks for a name and "
               "password cannot be used here: CommKeys keeps none. The Azure CLI has a proxy setting of its own."));
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &NetworkSettings::check);
    connect(m_host, &QLineEdit::textChanged, this, &NetworkSettings::check);
}

void NetworkSettings::showValues(const Settings& settings)
{
    m_proxy->setCurrentIndex(m_proxy->findData(QVariant::fromValue(settings.proxy.kind)));
    m_host->setText(settings.proxy.host);
    m_port->setValue(settings.proxy.port);
    check();
}

void NetworkSettings::enterInto(Settings& settings) const
{
    settings.proxy.kind = m_proxy->currentData().value<Proxy::Kind>();
    // What is not used and makes no sense is not kept either.
    const QString host = m_host->text().trimmed();
    settings.proxy.host = isProxyHost(host) ? host : QString();
    settings.proxy.port = static_cast<quint16>(m_port->value());
}

bool NetworkSettings::isValid() const
{
    return !isManual() || isProxyHost(m_host->text().trimmed());
}

bool NetworkSettings::isManual() const
{
    return m_proxy->currentData().value<Proxy::Kind>() == Proxy::Kind::Manual;
}

void NetworkSettings::check()
{
    setOfUse(m_host, SettingKey::ProxyHost, isManual());
    setOfUse(m_port, SettingKey::ProxyPort, isManual());
    // An empty field is not yet a mistake; OK waits for it all the same.
    tell(*m_hostProblem, *m_host,
         isValid() || m_host->text().isEmpty()
             ? QString()
             : tr("The host is a name or an address alone, such as proxy.example.net."));
    emit changed();
}

} // namespace CommKeys
