// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspage.h"

class QCheckBox;
class QSpinBox;

namespace CommKeys {

/// How long what is secret stays to be seen, and when a key counts as old.
class PrivacySettings final : public SettingsPage
{
    Q_OBJECT

public:
    PrivacySettings(const SettingsPolicy& policy, QWidget* parent);

    void showValues(const Settings& settings) override;
    void enterInto(Settings& settings) const override;

private:
    QSpinBox* m_clipboardSeconds;
    QSpinBox* m_hideSeconds;
    QSpinBox* m_idleMinutes;
    QCheckBox* m_locksWithScreen;
    QSpinBox* m_keyAgeDays;
};

} // namespace CommKeys
