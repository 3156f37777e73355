// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspolicy.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QVariant>

namespace CommKeys {

/// Reads and writes Settings in one ini file in the person's configuration folder. What does not make sense in the
/// file (a negative time, an ARM address that is not https, a tenant that would alter an address, a proxy without a
/// host) reads as the default. Only what differs from the defaults is written, so that a default which changes later,
/// here or by an administrator, reaches whoever has chosen nothing.
///
/// What @p policy pins holds whatever the file, a dialog or the command line says; the file keeps the person's own
/// choice, for when it is pinned no longer.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /// @p file: its whole path. It need not exist.
    explicit SettingsStore(const QString& file, SettingsPolicy policy = {}, QObject* parent = nullptr);

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    /// What an administrator has said.
    [[nodiscard]] const SettingsPolicy& policy() const { return m_policy; }

    /// Stores and tells. False, with the settings changed for this run only, when the file cannot be written.
    ///
    /// What overrideForThisRun() has changed and @p settings still have is not stored: the file keeps what it has. Once
    /// the person chooses something else in its place, that is stored like everything else. Cloud and address are one
    /// choice.
    bool save(const Settings& settings);

    /// Changes for this run only (command line), without touching the file. A pin that stands against it is logged.
    void overrideForThisRun(const Settings& settings);

signals:
    void changed(const CommKeys::Settings& settings);

private:
    void hold(const Settings& settings);
    void endOverridesThatDifferFrom(const Settings& settings);

    const QString m_file;
    const SettingsPolicy m_policy;
    Settings m_settings;
    QHash<SettingKey, QVariant> m_forThisRun; ///< what holds in place of the file's
};

} // namespace CommKeys
