// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>

namespace CommKeys {

/// A body as JSON, behind a UTF-8 byte-order mark or not (ARM's metadata may begin with one). A null document when it
/// is not JSON.
[[nodiscard]] QJsonDocument parseJsonBody(const QByteArray& body);

} // namespace CommKeys
