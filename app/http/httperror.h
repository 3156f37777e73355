// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "http/httpanswer.h"
#include "http/proxyfinder.h"

#include <QDateTime>
#include <QNetworkReply>

namespace CommKeys {

/// The Error for an answer whose status is not 2xx: kind, a plain sentence, the next step, the service's words, the
/// ids, how long to wait. Pure; @p nowUtc is for a Retry-After that names an instant.
[[nodiscard]] Error errorForAnswer(const HttpAnswer& answer, const QDateTime& nowUtc);

/// The Error for an exchange that ended without a complete answer. Pure.
[[nodiscard]] Error errorForTransport(QNetworkReply::NetworkError code, const QString& host,
                                      const QString& qtErrorText);

/// The Error for an exchange of which nothing was sent, because @p proxy, through which it was to go, did not let it
/// through. Pure.
[[nodiscard]] Error errorForProxy(QNetworkReply::NetworkError code, const UsedProxy& proxy, const QString& host,
                                  const QString& qtErrorText);

/// How long the server asks to wait: Retry-After (seconds or a date), retry-after-ms and x-ms-retry-after-ms, else the
/// seconds or the UTC instant in ARM's sentence ("Please try again after '10' seconds."). None when it does not say.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(const HttpAnswer& answer, const ErrorDetail& detail,
                                                                    const QDateTime& nowUtc);

} // namespace CommKeys
