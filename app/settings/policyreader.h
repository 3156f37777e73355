// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/policysources.h"
#include "settings/settingspolicy.h"

namespace CommKeys {

/// Reads what an administrator has set. Of two @p sources the earlier one counts.
///
/// A value by the name that it has in a person's own file (settingentry.h) is pinned. The same name with "recommended/"
/// before it is a default that a person can change; a pin goes before it. What cannot be read or understood is ignored
/// and reported: in SettingsPolicy::problems, which Settings shows, and by a line in the log that names source and key
/// and nothing of the value.
///
/// What belongs together is pinned together: a public cloud with no address of one's own and the other way round, a
/// proxy with its host and port. So "manual" without a pinned host, and a host without a proxy, make no sense.
[[nodiscard]] SettingsPolicy readPolicy(const QList<PolicySource>& sources);

} // namespace CommKeys
