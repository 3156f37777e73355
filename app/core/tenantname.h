// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace CommKeys {

/// True for what names a directory of Microsoft Entra ID in an address: its GUID, or one of its domains in ASCII
/// ("contoso.example"). It becomes a part of the sign-in's path, so there is nothing in it that could alter an address.
[[nodiscard]] bool isTenantName(QStringView text);

} // namespace CommKeys
