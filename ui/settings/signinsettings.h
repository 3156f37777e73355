// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspage.h"

class QComboBox;
class QLineEdit;

namespace CommKeys {

/// The cloud, and the application and tenant with which one signs in to it.
class SignInSettings final : public SettingsPage
{
    Q_OBJECT

public:
    SignInSettings(const SettingsPolicy& policy, QWidget* parent);

    void showValues(const Settings& settings) override;
    void enterInto(Settings& settings) const override;
    [[nodiscard]] bool isValid() const override;

private:
    void addCloudRows();
    void addApplicationRows();
    void check();
    [[nodiscard]] bool isOwnCloud() const;
    [[nodiscard]] QString endpointProblem() const;
    [[nodiscard]] QString clientIdProblem() const;
    [[nodiscard]] QString tenantProblem() const;

    QComboBox* m_cloud;
    QLineEdit* m_armEndpoint;
    QLabel* m_endpointProblem = nullptr;
    QLineEdit* m_clientId;
    QLabel* m_clientIdProblem = nullptr;
    QLineEdit* m_tenant;
    QLabel* m_tenantProblem = nullptr;
};

} // namespace CommKeys
