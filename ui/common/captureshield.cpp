// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/captureshield.h"

#include "common/windowcapture.h"

#include <QWidget>

namespace CommKeys {

namespace {

constexpr const char* countProperty = "commkeysCaptureShields";

// The count stays with the window, for shields of different widgets to find it.
int changeCount(QWindow& window, int by)
{
    const int count = window.property(countProperty).toInt() + by;
    window.setProperty(countProperty, count);
    return count;
}

} // namespace

CaptureShield::CaptureShield(const QWidget& widget) : m_window(widget.window()->windowHandle())
{
    if (m_window && changeCount(*m_window, 1) == 1) {
        setLeftOutOfCaptures(*m_window, true);
    }
}

CaptureShield::~CaptureShield()
{
    if (m_window && changeCount(*m_window, -1) == 0) {
        setLeftOutOfCaptures(*m_window, false);
    }
}

bool CaptureShield::isBefore(const QWindow& window)
{
    return window.property(countProperty).toInt() > 0;
}

} // namespace CommKeys
