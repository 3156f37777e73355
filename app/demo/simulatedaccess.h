// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedestate.h"
#include "demo/simulatedroute.h"

#include <QJsonArray>

namespace CommKeys {

/// Who may do what in the simulation: roles as `permissions` tells them, and locks.

/// The `value` of an answer about permissions.
[[nodiscard]] QJsonArray permissionsOf(SimulatedRole role);
/// By the rule of azure-api §4: an action counts when the same element has no notAction that matches too.
[[nodiscard]] bool isAllowed(SimulatedRole role, const QString& action);

/// The `value` of an answer about locks: those at @p scope and below it. Those above it are asked for there.
[[nodiscard]] QJsonArray locksAt(const QString& scope, const QList<SimulatedLock>& locks);
/// The read-only lock that forbids a POST at @p scope, wherever above it the lock hangs; null when there is none.
[[nodiscard]] const SimulatedLock* readOnlyLockOver(const QString& scope, const QList<SimulatedLock>& locks);

} // namespace CommKeys
