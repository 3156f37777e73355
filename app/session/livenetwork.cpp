// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/livenetwork.h"

#include "session/chosenproxy.h"

using namespace std::chrono_literals;

namespace CommKeys {

std::unique_ptr<QNetworkAccessManager> makeLiveNetwork(const std::shared_ptr<const Proxy>& proxy)
{
    auto network = std::make_unique<QNetworkAccessManager>();
    // For what does not go through HttpJob, which sets the same for itself: Qt NetworkAuth's request.
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    network->setTransferTimeout(std::chrono::milliseconds(30s).count());
    network->setProxyFactory(new ChosenProxy(proxy));
    return network;
}

} // namespace CommKeys
