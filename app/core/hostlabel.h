// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace CommKeys {

/// True where @p label and a full stop are what @p hostName begins with.
[[nodiscard]] inline bool beginsWithLabel(QStringView hostName, QStringView label, Qt::CaseSensitivity casing)
{
    return hostName.startsWith(label, casing) && hostName.sliced(label.size()).startsWith(u'.');
}

} // namespace CommKeys
