// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/proxy.h"

#include <QNetworkProxyFactory>

#include <memory>

namespace CommKeys {

/// Tells a network through what each of its requests goes, by the proxy that is chosen when the request begins. What
/// runs on this computer is never reached through a proxy: it would see a token that was meant to stay here.
///
/// A proxy that asks for a name and password gets none, and the request fails, unless the system knows them.
class ChosenProxy final : public QNetworkProxyFactory
{
public:
    /// @p choice is looked at anew for every request; not null.
    explicit ChosenProxy(std::shared_ptr<const Proxy> choice) : m_choice(std::move(choice)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    std::shared_ptr<const Proxy> m_choice;
};

} // namespace CommKeys
