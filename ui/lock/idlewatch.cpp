// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace CommKeys {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock), m_lastInputUtc(clock.utcNow())
{
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::minutes limit)
{
    ++m_generation;
    m_limit = limit;
    m_lastInputUtc = m_clock.utcNow();
    m_isWaiting = false;
    if (m_limit.count() > 0) {
        waitFor(m_limit);
    }
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (m_limit.count() > 0 && isInput(event->type())) {
        // Timers stand still while a computer sleeps; whoever wakes it is to find nothing shown.
        look();
        m_lastInputUtc = m_clock.utcNow();
        if (!m_isWaiting) {
            waitFor(m_limit);
        }
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::waitFor(std::chrono::milliseconds time)
{
    m_isWaiting = true;
    m_clock.callAfter(time, this, [this, generation = ++m_generation] {
        if (generation == m_generation) {
            look();
        }
    });
}

// A timer for each movement of the mouse would be many; this one looks how long it is still to be.
void IdleWatch::look()
{
    if (!m_isWaiting) {
        return;
    }
    const std::chrono::milliseconds passed(m_lastInputUtc.msecsTo(m_clock.utcNow()));
    if (passed >= m_limit) {
        m_isWaiting = false;
        emit idle();
    } else {
        waitFor(m_limit - passed);
    }
}

} // namespace CommKeys
