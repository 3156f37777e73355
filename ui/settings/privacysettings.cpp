// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/privacysettings.h"

#include <QCheckBox>
#include <QSpinBox>

namespace CommKeys {

namespace {

QSpinBox* numberBox(const SettingRange& range, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(range.least, range.most);
    return box;
}

} // namespace

PrivacySettings::PrivacySettings(const SettingsPolicy& policy, QWidget* parent)
    : SettingsPage(policy, parent)
    , m_clipboardSeconds(numberBox(secondsRange, this))
    , m_hideSeconds(numberBox(secondsRange, this))
    , m_idleMinutes(numberBox(idleMinutesRange, this))
    , m_locksWithScreen(new QCheckBox(tr("Forget shown keys when the &screen is locked"), this))
    , m_keyAgeDays(numberBox(keyAgeDaysRange, this))
{
    for (QSpinBox* box : {m_clipboardSeconds, m_hideSeconds}) {
        //: Seconds, after a number
        box->setSuffix(tr(" s"));
    }
    //: Minutes, after a number
    m_idleMinutes->setSuffix(tr(" min"));
    m_idleMinutes->setSpecialValueText(tr("Never"));
    m_keyAgeDays->setSpecialValueText(tr("Never"));
    connect(m_keyAgeDays, &QSpinBox::valueChanged, this, [this](int days) {
        //: After a number
        m_keyAgeDays->setSuffix(tr(" day(s)", nullptr, days));
    });

    addRow(tr("Clear the clip&board after:"), m_clipboardSeconds, SettingKey::ClipboardClearsAfter);
    addRow(tr("&Hide a shown key after:"), m_hideSeconds, SettingKey::SecretHidesAfter);
    addRow(tr("&Forget shown keys when idle for:"), m_idleMinutes, SettingKey::LocksAfterIdle);
    addRow(m_locksWithScreen, SettingKey::LocksWithScreen);
    addHint(tr("Forgotten are keys that this window shows or has ready. What your keychain holds stays there."));
    addSpace();
    addRow(tr("&Remind of keys older than:"), m_keyAgeDays, SettingKey::KeyAgeReminder);
}

void PrivacySettings::showValues(const Settings& settings)
{
    m_clipboardSeconds->setValue(static_cast<int>(settings.clipboardClearsAfter.count()));
    m_hideSeconds->setValue(static_cast<int>(settings.secretHidesAfter.count()));
    m_idleMinutes->setValue(static_cast<int>(settings.locksAfterIdle.count()));
    m_locksWithScreen->setChecked(settings.locksWithScreen);
    m_keyAgeDays->setValue(settings.keyAgeReminderDays);
}

void PrivacySettings::enterInto(Settings& settings) const
{
    settings.clipboardClearsAfter = std::chrono::seconds(m_clipboardSeconds->value());
    settings.secretHidesAfter = std::chrono::seconds(m_hideSeconds->value());
    settings.locksAfterIdle = std::chrono::minutes(m_idleMinutes->value());
    settings.locksWithScreen = m_locksWithScreen->isChecked();
    settings.keyAgeReminderDays = m_keyAgeDays->value();
}

} // namespace CommKeys
