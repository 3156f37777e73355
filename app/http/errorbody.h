// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/errordetail.h"

#include <QByteArray>

namespace CommKeys {

/// The service's own words out of the body of an unhappy answer, whatever its shape:
/// ARM's `{"error":{code,message,target,details[],additionalInfo[]}}`, the same without the wrapper, App Service's
/// PascalCase, Entra's `{"error":"…","error_description":"…"}`, plain text, a proxy's HTML page (its title), or
/// nothing (then the detail is empty). Never fails; what it returns holds no secret (redacted) and is at most some
/// 2,000 letters a member and eight levels deep.
/// Source: ErrorResponse, ARM common-types v5; azure-api "Non-ARM-shaped errors".
[[nodiscard]] ErrorDetail parseErrorBody(const QByteArray& body, const QByteArray& contentType);

/// True for `{"error":{"code":"…",…}}` with a code, the one format in which Azure Resource Manager reports errors.
/// Source: common API details, "Error response content".
[[nodiscard]] bool isArmErrorBody(const QByteArray& body);

} // namespace CommKeys
