// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QUrl>

namespace CommKeys {

/// True for localhost, *.localhost, 127.0.0.0/8 and ::1: the hosts to which plain http is allowed.
[[nodiscard]] bool isLoopback(const QUrl& url);

/// An address to which CommKeys may send requests: absolute, https (http only to loopback), a host, and no user name,
/// password or fragment. @p what names the address in the error, such as "The ARM endpoint".
[[nodiscard]] Result<QUrl> checkServiceUrl(const QString& text, const QString& what);

/// "host", or "host:port" where the address names a port: what tells two services of one computer apart.
[[nodiscard]] QString hostAndPort(const QUrl& url);

/// True when both have the same scheme, host and port (a default port and none are the same): the only places to
/// which a token of one may go on to the other.
[[nodiscard]] bool isSameOrigin(const QUrl& a, const QUrl& b);

} // namespace CommKeys
