// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/devicecode.h"
#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

#include <chrono>

namespace CommKeys {

/// What a device authorization endpoint gave. Source: RFC 8628 §3.2.
struct DeviceCodeAnswer
{
    DeviceCode code;                  ///< for the person
    Secret deviceCode;                ///< for the token endpoint
    std::chrono::seconds interval{5}; ///< between two questions there
};

/// Overwrites @p json. Fails with BadAnswer when something is missing, or the page to go to is not https (or loopback).
[[nodiscard]] Result<DeviceCodeAnswer> parseDeviceCodeAnswer(QByteArray& json, const QDateTime& nowUtc);

} // namespace CommKeys
