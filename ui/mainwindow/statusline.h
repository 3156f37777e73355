// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QDateTime>
#include <QObject>

#include <chrono>

class QLabel;
class QStatusBar;

namespace CommKeys {

/// What the status bar says: what is listed, when a request is sent again, how long the clipboard holds a secret, and
/// how the keychain is.
class StatusLine final : public QObject
{
    Q_OBJECT

public:
    /// Puts its texts into @p bar, which outlives this, as @p clock does.
    StatusLine(QStatusBar& bar, Clock& clock);

    /// "1,204 resources in 14 subscriptions · updated 10:42", with the date unless it is today. An invalid time leaves
    /// out when.
    void showCounts(int resources, int subscriptions, const QDateTime& updatedUtc);
    /// How many tenants the settings exclude from the listing; part of what showCounts() shows.
    void setExcluded(int tenants);
    void clearCounts();

    /// "Azure is throttling requests. Retrying in 6 s", counted down by itself; @p reason says whether it is.
    void showWait(std::chrono::milliseconds wait, const Error& reason);
    void clearWait();

    /// "Clipboard clears in 24 s".
    void showClipboard(std::chrono::seconds left);
    /// That the clipboard still holds a secret, and how to clear it, until clearClipboard().
    void showClipboardNotCleared();
    void clearClipboard();

    void showKeychain(const QString& summary);

private:
    void showTexts();
    [[nodiscard]] QString countsText() const;
    void tickWait(int generation);

    Clock& m_clock;
    QLabel* m_counts;
    QLabel* m_wait;
    QLabel* m_clipboard;
    QLabel* m_keychain;
    int m_resources = -1; ///< less than 0: no counts are shown
    int m_excluded = 0;   ///< tenants
    int m_subscriptions = 0;
    QDateTime m_updatedUtc;
    std::chrono::seconds m_clipboardLeft{};
    bool m_isClipboardNotCleared = false;
    QDateTime m_waitsUntilUtc;
    bool m_isThrottled = false; ///< that is why it waits
    int m_waitGeneration = 0;   ///< tells the ticks of the last wait from those of the ones before
};

} // namespace CommKeys
