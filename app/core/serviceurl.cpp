// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/serviceurl.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ServiceUrl)
};

int effectivePort(const QUrl& url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1)) {
        return true;
    }
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

Result<QUrl> checkServiceUrl(const QString& text, const QString& what)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment()) {
        return Error::invalidInput(Text::tr("%1 “%2” is not an address such as https://management.azure.com.")
                                       .arg(what, url.isValid() ? url.toDisplayString() : text.left(100)));
    }
    if (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url))) {
        return url;
    }
    return Error::invalidInput(Text::tr("%1 “%2” is not encrypted.").arg(what, url.toDisplayString()),
                               Text::tr("Use https. Plain http is allowed only to this computer itself."));
}

QString hostAndPort(const QUrl& url)
{
    return url.port() == -1 ? url.host() : url.host() + u':' + QString::number(url.port());
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

} // namespace CommKeys
