// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/signinrequest.h"
#include "core/error.h"
#include "settings/settings.h"
#include "signin/signintools.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace CommKeys {

class MessageBar;
class WaitingPanel;

/// What the window shows while nobody is signed in: the ways to begin, and the cloud that they lead to. Asks; the one
/// who listens opens the session and says how it goes.
class FirstStartPage final : public QWidget
{
    Q_OBJECT

public:
    FirstStartPage(const SignInTools& tools, QWidget* parent);

    /// Names the cloud of the settings.
    void applySettings(const Settings& settings);

    /// The ways to begin, with no message.
    void showChoices();
    /// @p what is going on, with **Cancel** in place of the ways to begin.
    void showWaiting(const QString& what);
    /// The ways to begin, with what went wrong above them.
    void showError(const Error& error);

    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] MessageBar& messages() const { return *m_message; }
    /// To say how it goes while waiting.
    [[nodiscard]] WaitingPanel& waiting() const { return *m_waiting; }

signals:
    void signInRequested(CommKeys::SignInWay way);
    void azureCliRequested();
    void demoRequested();
    void settingsRequested();
    void cancelRequested();

private:
    void showCloud();
    [[nodiscard]] QWidget* makeHeading();
    [[nodiscard]] QWidget* makeChoices(SignInWay firstWay);
    [[nodiscard]] QWidget* makeCloudLine();
    void setWaiting(bool waiting);

    MessageBar* m_message;
    QPushButton* m_signIn = nullptr;
    QLabel* m_cloud = nullptr;
    QString m_cloudName;
    QWidget* m_choices; ///< after what stands in it: making it fills that in
    WaitingPanel* m_waiting;
};

} // namespace CommKeys
