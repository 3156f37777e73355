// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTcpSocket;

namespace CommKeys {

/// Breaks a connection as a failing network does: the other end sees a reset, not an orderly end, and loses what was
/// on its way.
void resetConnection(QTcpSocket& socket);

} // namespace CommKeys
