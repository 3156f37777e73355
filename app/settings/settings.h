// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace CommKeys {

/// What a person can set, with its defaults. Never a secret.
struct Settings
{
    QString cloud = QStringLiteral("AzureCloud"); ///< a public cloud's name; ignored when armEndpoint is given
    QString armEndpoint;                          ///< the ARM address of a cloud of one's own; empty: none
    std::chrono::seconds clipboardClearsAfter{30};
    std::chrono::seconds secretHidesAfter{30};

    bool operator==(const Settings&) const = default;
};

} // namespace CommKeys
