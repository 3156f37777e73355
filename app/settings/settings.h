// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "settings/proxy.h"
#include "settings/theme.h"

#include <QList>
#include <QString>

#include <chrono>

namespace CommKeys {

/// The application as which every Azure SDK signs a developer in where none was named: the Azure CLI's own
/// registration. Source: azure-identity, DEVELOPER_SIGN_ON_CLIENT_ID. What it means for a person stands in README.md.
inline constexpr QStringView developerSignOnClientId = u"04b07795-8ddb-461a-bbee-02f9e1bf7b46";

/// What a person can set, with its defaults. Never a secret.
struct Settings
{
    QString cloud = QStringLiteral("AzureCloud"); ///< a public cloud's name; ignored when armEndpoint is given
    QString armEndpoint;                          ///< the ARM address of a cloud of one's own; empty: none
    /// The application registration with which one signs in, a GUID.
    QString clientId = developerSignOnClientId.toString();
    QString tenant;                  ///< where one signs in, a GUID or a domain; empty: the account's own
    QList<TenantId> excludedTenants; ///< which are not asked for their subscriptions; each once
    std::chrono::seconds clipboardClearsAfter{30};
    std::chrono::seconds secretHidesAfter{30};
    std::chrono::minutes locksAfterIdle{0}; ///< 0: never
    bool locksWithScreen = true;            ///< hides and forgets what is shown when the screen is locked
    Proxy proxy;                            ///< settings/proxy.h: kind System/None/Manual, host, port
    int keyAgeReminderDays = 90;            ///< 0: no reminder
    QString language;                       ///< "en", "zh_CN"; empty: the system's
    Theme theme = Theme::System;            ///< settings/theme.h: enum class Theme { System, Light, Dark }

    bool operator==(const Settings&) const = default;
};

} // namespace CommKeys
