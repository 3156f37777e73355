// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/proxyenvironment.h"

#include "core/serviceurl.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr std::array variables{"https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"};

} // namespace

QByteArray completeProxy(const QByteArray& value)
{
    // Name and password, a host or [an address], a port.
    static const QRegularExpression bare(u"^([^\\s/@]+@)?(\\[[0-9A-Fa-f:.]+\\]|[^\\s/:@\\[\\]+]+)(:\\d{1,5})?/?$"_s);
    const QByteArray trimmed = value.trimmed();
    return bare.match(QString::fromLocal8Bit(trimmed)).hasMatch() ? "http://" + trimmed : value;
}

void completeProxyEnvironment()
{
    for (const char* name : variables) {
        const QByteArray value = qgetenv(name);
        if (const QByteArray complete = completeProxy(value); complete != value) {
            qputenv(name, complete);
        }
    }
}

QString proxyScriptOfEnvironment()
{
    for (const char* name : variables) {
        const QString value = qEnvironmentVariable(name);
        if (value.startsWith("pac+"_L1, Qt::CaseInsensitive)) {
            const QUrl script(value.sliced(4));
            return script.isLocalFile() ? script.toLocalFile() : hostAndPort(script);
        }
    }
    return {};
}

} // namespace CommKeys
