// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/proxy.h"

#include <QUrl>

namespace CommKeys {

bool isProxyHost(const QString& text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && !text.contains(u'%');
}

} // namespace CommKeys
