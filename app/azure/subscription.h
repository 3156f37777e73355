// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>

namespace CommKeys {

/// A subscription that a token can reach. Source: Subscriptions - List, 2022-12-01.
struct Subscription
{
    SubscriptionId id;
    QString displayName; ///< the id where there is no name
    QString state;       ///< "Enabled", "Warned", "PastDue", "Disabled", "Deleted", or something newer
    TenantId tenant;     ///< the tenant whose token lists it; filled in by the caller where the answer has none
    TenantId owner = {}; ///< the tenant that it belongs to; empty where the answer does not say (before 2019)

    bool operator==(const Subscription&) const = default;
};

[[nodiscard]] Result<Page<Subscription>> parseSubscriptionPage(const QByteArray& json);

} // namespace CommKeys
