// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policyreader.h"

#include "core/logging.h"
#include "settings/policyfile.h"

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr QStringView recommendedPrefix = u"recommended/";

void report(SettingsPolicy& policy, const PolicyProblem& problem)
{
    switch (problem.kind) {
    case PolicyProblem::Kind::Unreadable:
        qCWarning(logSettings).noquote() << "the administrator's settings cannot be read:" << problem.source;
        break;
    case PolicyProblem::Kind::NotSettings:
        qCWarning(logSettings).noquote() << "some lines of the administrator's settings are no settings:"
                                         << problem.source;
        break;
    case PolicyProblem::Kind::UnknownName:
        qCWarning(logSettings).noquote() << "ignored in the administrator's settings, there is no such setting:"
                                         << problem.name << "in" << problem.source;
        break;
    case PolicyProblem::Kind::BadValue:
        qCWarning(logSettings).noquote() << "ignored in the administrator's settings, it makes no sense:"
                                         << problem.name << "in" << problem.source;
        break;
    }
    policy.problems.append(problem);
}

/// Takes every entry that has a value at @p prefix and its name into the defaults; which ones they were.
QSet<SettingKey> take(const PolicyFile& file, const QString& prefix, SettingsPolicy& policy)
{
    QSet<SettingKey> taken;
    if (file.settings() == nullptr) {
        return taken;
    }
    for (const SettingEntry& entry : settingEntries()) {
        const QString name = prefix + entry.name;
        if (!file.settings()->contains(name)) {
            continue;
        }
        if (entry.take(file.settings()->value(name), policy.defaults)) {
            taken.insert(entry.key);
        } else {
            report(policy, {PolicyProblem::Kind::BadValue, file.source(), name});
        }
    }
    return taken;
}

void reportWhatIsUnknown(const PolicyFile& file, SettingsPolicy& policy)
{
    const QStringList names = file.settings() == nullptr ? QStringList() : file.settings()->allKeys();
    for (const QString& name : names) {
        const QString plain = name.startsWith(recommendedPrefix) ? name.sliced(recommendedPrefix.size()) : name;
        const bool isKnown = std::any_of(settingEntries().begin(), settingEntries().end(),
                                         [&plain](const SettingEntry& entry) { return entry.name == plain; });
        if (!isKnown) {
            report(policy, {PolicyProblem::Kind::UnknownName, file.source(), name});
        }
    }
}

/// The source that counts of those which have @p name.
QString sourceOf(const QString& name, const std::vector<std::unique_ptr<PolicyFile>>& files)
{
    const auto found = std::find_if(files.begin(), files.end(), [&name](const std::unique_ptr<PolicyFile>& file) {
        return file->settings() != nullptr && file->settings()->contains(name);
    });
    return found == files.end() ? QString() : (*found)->source();
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

void pinProxy(SettingsPolicy& policy, const Settings& recommended,
              const std::vector<std::unique_ptr<PolicyFile>>& files)
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
            report(policy, {PolicyProblem::Kind::BadValue, sourceOf(entry.name, files), entry.name});
        }
    }
    policy.pinned -= together;
    policy.defaults.proxy = recommended.proxy;
}

} // namespace

SettingsPolicy readPolicy(const QList<PolicySource>& sources)
{
    SettingsPolicy policy;
    std::vector<std::unique_ptr<PolicyFile>> files;
    for (const PolicySource& source : sources) {
        files.push_back(std::make_unique<PolicyFile>(source));
        for (const PolicyProblem& problem : files.back()->problems()) {
            report(policy, problem);
        }
        reportWhatIsUnknown(*files.back(), policy);
    }
    std::for_each(files.rbegin(), files.rend(), [&policy](const std::unique_ptr<PolicyFile>& file) {
        take(*file, recommendedPrefix.toString(), policy);
    });
    if (policy.defaults.proxy.kind == Proxy::Kind::Manual && policy.defaults.proxy.host.isEmpty()) {
        const QString name = u"recommended/network/proxy"_s;
        report(policy, {PolicyProblem::Kind::BadValue, sourceOf(name, files), name});
        policy.defaults.proxy = {};
    }
    const Settings recommended = policy.defaults;
    std::for_each(files.rbegin(), files.rend(),
                  [&policy](const std::unique_ptr<PolicyFile>& file) { policy.pinned += take(*file, {}, policy); });
    pinCloud(policy, recommended);
    pinProxy(policy, recommended, files);
    return policy;
}

} // namespace CommKeys
