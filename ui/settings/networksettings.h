// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspage.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace CommKeys {

/// The proxy.
class NetworkSettings final : public SettingsPage
{
    Q_OBJECT

public:
    NetworkSettings(const SettingsPolicy& policy, QWidget* parent);

    void showValues(const Settings& settings) override;
    void enterInto(Settings& settings) const override;
    [[nodiscard]] bool isValid() const override;

private:
    void check();
    [[nodiscard]] bool isManual() const;

    QComboBox* m_proxy;
    QLineEdit* m_host;
    QLabel* m_hostProblem = nullptr;
    QSpinBox* m_port;
};

} // namespace CommKeys
