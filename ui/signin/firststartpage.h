// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "settings/settings.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace CommKeys {

class MessageBar;
class SecretClipboard;

/// What the window shows while nobody is signed in: the ways to begin, and the cloud that they lead to. Asks; the one
/// who listens opens the session and says how it goes.
class FirstStartPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p clipboard is for copying an error's details and outlives this.
    FirstStartPage(SecretClipboard& clipboard, QWidget* parent);

    /// Names the cloud of the settings.
    void applySettings(const Settings& settings);

    /// The ways to begin, with no message.
    void showChoices();
    /// @p what is going on, with **Cancel** in place of the ways to begin.
    void showWaiting(const QString& what);
    /// Why it takes longer, while waiting: it is tried again after @p wait.
    void showRetry(std::chrono::milliseconds wait, const Error& reason);
    /// The ways to begin, with what went wrong above them.
    void showError(const Error& error);

    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] MessageBar& messages() const { return *m_message; }

signals:
    void azureCliRequested();
    void demoRequested();
    void settingsRequested();
    void cancelRequested();

private:
    [[nodiscard]] QWidget* makeHeading();
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makeCloudLine();
    [[nodiscard]] QWidget* makeWaiting();
    void setWaiting(bool waiting);

    MessageBar* m_message;
    QPushButton* m_azureCli = nullptr;
    QPushButton* m_demo = nullptr;
    QLabel* m_cloud = nullptr;
    QLabel* m_waitingText = nullptr;
    QPushButton* m_cancel = nullptr;
    QWidget* m_choices; ///< after what stands in it, as is m_waiting: making them fills that in
    QWidget* m_waiting;
};

} // namespace CommKeys
