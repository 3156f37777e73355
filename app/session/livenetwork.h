// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxyfinder.h"
#include "session/systemproxies.h"
#include "settings/proxy.h"

#include <QNetworkAccessManager>

#include <memory>

namespace CommKeys {

/// The network of a session that is not the demo's. Its requests go through the chosen proxy as it is when each begins;
/// see ChosenProxy. Who sends a request finds its proxy first, so that none waits for a proxy script.
class LiveNetwork final : public QNetworkAccessManager, public ProxyFinder
{
    Q_OBJECT

public:
    LiveNetwork(std::shared_ptr<const Proxy> choice, std::shared_ptr<SystemProxies> system);

    [[nodiscard]] JobOf<Done>* findProxy(const QUrl& address, QObject* parent) override;
    [[nodiscard]] std::optional<UsedProxy> proxyFor(const QUrl& address) const override;

private:
    const std::shared_ptr<const Proxy> m_choice;
    const std::shared_ptr<SystemProxies> m_system;
};

/// The proxies of this computer, for all networks of a program, so that a look-up that hangs does so once.
[[nodiscard]] std::shared_ptr<SystemProxies> makeSystemProxies();

} // namespace CommKeys
