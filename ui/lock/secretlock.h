// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lock/idlewatch.h"
#include "lock/screenlockwatch.h"
#include "settings/settingsstore.h"

namespace CommKeys {

/// Tells when what is secret is to be hidden and forgotten, by the settings as they are at the moment.
class SecretLock final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive this.
    SecretLock(const SettingsStore& settings, const ScreenLockWatch& screen, Clock& clock, QObject* parent);

signals:
    /// @p why is a sentence for the person who comes back.
    void locked(const QString& why);

private:
    void applySettings(const Settings& settings);

    IdleWatch* m_idle;
    std::chrono::minutes m_idleLimit{0};
    bool m_locksWithScreen = false;
};

} // namespace CommKeys
