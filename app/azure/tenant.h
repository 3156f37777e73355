// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>

namespace CommKeys {

/// A directory that the account can reach. Source: Tenants - List, 2022-12-01.
struct Tenant
{
    TenantId id;
    QString displayName; ///< the id where the service gives no name (2016-06-01 does not)
    QString defaultDomain;

    bool operator==(const Tenant&) const = default;
};

[[nodiscard]] Result<Page<Tenant>> parseTenantPage(const QByteArray& json);

} // namespace CommKeys
