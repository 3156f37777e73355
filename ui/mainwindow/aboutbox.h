// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace CommKeys {

class SecretClipboard;

/// Opens Help › About over @p parent, without blocking: what the program is, and the versions that a bug report needs,
/// which can be copied. @p clipboard outlives the parent.
void openAboutBox(QWidget& parent, SecretClipboard& clipboard);

} // namespace CommKeys
