// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace CommKeys {

/// Why the session must not be left without a question; empty: it may. @p isRegenerating: a regeneration is running.
/// @p hasUnkeptKeys: a new key is only in memory.
[[nodiscard]] QString reasonToStay(bool isRegenerating, bool hasUnkeptKeys);

/// Asks, over @p parent and without blocking, whether to leave for all @p reason; calls @p leave when the person says
/// so. The default is to stay. @p leaveText names what leaving is: "Quit anyway".
void askBeforeLeaving(QWidget& parent, const QString& reason, const QString& leaveText, std::function<void()> leave);

} // namespace CommKeys
