// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keyagewatch.h"

#include "keys/keyages.h"
#include "resourcelist/resourcelistmodel.h"

using namespace std::chrono_literals;

namespace CommKeys {

KeyAgeWatch::KeyAgeWatch(KeyAges& ages, ResourceListModel& resources, QObject* parent)
    : QObject(parent)
    , m_ages(ages)
    , m_resources(resources)
{
    connect(&ages, &KeyAges::changed, this, &KeyAgeWatch::tellSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &KeyAgeWatch::tell);
    connect(&m_hour, &QTimer::timeout, this, &KeyAgeWatch::tell);
    m_hour.start(1h);
}

void KeyAgeWatch::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_hasLooked = false;
}

void KeyAgeWatch::applySettings(const Settings& settings)
{
    m_dueDays = settings.keyAgeReminderDays;
    tell();
}

void KeyAgeWatch::look()
{
    m_hasLooked = true;
    m_ages.lookAtAll(m_resources.resources());
    tell();
}

void KeyAgeWatch::stop()
{
    m_ages.stop();
}

void KeyAgeWatch::tellSoon()
{
    if (!m_ages.isLooking()) {
        tell();
    } else if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void KeyAgeWatch::tell()
{
    m_soon.stop();
    if (!m_session) {
        return;
    }
    m_resources.setKeyAges(m_ages.olderKeys(m_resources.resources()), m_session->clock().utcNow(), m_dueDays);
    // A number that grows while it is read is worse than one that comes a moment later.
    if (m_hasLooked && !m_ages.isLooking()) {
        emit counted(m_resources.dueCount(), m_dueDays);
    }
}

} // namespace CommKeys
