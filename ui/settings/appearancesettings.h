// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspage.h"

class QComboBox;

namespace CommKeys {

/// Language and colours.
class AppearanceSettings final : public SettingsPage
{
    Q_OBJECT

public:
    AppearanceSettings(const SettingsPolicy& policy, QWidget* parent);

    void showValues(const Settings& settings) override;
    void enterInto(Settings& settings) const override;

private:
    QComboBox* m_language;
    QComboBox* m_theme;
};

} // namespace CommKeys
