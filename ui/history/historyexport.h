// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "rotation/rotationrecord.h"

#include <QList>
#include <QString>

namespace CommKeys {

/// Writes records to a file that its owner alone may read: JSON where its name ends in ".json", else CSV. A file that
/// is there is replaced when all of it has been written, and else stays as it was.
[[nodiscard]] Result<Done> exportHistory(const QList<RotationRecord>& records, const QString& fileName);

} // namespace CommKeys
