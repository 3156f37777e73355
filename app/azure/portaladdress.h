// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "core/ids.h"
#include "core/resourceid.h"

#include <QUrl>

namespace CommKeys {

/// The page of a resource in its cloud's portal, for a browser: `https://portal…/#@<tenant>/resource<id>`. Every
/// letter of the id that means something in an address is encoded. Empty where the cloud has no portal, or one whose
/// address is not a plain https one (with a query, say), and for no resource. Without a tenant: in the one in which the
/// browser is signed in.
[[nodiscard]] QUrl portalAddress(const Cloud& cloud, const TenantId& tenant, const ResourceId& resource);

} // namespace CommKeys
