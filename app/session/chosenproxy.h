// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/systemproxies.h"
#include "settings/proxy.h"

#include <QNetworkProxyFactory>

#include <memory>

namespace CommKeys {

/// Tells a network through what each of its requests goes, by the proxy that is chosen when the request begins. What
/// runs on this computer is never reached through a proxy: it would see a token that was meant to stay here. Of the
/// system's proxies it uses what has been found: it never waits.
///
/// A proxy that asks for a name and password gets none, and the request fails, unless the system knows them.
class ChosenProxy final : public QNetworkProxyFactory
{
public:
    /// @p choice is read anew for every request. Both are not null.
    ChosenProxy(std::shared_ptr<const Proxy> choice, std::shared_ptr<const SystemProxies> system)
        : m_choice(std::move(choice))
        , m_system(std::move(system))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    std::shared_ptr<const Proxy> m_choice;
    std::shared_ptr<const SystemProxies> m_system;
};

} // namespace CommKeys
