// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/instanceaddress.h"

#include "instance/instancehash.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString instanceAddress(const QString& folder)
{
    return u"commkeys-"_s + instanceHash(folder);
}

void letOthersComeToTheFront()
{
    AllowSetForegroundWindow(ASFW_ANY);
}

} // namespace CommKeys
