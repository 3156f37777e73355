// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace CommKeys {

/// While it lives, what the program prints reaches the terminal that it was started from. One file for each system
/// defines it: a window program of Windows has no terminal by itself, the others have.
class Console final
{
public:
    Console();
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

private:
    /// Of the terminal, as it was found; 0: nothing was changed. Only Windows has one.
    [[maybe_unused]] unsigned int m_codePage = 0;
};

} // namespace CommKeys
