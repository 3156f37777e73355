// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/headingfont.h"

namespace CommKeys {

QFont headingFont(const QFont& like, qreal times)
{
    QFont font = like;
    font.setBold(true);
    font.setPointSizeF(like.pointSizeF() * times);
    return font;
}

} // namespace CommKeys
