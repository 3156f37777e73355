// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/copykey.h"

#include "common/secretclipboard.h"
#include "core/externaltext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

void copyConnectionString(SecretClipboard& clipboard, const CommunicationService& resource, KeyType type,
                          const KeptKey& key)
{
    //: In the status bar, of what was copied. %1: a resource's name. %2: "primary" or "secondary".
    const QString what = QCoreApplication::translate("CommKeys::copyKey", "Connection string of %1 (%2)");
    clipboard.copy(key.connectionString, what.arg(resource.name(), displayName(type)));
}

void copyAccessKey(SecretClipboard& clipboard, const CommunicationService& resource, KeyType type, const KeptKey& key)
{
    //: In the status bar, of what was copied. %1: a resource's name. %2: "primary" or "secondary".
    const QString what = QCoreApplication::translate("CommKeys::copyKey", "Key of %1 (%2)");
    clipboard.copy(key.key, what.arg(resource.name(), displayName(type)));
}

QString placeOf(const CommunicationService& resource)
{
    return u"%1 \u203A %2"_s.arg(resource.subscriptionName, externalText(resource.id.resourceGroup()));
}

QString endpointAt(const QString& hostName)
{
    return u"https://%1/"_s.arg(hostName);
}

} // namespace CommKeys
