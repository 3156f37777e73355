// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/mnemonics.h"

namespace CommKeys {

QString withoutMnemonic(const QString& text)
{
    QString read;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.size() >= 4 && rest.startsWith(u"(&") && rest.at(2) != u'&' && rest.at(3) == u')') {
            at += 3;
            continue;
        }
        if (rest.startsWith(u'&') && rest.size() > 1) {
            ++at;
        }
        read += text.at(at);
    }
    return read;
}

} // namespace CommKeys
