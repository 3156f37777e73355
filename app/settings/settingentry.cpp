// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingentry.h"

#include "core/cloudname.h"
#include "core/ids.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"
#include "settings/language.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

std::optional<int> numberFrom(const QVariant& value, const SettingRange& range)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= range.least && number <= range.most ? std::optional(number) : std::nullopt;
}

// The registry has numbers where a file has words.
std::optional<bool> switchFrom(const QVariant& value)
{
    const QString word = value.toString().toLower();
    if (word == "true"_L1 || word == "1"_L1) {
        return true;
    }
    return word == "false"_L1 || word == "0"_L1 ? std::optional(false) : std::nullopt;
}

template <typename Kind, std::size_t count>
std::optional<Kind> wordFrom(const QVariant& value, const std::array<std::pair<const char*, Kind>, count>& words)
{
    for (const auto& [word, kind] : words) {
        if (value.toString().compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0) {
            return kind;
        }
    }
    return std::nullopt;
}

template <typename Kind, std::size_t count>
QVariant wordOf(Kind wanted, const std::array<std::pair<const char*, Kind>, count>& words)
{
    for (const auto& [word, kind] : words) {
        if (kind == wanted) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

constexpr std::array proxyKinds{std::pair{"system", Proxy::Kind::System}, std::pair{"none", Proxy::Kind::None},
                                std::pair{"manual", Proxy::Kind::Manual}};
constexpr std::array themes{std::pair{"system", Theme::System}, std::pair{"light", Theme::Light},
                            std::pair{"dark", Theme::Dark}};

template <typename Target, typename Value>
bool put(Target& target, const std::optional<Value>& value)
{
    if (value) {
        target = Target(*value);
    }
    return value.has_value();
}

bool put(QString& target, const QVariant& value, bool makesSense)
{
    if (makesSense) {
        target = value.toString();
    }
    return makesSense;
}

bool takeCloud(const QVariant& value, Settings& settings)
{
    const std::optional<QString> name = publicCloudName(value.toString());
    return put(settings.cloud, name);
}

bool takeArmEndpoint(const QVariant& value, Settings& settings)
{
    const QString text = value.toString();
    return put(settings.armEndpoint, value, text.isEmpty() || checkServiceUrl(text, {}).isOk());
}

bool takeClientId(const QVariant& value, Settings& settings)
{
    return put(settings.clientId, value, isUuid(value.toString()));
}

bool takeTenant(const QVariant& value, Settings& settings)
{
    const QString text = value.toString();
    return put(settings.tenant, value, text.isEmpty() || isTenantName(text));
}

/// Ids with commas, semicolons or spaces between them, or a list of such texts (REG_MULTI_SZ, an array).
bool takeExcludedTenants(const QVariant& value, Settings& settings)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QList<TenantId> tenants;
    const QStringList words = value.toStringList().join(u',').split(between, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!isUuid(word)) {
            return false;
        }
        if (const TenantId tenant(word); !tenants.contains(tenant)) {
            tenants.append(tenant);
        }
    }
    settings.excludedTenants = tenants;
    return true;
}

QVariant giveExcludedTenants(const Settings& settings)
{
    QStringList ids;
    for (const TenantId& tenant : settings.excludedTenants) {
        ids.append(tenant.toString());
    }
    return ids.join(u',');
}

bool takeProxyHost(const QVariant& value, Settings& settings)
{
    const QString text = value.toString();
    return put(settings.proxy.host, value, text.isEmpty() || isProxyHost(text));
}

bool takeLanguage(const QVariant& value, Settings& settings)
{
    const QString text = value.toString();
    return put(settings.language, value, text.isEmpty() || isLanguage(text));
}

QList<SettingEntry> signInEntries()
{
    return {
        {SettingKey::Cloud, u"cloud/name"_s, takeCloud, [](const Settings& s) -> QVariant { return s.cloud; }},
        {SettingKey::ArmEndpoint, u"cloud/armEndpoint"_s, takeArmEndpoint,
         [](const Settings& s) -> QVariant { return s.armEndpoint; }},
        {SettingKey::ClientId, u"signIn/clientId"_s, takeClientId,
         [](const Settings& s) -> QVariant { return s.clientId; }},
        {SettingKey::Tenant, u"signIn/tenant"_s, takeTenant, [](const Settings& s) -> QVariant { return s.tenant; }},
        {SettingKey::ExcludedTenants, u"listing/excludedTenants"_s, takeExcludedTenants, giveExcludedTenants},
    };
}

QList<SettingEntry> privacyEntries()
{
    return {
        {SettingKey::ClipboardClearsAfter, u"privacy/clipboardClearsAfterSeconds"_s,
         [](const QVariant& value, Settings& s) {
             return put(s.clipboardClearsAfter, numberFrom(value, secondsRange));
         },
         [](const Settings& s) -> QVariant { return static_cast<int>(s.clipboardClearsAfter.count()); }},
        {SettingKey::SecretHidesAfter, u"privacy/secretHidesAfterSeconds"_s,
         [](const QVariant& value, Settings& s) { return put(s.secretHidesAfter, numberFrom(value, secondsRange)); },
         [](const Settings& s) -> QVariant { return static_cast<int>(s.secretHidesAfter.count()); }},
        {SettingKey::LocksAfterIdle, u"privacy/locksAfterIdleMinutes"_s,
         [](const QVariant& value, Settings& s) { return put(s.locksAfterIdle, numberFrom(value, idleMinutesRange)); },
         [](const Settings& s) -> QVariant { return static_cast<int>(s.locksAfterIdle.count()); }},
        {SettingKey::LocksWithScreen, u"privacy/locksWithScreen"_s,
         [](const QVariant& value, Settings& s) { return put(s.locksWithScreen, switchFrom(value)); },
         [](const Settings& s) -> QVariant { return s.locksWithScreen; }},
    };
}

QList<SettingEntry> networkEntries()
{
    return {
        {SettingKey::ProxyKind, u"network/proxy"_s,
         [](const QVariant& value, Settings& s) { return put(s.proxy.kind, wordFrom(value, proxyKinds)); },
         [](const Settings& s) { return wordOf(s.proxy.kind, proxyKinds); }},
        {SettingKey::ProxyHost, u"network/proxyHost"_s, takeProxyHost,
         [](const Settings& s) -> QVariant { return s.proxy.host; }},
        {SettingKey::ProxyPort, u"network/proxyPort"_s,
         [](const QVariant& value, Settings& s) { return put(s.proxy.port, numberFrom(value, proxyPortRange)); },
         [](const Settings& s) -> QVariant { return static_cast<int>(s.proxy.port); }},
    };
}

QList<SettingEntry> appearanceEntries()
{
    return {
        {SettingKey::KeyAgeReminder, u"keys/ageReminderDays"_s,
         [](const QVariant& value, Settings& s) {
             return put(s.keyAgeReminderDays, numberFrom(value, keyAgeDaysRange));
         },
         [](const Settings& s) -> QVariant { return s.keyAgeReminderDays; }},
        {SettingKey::Language, u"appearance/language"_s, takeLanguage,
         [](const Settings& s) -> QVariant { return s.language; }},
        {SettingKey::Theme, u"appearance/theme"_s,
         [](const QVariant& value, Settings& s) { return put(s.theme, wordFrom(value, themes)); },
         [](const Settings& s) { return wordOf(s.theme, themes); }},
    };
}

} // namespace

const QList<SettingEntry>& settingEntries()
{
    static const QList<SettingEntry> entries =
        signInEntries() + privacyEntries() + networkEntries() + appearanceEntries();
    return entries;
}

} // namespace CommKeys
