// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace CommKeys {

// All categories of the program. Info and above are on by default; QT_LOGGING_RULES="commkeys.*=true" turns on the
// rest. No secret may be written to any of them; installRedactingMessageHandler() is the net below that rule.
Q_DECLARE_LOGGING_CATEGORY(logHttp)     // commkeys.http: one line an exchange: verb, path, status, ms, request id
Q_DECLARE_LOGGING_CATEGORY(logAuth)     // commkeys.auth: where a token came from and how long it lasts
Q_DECLARE_LOGGING_CATEGORY(logAzure)    // commkeys.azure: listings, clouds
Q_DECLARE_LOGGING_CATEGORY(logKeychain) // commkeys.keychain: which entry, and how the keychain answered
Q_DECLARE_LOGGING_CATEGORY(logRotation) // commkeys.rotation: the steps of a regeneration
Q_DECLARE_LOGGING_CATEGORY(logSettings) // commkeys.settings: what is ignored, by its name
Q_DECLARE_LOGGING_CATEGORY(logUi)       // commkeys.ui

/// Puts every message of the program and of Qt through redacted() before it is printed as Qt would have printed it.
void installRedactingMessageHandler();

} // namespace CommKeys
