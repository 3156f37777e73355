// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsstore.h"

#include "core/logging.h"

#include <QSettings>

#include <utility>

namespace CommKeys {

namespace {

Settings readFrom(const QString& path, const SettingsPolicy& policy)
{
    const QSettings file(path, QSettings::IniFormat);
    Settings settings = policy.defaults;
    for (const SettingEntry& entry : settingEntries()) {
        if (file.contains(entry.name) && !entry.take(file.value(entry.name), settings)) {
            qCWarning(logSettings).noquote()
                << "ignored in the settings, it makes no sense:" << entry.name << "in" << path;
        }
    }
    if (settings.proxy.kind == Proxy::Kind::Manual && settings.proxy.host.isEmpty()) {
        settings.proxy = policy.defaults.proxy;
    }
    return policy.over(settings);
}

} // namespace

SettingsStore::SettingsStore(const QString& file, SettingsPolicy policy, QObject* parent)
    : QObject(parent)
    , m_file(file)
    , m_policy(std::move(policy))
    , m_settings(readFrom(file, m_policy))
{
}

bool SettingsStore::save(const Settings& settings)
{
    endOverridesThatDifferFrom(settings);
    QSettings file(m_file, QSettings::IniFormat);
    for (const SettingEntry& entry : settingEntries()) {
        const QVariant value = entry.give(settings);
        if (m_policy.pinned.contains(entry.key) || m_forThisRun.contains(entry.key)) {
            continue;
        }
        if (value == entry.give(m_policy.defaults)) {
            file.remove(entry.name);
        } else {
            file.setValue(entry.name, value);
        }
    }
    file.sync();
    hold(settings);
    return file.status() == QSettings::NoError;
}

void SettingsStore::overrideForThisRun(const Settings& settings)
{
    const Settings allowed = m_policy.over(settings);
    for (const SettingEntry& entry : settingEntries()) {
        if (entry.give(allowed) != entry.give(settings)) {
            qCWarning(logSettings).noquote() << "set by the administrator, not changed for this run:" << entry.name;
        } else if (entry.give(allowed) != entry.give(m_settings)) {
            m_forThisRun.insert(entry.key, entry.give(allowed));
        }
    }
    hold(settings);
}

void SettingsStore::endOverridesThatDifferFrom(const Settings& settings)
{
    const QSet<SettingKey> oneChoice{SettingKey::Cloud, SettingKey::ArmEndpoint};
    for (const SettingEntry& entry : settingEntries()) {
        const auto found = m_forThisRun.constFind(entry.key);
        if (found == m_forThisRun.cend() || *found == entry.give(settings)) {
            continue;
        }
        if (oneChoice.contains(entry.key)) {
            m_forThisRun.removeIf([&oneChoice](const auto& given) { return oneChoice.contains(given.key()); });
        }
        m_forThisRun.remove(entry.key);
    }
}

void SettingsStore::hold(const Settings& settings)
{
    const Settings allowed = m_policy.over(settings);
    if (m_settings != allowed) {
        m_settings = allowed;
        emit changed(m_settings);
    }
}

} // namespace CommKeys
