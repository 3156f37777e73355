// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/secretservice.h"

namespace CommKeys {

SecretServiceState askSecretService(std::chrono::milliseconds /*limit*/)
{
    return SecretServiceState::Unknown;
}

void dropSecretServiceSession() {}

void surviveEndOfSessionBus() {}

} // namespace CommKeys
