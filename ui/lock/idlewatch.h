// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QObject>

namespace CommKeys {

/// Tells when nobody has used keyboard, mouse, pen or finger in any window of the program for a while.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    /// Looks at the events of the whole application. @p clock outlives this.
    IdleWatch(Clock& clock, QObject* parent);

    /// 0: never. Counts from now.
    void setLimit(std::chrono::minutes limit);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Once each time; the next one only after somebody was there again.
    void idle();

private:
    void waitFor(std::chrono::milliseconds time);
    void look();

    Clock& m_clock;
    std::chrono::milliseconds m_limit{0};
    QDateTime m_lastInputUtc;
    int m_generation = 0; ///< tells the look that is waited for from those before a new limit
    bool m_isWaiting = false;
};

} // namespace CommKeys
