// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace CommKeys {

/// Opens Help › About over @p parent, without blocking.
void openAboutBox(QWidget& parent);

} // namespace CommKeys
