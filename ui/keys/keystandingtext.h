// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/keystanding.h"

#include <QString>

namespace CommKeys {

/// What is recorded against a key, in one or two sentences; empty where nothing is.
[[nodiscard]] QString standingText(const KeyStanding& standing, const QDateTime& nowUtc);

/// After such a key was copied: @p type of @p resourceName.
[[nodiscard]] QString copiedText(const KeyStanding& standing, KeyType type, const QString& resourceName,
                                 const QDateTime& nowUtc);

/// Azure has returned keys that were replaced.
[[nodiscard]] QString olderText(const QList<KeyType>& types, std::optional<std::chrono::milliseconds> nextTry);

} // namespace CommKeys
