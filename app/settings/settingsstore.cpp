// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsstore.h"

#include "core/ids.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString cloudName = u"cloud/name"_s;
const QString armEndpoint = u"cloud/armEndpoint"_s;
const QString clientId = u"signIn/clientId"_s;
const QString tenant = u"signIn/tenant"_s;
const QString clipboardSeconds = u"privacy/clipboardClearsAfterSeconds"_s;
const QString hideSeconds = u"privacy/secretHidesAfterSeconds"_s;

/// Longer than an hour is no protection, shorter than five seconds no help.
std::chrono::seconds secondsFrom(const QSettings& file, const QString& key, std::chrono::seconds fallback)
{
    bool isNumber = false;
    const int seconds = file.value(key).toInt(&isNumber);
    return isNumber && seconds >= 5 && seconds <= 3600 ? std::chrono::seconds(seconds) : fallback;
}

Settings readFrom(const QString& path)
{
    const QSettings file(path, QSettings::IniFormat);
    const Settings defaults;
    Settings settings;
    settings.cloud = file.value(cloudName, defaults.cloud).toString();
    const QString endpoint = file.value(armEndpoint).toString();
    settings.armEndpoint = !endpoint.isEmpty() && checkServiceUrl(endpoint, {}) ? endpoint : QString();
    const QString client = file.value(clientId).toString();
    settings.clientId = isUuid(client) ? client : defaults.clientId;
    const QString directory = file.value(tenant).toString();
    settings.tenant = isTenantName(directory) ? directory : defaults.tenant;
    settings.clipboardClearsAfter = secondsFrom(file, clipboardSeconds, defaults.clipboardClearsAfter);
    settings.secretHidesAfter = secondsFrom(file, hideSeconds, defaults.secretHidesAfter);
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
    file.setValue(cloudName, settings.cloud);
    file.setValue(armEndpoint, settings.armEndpoint);
    file.setValue(clientId, settings.clientId);
    file.setValue(tenant, settings.tenant);
    file.setValue(clipboardSeconds, static_cast<int>(settings.clipboardClearsAfter.count()));
    file.setValue(hideSeconds, static_cast<int>(settings.secretHidesAfter.count()));
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
