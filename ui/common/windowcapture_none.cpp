// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/windowcapture.h"

namespace CommKeys {

void setLeftOutOfCaptures(QWindow&, bool) {}

} // namespace CommKeys
