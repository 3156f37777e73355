// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/proxy.h"

#include <QNetworkAccessManager>

#include <memory>

namespace CommKeys {

/// The network of a session that is not the demo's. Its requests go through @p proxy as it is when each begins; see
/// ChosenProxy.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeLiveNetwork(const std::shared_ptr<const Proxy>& proxy);

} // namespace CommKeys
