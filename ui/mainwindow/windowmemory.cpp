// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/windowmemory.h"

#include "mainwindow/filterbar.h"
#include "mainwindow/resourcepage.h"
#include "resourcelist/resourcelistview.h"

#include <QMainWindow>
#include <QScreen>

namespace CommKeys {

namespace {

// Room for the list with its columns and for the keys beside it; smaller screens get what they have.
constexpr int defaultLetters = 170;
constexpr int defaultLines = 42;

} // namespace

WindowMemory::WindowMemory(QMainWindow& window, ResourcePage& page, FilterBar& filter, const QString& file)
    : m_window(window)
    , m_page(page)
    , m_filter(filter)
    , m_file(file)
{
}

void WindowMemory::restore()
{
    const WindowState state = m_file.read();
    if (!m_window.restoreGeometry(state.geometry)) {
        const QFontMetrics metrics = m_window.fontMetrics();
        m_window.resize(QSize(metrics.averageCharWidth() * defaultLetters, metrics.height() * defaultLines)
                            .boundedTo(m_window.screen()->availableSize()));
    }
    m_page.restoreSplitterState(state.splitter);
    m_page.list().restoreColumnState(state.columns);
    m_page.list().choose(state.chosen);
    m_filter.setText(state.filter);
    m_filter.choose(state.tenant, state.subscription);
}

void WindowMemory::keep() const
{
    WindowState state;
    state.geometry = m_window.saveGeometry();
    state.splitter = m_page.splitterState();
    state.columns = m_page.list().columnState();
    state.filter = m_filter.text();
    state.tenant = m_filter.tenant();
    state.subscription = m_filter.subscription();
    state.chosen = m_page.list().chosen();
    m_file.write(state);
}

} // namespace CommKeys
