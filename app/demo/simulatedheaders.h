// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPair>

namespace CommKeys {

/// The header lines of a simulated exchange, in their order, as they were written.
using SimulatedHeaders = QList<QPair<QByteArray, QByteArray>>;

/// The value of the first header called @p name in any casing; null when there is none.
[[nodiscard]] QByteArray headerValue(const SimulatedHeaders& headers, QByteArrayView name);

/// Replaces every header called @p name in any casing by one with @p value.
void setHeader(SimulatedHeaders& headers, const QByteArray& name, const QByteArray& value);

} // namespace CommKeys
