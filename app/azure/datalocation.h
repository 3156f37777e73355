// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// The geography in which a resource keeps its data, spelled as Azure's portal does, however the creator spelled it:
/// "unitedstates" and "UnitedStates" are "United States". A place that is not known stays as it is.
/// Source: "Region availability and data residency", Azure Communication Services.
[[nodiscard]] QString dataLocationName(const QString& dataLocation);

} // namespace CommKeys
