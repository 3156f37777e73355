// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow/windowstate.h"

class QMainWindow;

namespace CommKeys {

class FilterBar;
class ResourcePage;

/// Finds the window as it was left: its size and place, the columns with their sorting, the filters, and what was
/// chosen. See WindowState.
class WindowMemory
{
public:
    /// The three outlive this. @p file: see WindowStateFile.
    WindowMemory(QMainWindow& window, ResourcePage& page, FilterBar& filter, const QString& file);

    /// For a window that has not been shown yet. Without a state: a size that has room for everything, where the screen
    /// has it.
    void restore();
    void keep() const;

private:
    QMainWindow& m_window;
    ResourcePage& m_page;
    FilterBar& m_filter;
    WindowStateFile m_file;
};

} // namespace CommKeys
