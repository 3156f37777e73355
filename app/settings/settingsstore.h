// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspolicy.h"

#include <QObject>
#include <QString>

namespace CommKeys {

/// Reads and writes Settings in one ini file in the person's configuration folder. What does not make sense in the
/// file (a negative time, an ARM address that is not https, a tenant that would alter an address, a proxy without a
/// host) reads as the default.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /// @p file: its whole path. It need not exist.
    explicit SettingsStore(const QString& file, QObject* parent = nullptr);

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] const SettingsPolicy& policy() const { return m_policy; }

    /// Stores and tells. False, with the settings changed for this run only, when the file cannot be written.
    bool save(const Settings& settings);

    /// Changes for this run only (command line), without touching the file.
    void overrideForThisRun(const Settings& settings);

signals:
    void changed(const CommKeys::Settings& settings);

private:
    QString m_file;
    SettingsPolicy m_policy;
    Settings m_settings;
};

} // namespace CommKeys
