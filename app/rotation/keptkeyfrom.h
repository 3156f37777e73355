// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservicekeys.h"
#include "keychain/keptkeys.h"

namespace CommKeys {

/// A key as the keychain stores it, from Azure's answer. @p seenUtc: when that arrived.
[[nodiscard]] inline KeptKey keptKeyFrom(const AccessKey& key, const QDateTime& seenUtc)
{
    return {key.key.value_or(Secret()), key.connectionString.value_or(Secret()), seenUtc, {}};
}

} // namespace CommKeys
