// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/captureshield.h"
#include "core/secret.h"

#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

namespace CommKeys {

/// A secret behind bullets and the last four letters of its fingerprint ("•••••••• a1f3"), with **Show** and **Hide**.
///
/// A shown secret hides again after a time, when its window is no longer the active one, and when the field itself is
/// hidden. As long as it is shown, a CaptureShield stands before the window. The text that was shown is overwritten
/// then. It cannot be selected, for what is selected goes to the X11
/// selection without any mark; copying is the business of SecretClipboard. Hidden, nothing of the secret is in any
/// text or accessible name.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget* parent);
    ~SecretField() override;

    /// Hides what was shown. An empty secret disables **Show**.
    void setSecret(const Secret& secret);
    /// For screen readers: whose secret it is, told with the button that shows it.
    void describe(const QString& what);
    void setHidesAfter(std::chrono::milliseconds time) { m_hideTimer.setInterval(time); }

    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void reveal();
    void conceal();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void showBullets();
    void wipeShownText();

    Secret m_secret;
    QString m_shownText; ///< shares its letters with the label, so that wiping it wipes both
    bool m_revealed = false;
    std::optional<CaptureShield> m_shield;
    QLabel* m_label;
    QPushButton* m_toggle;
    QTimer m_hideTimer;
};

} // namespace CommKeys
