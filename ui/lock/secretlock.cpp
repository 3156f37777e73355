// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/secretlock.h"

namespace CommKeys {

SecretLock::SecretLock(const SettingsStore& settings, const ScreenLockWatch& screen, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_idle(new IdleWatch(clock, this))
{
    connect(&settings, &SettingsStore::changed, this, &SecretLock::applySettings);
    connect(m_idle, &IdleWatch::idle, this, [this] {
        emit locked(tr("CommKeys was not used for %n minute(s), so it has forgotten the keys it showed.", nullptr,
                       static_cast<int>(m_idleLimit.count())));
    });
    connect(&screen, &ScreenLockWatch::locked, this, [this] {
        if (m_locksWithScreen) {
            emit locked(tr("The screen was locked, so CommKeys has forgotten the keys it showed."));
        }
    });
    applySettings(settings.settings());
}

void SecretLock::applySettings(const Settings& settings)
{
    m_locksWithScreen = settings.locksWithScreen;
    if (m_idleLimit != settings.locksAfterIdle) {
        m_idleLimit = settings.locksAfterIdle;
        m_idle->setLimit(m_idleLimit);
    }
}

} // namespace CommKeys
