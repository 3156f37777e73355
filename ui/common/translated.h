// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;

namespace CommKeys {

/// Calls @p setTexts now, and again whenever the language changes, as long as @p owner lives: what it sets to tr() is
/// always in the language of the moment. @p owner is a widget or a widget's child, for it is these that are told.
void translated(QObject* owner, std::function<void()> setTexts);

} // namespace CommKeys
