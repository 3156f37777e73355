// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace CommKeys {

/// What a variable such as https_proxy means: "proxy.example:3128" is "http://proxy.example:3128", as for curl. Without
/// a scheme Qt and libproxy pass over it. Anything else comes back as it is.
[[nodiscard]] QByteArray completeProxy(const QByteArray& value);

/// Applies completeProxy() to http_proxy, https_proxy and all_proxy of this process, in either casing. Before there is
/// a second thread.
void completeProxyEnvironment();

/// The server from which the environment takes a proxy script ("pac+http://…"), as host and port; empty: from none.
[[nodiscard]] QString proxyScriptOfEnvironment();

} // namespace CommKeys
