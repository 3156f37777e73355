// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/subscription.h"
#include "azure/tenant.h"

#include <QList>

namespace CommKeys {

/// Names that each stand for one thing only, wherever they are shown: where display names of @p tenants are equal to
/// the eye (without regard to case, blanks and compatibility characters), the default domain stands behind each, as in
/// "Default Directory (north.example)"; the beginning of the id where that does not tell them apart either.
/// @p tenants: with the names that the service gave.
[[nodiscard]] QList<Tenant> withDistinctNames(QList<Tenant> tenants);

/// The same for subscriptions: the default domain of their tenants, where all of one name have different ones, else the
/// beginning of their ids.
[[nodiscard]] QList<Subscription> withDistinctNames(QList<Subscription> subscriptions, const QList<Tenant>& tenants);

} // namespace CommKeys
