// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/devicecode.h"
#include "signin/signintools.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace CommKeys {

/// A code that the person types into a browser on any computer: the code, where it goes, and how long it is good for.
class DeviceCodePanel final : public QWidget
{
    Q_OBJECT

public:
    DeviceCodePanel(const SignInTools& tools, QWidget* parent);

    /// Begins to count down to the code's end. What happens then is the job's to say.
    void showCode(const DeviceCode& code);
    /// Puts the keyboard on **Copy code**.
    void takeFocus();

private:
    [[nodiscard]] QWidget* makeAddressRow();
    [[nodiscard]] QWidget* makeCodeRow();
    void tick(int generation);
    void showLeft(qint64 seconds);

    const SignInTools m_tools;
    DeviceCode m_shown;
    int m_generation = 0; ///< tells the ticks of the last code from those of the ones before
    bool m_isLastCallMade = false;
    QLabel* m_address = nullptr;
    QLabel* m_noBrowser = nullptr;
    QLabel* m_code = nullptr;
    QPushButton* m_copyCode = nullptr;
    QLabel* m_left;
};

} // namespace CommKeys
