// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstddef>

namespace CommKeys {

/// Less than, equal to or greater than 0: without regard to case, and with numbers by their value (acs-2 before
/// acs-10), and host names label by label (acs.example before acs-2.example). The same in every language, for names
/// that are made of letters, digits and dashes; many times faster than QCollator, which words of people's languages
/// need.
[[nodiscard]] int compareNaturally(QStringView a, QStringView b);

/// The same for texts that compareNaturally() finds equal.
[[nodiscard]] size_t naturalHash(QStringView text);

} // namespace CommKeys
