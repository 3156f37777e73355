// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/instanceaddress.h"

#include "instance/instancehash.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString instanceAddress(const QString& folder)
{
    // A bare name would lie in /tmp, where somebody else may be faster.
    const QDir mine(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return mine.absoluteFilePath(u"commkeys-"_s + instanceHash(folder));
}

void letOthersComeToTheFront() {}

} // namespace CommKeys
