// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keyagereminder.h"

#include "common/messagebar.h"
#include "common/translated.h"
#include "mainwindow/keyagewatch.h"
#include "mainwindow/resourcepage.h"

#include <QCoreApplication>
#include <QLocale>

namespace CommKeys {

KeyAgeReminder::KeyAgeReminder(ResourcePage& page, WindowStateFile days, Clock& clock, Notify notify, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_days(std::move(days))
    , m_clock(clock)
    , m_notify(std::move(notify))
{
    connect(&page.keyAges(), &KeyAgeWatch::counted, this, &KeyAgeReminder::remind);
    connect(&page.ageMessage(), &MessageBar::dismissed, this, [this] {
        if (!m_isTakenBack) {
            m_days.setDay(WindowStateFile::Day::ReminderClosed, today());
        }
    });
    translated(this, [this] {
        if (isShown()) {
            show();
        }
    });
}

void KeyAgeReminder::remind(int due, int days)
{
    if (due == 0) {
        m_isTakenBack = true;
        m_page.ageMessage().dismiss();
        m_isTakenBack = false;
        return;
    }
    const bool isTold = isShown() && m_due == due && m_dueDays == days;
    m_dueDays = days;
    if (!isTold && m_days.day(WindowStateFile::Day::ReminderClosed) != today()) {
        m_due = due;
        show();
    }
    notifyDesktop(sentence(due));
}

bool KeyAgeReminder::isShown() const
{
    return !m_page.ageMessage().isHidden();
}

void KeyAgeReminder::show()
{
    MessageBar& bar = m_page.ageMessage();
    bar.show(MessageBar::Level::Info, sentence(m_due));
    bar.addAction(tr("Show them"), this, [this] { m_page.showOldestKeys(); });
}

QString KeyAgeReminder::sentence(int due) const
{
    //: %n: of how many resources. %1: a number of days, at least one
    return tr("%n resource(s) have a key older than %1 days.", nullptr, due).arg(QLocale().toString(m_dueDays));
}

void KeyAgeReminder::notifyDesktop(const QString& text)
{
    if (m_notify && !m_page.keyAges().isDemo() && m_days.day(WindowStateFile::Day::ReminderNotified) != today()) {
        m_days.setDay(WindowStateFile::Day::ReminderNotified, today());
        m_notify(QCoreApplication::applicationName(), text);
    }
}

QDate KeyAgeReminder::today() const
{
    return m_clock.utcNow().toLocalTime().date();
}

} // namespace CommKeys
