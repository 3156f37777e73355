// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsstore.h"

#include "settings/settingentry.h"

#include <QSettings>

namespace CommKeys {

namespace {

Settings readFrom(const QString& path)
{
    const QSettings file(path, QSettings::IniFormat);
    Settings settings;
    for (const SettingEntry& entry : settingEntries()) {
        if (file.contains(entry.name)) {
            entry.take(file.value(entry.name), settings);
        }
    }
    if (settings.proxy.kind == Proxy::Kind::Manual && settings.proxy.host.isEmpty()) {
        settings.proxy = {};
    }
    return settings;
}

} // namespace

SettingsStore::SettingsStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(file)
    , m_settings(readFrom(file))
{
}

bool SettingsStore::save(const Settings& settings)
{
    QSettings file(m_file, QSettings::IniFormat);
    for (const SettingEntry& entry : settingEntries()) {
        file.setValue(entry.name, entry.give(settings));
    }
    file.sync();
    overrideForThisRun(settings);
    return file.status() == QSettings::NoError;
}

void SettingsStore::overrideForThisRun(const Settings& settings)
{
    if (m_settings != settings) {
        m_settings = settings;
        emit changed(m_settings);
    }
}

} // namespace CommKeys
