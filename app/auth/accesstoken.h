// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QDateTime>

namespace CommKeys {

/// A bearer token and until when it is good.
struct AccessToken
{
    Secret token;
    QDateTime expiresUtc;
};

} // namespace CommKeys
