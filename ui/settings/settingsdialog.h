// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace CommKeys {

/// What a person can set. Emits chosen() when they press **OK** over settings that make sense; keeps nothing itself.
/// Show it with open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Settings& settings, QWidget* parent);

    void accept() override;

signals:
    void chosen(const CommKeys::Settings& settings);

private:
    void addCloudRows(QFormLayout& form);
    [[nodiscard]] QWidget* makeSignInGroup();
    void addTimeRows(QFormLayout& form);
    void showValues(const Settings& settings);
    [[nodiscard]] Settings entered() const;
    [[nodiscard]] bool isOwnCloud() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString signInProblem() const;
    void check();
    void growToFit();

    QComboBox* m_cloud;
    QLineEdit* m_armEndpoint;
    QLabel* m_problem;
    QLineEdit* m_clientId;
    QLineEdit* m_tenant;
    QLabel* m_signInProblem;
    QSpinBox* m_clipboardSeconds;
    QSpinBox* m_hideSeconds;
    QDialogButtonBox* m_buttons;
};

} // namespace CommKeys
