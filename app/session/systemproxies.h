// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <chrono>
#include <functional>

namespace CommKeys {

/// The proxies of this computer's settings, looked up in another thread, since a proxy script comes from a server that
/// may never answer. One look-up for each server; what it finds is used for half a minute.
///
/// A look-up that hangs cannot be ended. Whoever waits for it is told after the time limit, and it is joined by later
/// ones for the same server.
class SystemProxies final : public QObject
{
    Q_OBJECT

public:
    /// Called in another thread. The real one is lookUpSystemProxy().
    using LookUp = std::function<QList<QNetworkProxy>(const QUrl& address)>;

    SystemProxies(LookUp lookUp, std::chrono::milliseconds timeLimit);

    /// A job, child of @p parent and not yet started, after which known() is true of @p address. Fails with Network
    /// after the time limit.
    [[nodiscard]] JobOf<Done>* find(const QUrl& address, QObject* parent);

    /// What was found last for the server of @p address, however long ago; NoProxy where nothing has been. Never waits.
    [[nodiscard]] QList<QNetworkProxy> known(const QUrl& address) const;

signals:
    void found(const QString& server);

private:
    class FindJob;

    struct Found
    {
        QList<QNetworkProxy> proxies;
        QElapsedTimer since;
    };

    [[nodiscard]] static QString serverOf(const QUrl& address);
    [[nodiscard]] bool isFresh(const QString& server) const;
    void lookUp(const QUrl& address);

    const LookUp m_lookUp;
    const std::chrono::milliseconds m_timeLimit;
    QHash<QString, Found> m_found;
    QSet<QString> m_running; ///< servers whose look-up has not come back
};

/// By QNetworkProxyFactory. May never return.
[[nodiscard]] QList<QNetworkProxy> lookUpSystemProxy(const QUrl& address);

} // namespace CommKeys
