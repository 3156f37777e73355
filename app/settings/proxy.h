// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// Through what the program reaches the internet. Never a name or a password: those are no settings.
struct Proxy
{
    enum class Kind {
        System, ///< as the desktop or the environment says
        None,
        Manual ///< the HTTP proxy at host and port
    };

    Kind kind = Kind::System;
    QString host;        ///< of Manual: a name or an address, see isProxyHost()
    quint16 port = 8080; ///< of Manual: 1 or more

    bool operator==(const Proxy&) const = default;
};

/// True for the name or address of a computer and nothing around it: no scheme, user, password, port or path.
[[nodiscard]] bool isProxyHost(const QString& text);

} // namespace CommKeys
