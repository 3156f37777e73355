// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/systemproxies.h"

#include "core/detachedthread.h"
#include "session/proxyenvironment.h"

#include <QNetworkProxyFactory>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// Long enough for a listing, short enough that a VPN that comes up is noticed.
constexpr std::chrono::seconds freshness = 30s;

} // namespace

class SystemProxies::FindJob final : public JobOf<Done>
{
public:
    FindJob(SystemProxies& proxies, QUrl address, QObject* parent)
        : JobOf<Done>(parent)
        , m_proxies(proxies)
        , m_address(std::move(address))
    {
        connect(&proxies, &QObject::destroyed, this, &Job::cancel);
    }

private:
    void run() override
    {
        const QString server = serverOf(m_address);
        if (m_proxies.isFresh(server)) {
            finishWith(Done{});
            return;
        }
        connect(&m_proxies, &SystemProxies::found, this, [this, server](const QString& found) {
            if (isOpen() && found == server) {
                finishWith(Done{});
            }
        });
        QTimer::singleShot(m_proxies.m_timeLimit, this, [this] {
            if (isOpen()) {
                finishWith(tooLate());
            }
        });
        m_proxies.lookUp(m_address);
    }

    [[nodiscard]] static Error tooLate()
    {
        const QString script = proxyScriptOfEnvironment();
        const QString message =
            script.isEmpty()
                ? SystemProxies::tr("This computer's proxy settings can't be read: the proxy script doesn't answer.")
                //: %1: a host and port, such as proxy.example:8080
                : SystemProxies::tr("The proxy script at %1 doesn't answer.").arg(script);
        return Error::of(
            ErrorKind::Network, message,
            SystemProxies::tr("Check your network or VPN and try again, or enter the proxy in the settings."));
    }

    SystemProxies& m_proxies;
    const QUrl m_address;
};

SystemProxies::SystemProxies(LookUp lookUp, std::chrono::milliseconds timeLimit)
    : m_lookUp(std::move(lookUp))
    , m_timeLimit(timeLimit)
{
}

JobOf<Done>* SystemProxies::find(const QUrl& address, QObject* parent)
{
    return new FindJob(*this, address, parent);
}

QList<QNetworkProxy> SystemProxies::known(const QUrl& address) const
{
    const auto found = m_found.constFind(serverOf(address));
    return found == m_found.constEnd() ? QList<QNetworkProxy>{QNetworkProxy::NoProxy} : found->proxies;
}

QString SystemProxies::serverOf(const QUrl& address)
{
    return address.scheme() + "://"_L1 + address.authority(QUrl::FullyEncoded).toLower();
}

bool SystemProxies::isFresh(const QString& server) const
{
    const auto found = m_found.constFind(server);
    return found != m_found.constEnd() && !found->since.hasExpired(std::chrono::milliseconds(freshness).count());
}

void SystemProxies::lookUp(const QUrl& address)
{
    const QString server = serverOf(address);
    if (m_running.contains(server)) {
        return;
    }
    m_running.insert(server);
    inDetachedThread(
        this, [lookUp = m_lookUp, address] { return lookUp(address); },
        [this, server](QList<QNetworkProxy> proxies) {
            m_running.remove(server);
            if (proxies.isEmpty()) {
                proxies.append(QNetworkProxy::NoProxy);
            }
            QElapsedTimer now;
            now.start();
            m_found.insert(server, {std::move(proxies), now});
            emit found(server);
        });
}

QList<QNetworkProxy> lookUpSystemProxy(const QUrl& address)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(address));
}

} // namespace CommKeys
