// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "mainwindow/windowstate.h"

#include <QObject>

#include <functional>

namespace CommKeys {

class ResourcePage;

/// Reminds of keys that are older than the settings allow: in the window until it is closed, then not again on that
/// day; on the desktop once a day. The demo's made-up keys are no matter for the desktop.
class KeyAgeReminder final : public QObject
{
    Q_OBJECT

public:
    using Notify = std::function<void(const QString& title, const QString& text)>;

    /// @p page and @p clock outlive this, and @p parent is a widget. @p days is where the days are kept; @p notify may
    /// be none.
    KeyAgeReminder(ResourcePage& page, WindowStateFile days, Clock& clock, Notify notify, QObject* parent);

private:
    void remind(int due, int days);
    [[nodiscard]] bool isShown() const;
    void show();
    [[nodiscard]] QString sentence(int due) const;
    void notifyDesktop(const QString& text);
    [[nodiscard]] QDate today() const;

    ResourcePage& m_page;
    WindowStateFile m_days;
    Clock& m_clock;
    Notify m_notify;
    int m_due = 0; ///< of what the window says, or has said
    int m_dueDays = 0;
    bool m_isTakenBack = false; ///< the message goes without a person having closed it
};

} // namespace CommKeys
