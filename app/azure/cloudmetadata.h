// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "core/result.h"

#include <QByteArray>

namespace CommKeys {

/// A cloud out of what its ARM says at `/metadata/endpoints`, in each of the shapes in use: an object (2022-09-01,
/// perhaps behind a byte-order mark), a list of clouds (2019-05-01; the one whose resourceManager is @p armEndpoint, or
/// the only one), an object without a name (2015-01-01). The ARM address is the one that was asked for, never the one
/// that the metadata names.
///
/// Refused, with a message that says why: JSON that is not a cloud's, a login address that is not https (or loopback),
/// no audience, and an audience that belongs to a public cloud (isPublicCloudAudience).
[[nodiscard]] Result<Cloud> parseCloudMetadata(const QByteArray& json, const QUrl& armEndpoint);

} // namespace CommKeys
