// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QProcess;

namespace CommKeys {

/// Makes @p process, before it is started, the leader of a group of its own, so that killGroup() reaches what it
/// starts: az is a shell script that waits for Python. Windows: does nothing.
void makeGroupLeader(QProcess& process);

/// Ends @p process and, on Unix, its group. Without a running process: does nothing.
void killGroup(QProcess& process);

} // namespace CommKeys
