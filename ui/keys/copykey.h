// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "core/keytype.h"
#include "keychain/keptkeys.h"

namespace CommKeys {

class SecretClipboard;

/// Copies a connection string and names it for the status bar: "Connection string of acs-prod-00000 (primary)".
void copyConnectionString(SecretClipboard& clipboard, const CommunicationService& resource, KeyType type,
                          const KeptKey& key);

/// Same for the key by itself: "Key of acs-prod-00000 (primary)".
void copyAccessKey(SecretClipboard& clipboard, const CommunicationService& resource, KeyType type, const KeptKey& key);

/// Where a resource is, in one line: "Production › rg-comm-00".
[[nodiscard]] QString placeOf(const CommunicationService& resource);

/// The endpoint at a host, as it stands in connection strings: "https://acs-prod-00000.…/".
[[nodiscard]] QString endpointAt(const QString& hostName);

} // namespace CommKeys
