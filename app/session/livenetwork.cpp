// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livenetwork.h"

#include "core/finishedjob.h"
#include "core/serviceurl.h"
#include "session/chosenproxy.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::chrono::milliseconds longestLookUp = 10s;

} // namespace

LiveNetwork::LiveNetwork(std::shared_ptr<const Proxy> choice, std::shared_ptr<SystemProxies> system)
    : m_choice(std::move(choice))
    , m_system(std::move(system))
{
    // For what does not go through HttpJob, which sets the same for itself: Qt NetworkAuth's request.
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    setTransferTimeout(std::chrono::milliseconds(30s).count());
    setProxyFactory(new ChosenProxy(m_choice, m_system));
}

JobOf<Done>* LiveNetwork::findProxy(const QUrl& address, QObject* parent)
{
    if (m_choice->kind != Proxy::Kind::System || isLoopback(address)) {
        return new FinishedJob<Done>(Done{}, parent);
    }
    return m_system->find(address, parent);
}

std::optional<UsedProxy> LiveNetwork::proxyFor(const QUrl& address) const
{
    const QNetworkProxy proxy = ChosenProxy(m_choice, m_system).queryProxy(QNetworkProxyQuery(address)).value(0);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty()) {
        return std::nullopt;
    }
    const QString host = proxy.hostName().contains(u':') ? u'[' + proxy.hostName() + u']' : proxy.hostName();
    return UsedProxy{host + u':' + QString::number(proxy.port()), m_choice->kind == Proxy::Kind::System};
}

std::shared_ptr<SystemProxies> makeSystemProxies()
{
    return std::make_shared<SystemProxies>(lookUpSystemProxy, longestLookUp);
}

} // namespace CommKeys
