// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policyreader.h"

#include "core/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

void logIgnored(const QString& path, const QString& name)
{
    qCWarning(logSettings).noquote() << "ignored in the administrator's settings, it makes no sense:" << name << "in"
                                     << path;
}

/// Takes every entry that has a value at @p prefix and its name into @p settings; which ones they were.
QSet<SettingKey> take(const QSettings& file, const QString& prefix, Settings& settings)
{
    QSet<SettingKey> taken;
    for (const SettingEntry& entry : settingEntries()) {
        const QString name = prefix + entry.name;
        if (!file.contains(name)) {
            continue;
        }
        if (entry.take(file.value(name), settings)) {
            taken.insert(entry.key);
        } else {
            logIgnored(file.fileName(), name);
        }
    }
    return taken;
}

void pinCloud(SettingsPolicy& policy, const Settings& recommended)
{
    const bool hasCloud = policy.pinned.contains(SettingKey::Cloud);
    const bool hasEndpoint = policy.pinned.contains(SettingKey::ArmEndpoint) && !policy.defaults.armEndpoint.isEmpty();
    policy.pinned -= {SettingKey::Cloud, SettingKey::ArmEndpoint};
    if (hasCloud || hasEndpoint) {
        policy.pinned += {SettingKey::Cloud, SettingKey::ArmEndpoint};
    }
    if (!hasEndpoint) {
        policy.defaults.armEndpoint = hasCloud ? QString() : recommended.armEndpoint;
    }
}

void pinProxy(SettingsPolicy& policy, const Settings& recommended)
{
    const QSet<SettingKey> together{SettingKey::ProxyKind, SettingKey::ProxyHost, SettingKey::ProxyPort};
    const QSet<SettingKey> given = policy.pinned & together;
    if (given.isEmpty()) {
        return;
    }
    const bool needsHost = policy.defaults.proxy.kind == Proxy::Kind::Manual;
    const bool hasHost = given.contains(SettingKey::ProxyHost) && !policy.defaults.proxy.host.isEmpty();
    if (given.contains(SettingKey::ProxyKind) && (!needsHost || hasHost)) {
        policy.pinned += together;
        return;
    }
    for (const SettingEntry& entry : settingEntries()) {
        if (given.contains(entry.key)) {
            logIgnored(u"the proxy as a whole"_s, entry.name);
        }
    }
    policy.pinned -= together;
    policy.defaults.proxy = recommended.proxy;
}

} // namespace

SettingsPolicy readPolicy(const QList<PolicySource>& sources)
{
    SettingsPolicy policy;
    const auto fromLastToFirst = [&sources](const auto& read) {
        std::for_each(sources.rbegin(), sources.rend(),
                      [&read](const PolicySource& source) { read(QSettings(source.path, source.format)); });
    };
    fromLastToFirst([&policy](const QSettings& file) { take(file, u"recommended/"_s, policy.defaults); });
    if (policy.defaults.proxy.kind == Proxy::Kind::Manual && policy.defaults.proxy.host.isEmpty()) {
        logIgnored(u"the proxy as a whole"_s, u"recommended/network/proxy"_s);
        policy.defaults.proxy = {};
    }
    const Settings recommended = policy.defaults;
    fromLastToFirst([&policy](const QSettings& file) { policy.pinned += take(file, {}, policy.defaults); });
    pinCloud(policy, recommended);
    pinProxy(policy, recommended);
    return policy;
}

} // namespace CommKeys
