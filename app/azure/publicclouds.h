// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"

#include <QList>

#include <optional>

namespace CommKeys {

/// Microsoft's clouds. This is the only place in the program that holds host names of Microsoft's.
[[nodiscard]] const QList<Cloud>& publicClouds();

/// By its name ("AzureCloud"), in any casing.
[[nodiscard]] std::optional<Cloud> publicCloudNamed(const QString& name);

/// By the host of its ARM address.
[[nodiscard]] std::optional<Cloud> publicCloudAt(const QUrl& armEndpoint);

/// True when a token for @p audience could be of use to a service of a public cloud: its host lies in one of
/// Microsoft's domains, or it is no web address at all (a bare GUID or `api://` may name any of Microsoft's services).
/// A cloud of one's own is never handed such a token, whatever its metadata asks for.
[[nodiscard]] bool isPublicCloudAudience(const QString& audience);

} // namespace CommKeys
