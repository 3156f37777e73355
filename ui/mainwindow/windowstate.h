// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/resourceid.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace CommKeys {

/// How the window was left, to find it so again. Never a secret.
struct WindowState
{
    QByteArray geometry;         ///< QWidget::saveGeometry()
    QByteArray splitter;         ///< QSplitter::saveState()
    QByteArray columns;          ///< ResourceListView::columnState()
    QString filter;              ///< the words
    TenantId tenant;             ///< empty: all
    SubscriptionId subscription; ///< empty: all
    ResourceId chosen;

    bool operator==(const WindowState&) const = default;
};

/// Keeps a WindowState in an ini file.
class WindowStateFile
{
public:
    /// @p file: its whole path. It need not exist. Empty: nothing is kept.
    explicit WindowStateFile(const QString& file) : m_file(file) {}

    /// What does not make sense in the file reads as the default.
    [[nodiscard]] WindowState read() const;
    /// A file that cannot be written is no reason to trouble a person who is closing the window: it is logged.
    void write(const WindowState& state) const;

    /// The days on which a person last closed the reminder of old keys, and on which the desktop last showed it. They
    /// are written at once, so that a second start on that day stays silent.
    enum class Day { ReminderClosed, ReminderNotified };
    [[nodiscard]] QDate day(Day which) const;
    void setDay(Day which, const QDate& day) const;

private:
    QString m_file;
};

} // namespace CommKeys
