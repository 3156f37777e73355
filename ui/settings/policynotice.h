// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspolicy.h"

#include <QString>

namespace CommKeys {

/// What of an administrator's settings isn't in effect, a line each below a heading; plain text. Empty: all is.
[[nodiscard]] QString policyNotice(const QList<PolicyProblem>& problems);

} // namespace CommKeys
