// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/chosenproxy.h"

#include "core/serviceurl.h"

namespace CommKeys {

QList<QNetworkProxy> ChosenProxy::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLoopback(query.url()) || m_choice->kind == Proxy::Kind::None) {
        return {QNetworkProxy::NoProxy};
    }
    if (m_choice->kind == Proxy::Kind::Manual) {
        return {QNetworkProxy(QNetworkProxy::HttpProxy, m_choice->host, m_choice->port)};
    }
    return m_system->known(query.url());
}

} // namespace CommKeys
