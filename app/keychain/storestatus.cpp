// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/storestatus.h"

namespace CommKeys {

std::optional<StoreHealth> healthOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::KeychainLocked:
        return StoreHealth::Locked;
    case ErrorKind::KeychainMissing:
        return StoreHealth::Missing;
    case ErrorKind::KeychainFailed:
        return StoreHealth::Failing;
    default:
        return std::nullopt;
    }
}

void StoreStatus::setHealth(StoreHealth health)
{
    if (m_health != health) {
        m_health = health;
        emit changed();
    }
}

void StoreStatus::noteRead()
{
    if (m_health == StoreHealth::Locked || m_health == StoreHealth::Missing) {
        setHealth(StoreHealth::Ready);
    }
}

void StoreStatus::noteFailure(const Error& error)
{
    if (const std::optional<StoreHealth> health = healthOf(error)) {
        setHealth(*health);
    }
}

} // namespace CommKeys
