// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// @p text without the mark of the letter to be pressed with Alt, as it is to be read elsewhere than on its control.
/// Some languages put the letter behind the word, in brackets of its own, which go with it; "&&" is an "&".
[[nodiscard]] QString withoutMnemonic(const QString& text);

} // namespace CommKeys
