// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/processgroup.h"

#include <QProcess>

namespace CommKeys {

void makeGroupLeader(QProcess&) {}

void killGroup(QProcess& process)
{
    process.kill();
}

} // namespace CommKeys
