// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loginservice.h"
#include "core/result.h"

#include <QByteArray>
#include <QUrl>

namespace CommKeys {

/// The endpoints of one tenant at a login service.
struct Authority
{
    QUrl authorize;
    QUrl token;
    QUrl deviceCode; ///< empty where the service has no sign-in by code

    bool operator==(const Authority&) const = default;
};

/// The tenant under which anybody of any organization signs in.
inline constexpr QStringView anyOrganization = u"organizations";

/// The address with which AD FS ends; it has no tenants. Source: MSAL, authority.py.
[[nodiscard]] bool isAdfs(const LoginService& login);

/// The endpoints of Microsoft's public services, which follow one pattern.
[[nodiscard]] Authority authorityByConvention(const LoginService& login, const QString& tenant);

/// Where a service describes a tenant. Source: OpenID Connect Discovery 1.0 §4.
[[nodiscard]] QUrl openIdConfigurationUrl(const LoginService& login, const QString& tenant);

/// The endpoints out of such a description. Refused when one of them lies at another host than @p login does: codes and
/// refresh tokens go there.
[[nodiscard]] Result<Authority> parseOpenIdConfiguration(const QByteArray& json, const LoginService& login);

} // namespace CommKeys
