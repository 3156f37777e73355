// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace CommKeys {

/// The address of a list's next page, from the `nextLink` of the page that @p requested returned.
///
/// Read as browsers and Azure's SDKs do: characters that should have been percent-encoded (a blank, `|`, `{`, `"`, `#`,
/// a `%` alone) are encoded, what is encoded stays as it is, and a relative address belongs to @p requested.
///
/// BadAnswer, with the reason, if it leads to another scheme, host or port (the host in any case, `:443` is the port of
/// https), has a user name or password, or is not an address: the token must not go there.
/// Source: WHATWG URL Standard, percent-encode sets; ARM RPC resource-api-reference.md, nextLink.
[[nodiscard]] Result<QUrl> nextPage(const QString& nextLink, const QUrl& requested);

} // namespace CommKeys
