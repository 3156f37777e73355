// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <optional>

namespace CommKeys {

/// A proxy, for a message about it.
struct UsedProxy
{
    QString address;           ///< "proxy.example:3128"
    bool isFromSystem = false; ///< set on this computer; otherwise in the settings of CommKeys

    bool operator==(const UsedProxy&) const = default;
};

/// A network that has to find out about its proxies before a request begins, since that may take long: a proxy script
/// is downloaded. QNetworkAccessManager would do it while the caller waits.
class ProxyFinder
{
public:
    ProxyFinder() = default;
    virtual ~ProxyFinder() = default;
    Q_DISABLE_COPY_MOVE(ProxyFinder)

    /// A job, child of @p parent and not yet started, after which a request to @p address can begin. Fails with Network
    /// when it cannot be found out in time.
    [[nodiscard]] virtual JobOf<Done>* findProxy(const QUrl& address, QObject* parent) = 0;

    /// What a request to @p address goes through now; none: it goes there directly.
    [[nodiscard]] virtual std::optional<UsedProxy> proxyFor(const QUrl& address) const = 0;
};

/// Null for a network that needs no such thing, such as the demo's.
[[nodiscard]] inline ProxyFinder* proxyFinderOf(QNetworkAccessManager& network)
{
    return dynamic_cast<ProxyFinder*>(&network);
}

} // namespace CommKeys
