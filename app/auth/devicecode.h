// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace CommKeys {

/// What a person does at another device to sign this one in. Source: RFC 8628 §3.2.
struct DeviceCode
{
    QString userCode;     ///< to be typed in there; short, not a secret once it is on the screen
    QUrl verificationUri; ///< where
    QDateTime expiresUtc; ///< after which it is good for nothing

    bool operator==(const DeviceCode&) const = default;
};

} // namespace CommKeys
