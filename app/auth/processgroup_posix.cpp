// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/processgroup.h"

#include <QProcess>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace CommKeys {

void makeGroupLeader(QProcess& process)
{
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
}

void killGroup(QProcess& process)
{
    if (const qint64 leader = process.processId(); leader > 0) {
        ::kill(-static_cast<pid_t>(leader), SIGKILL);
        process.kill(); // should it not have become the leader yet
    }
}

} // namespace CommKeys
