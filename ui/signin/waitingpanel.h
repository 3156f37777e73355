// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/devicecode.h"
#include "core/error.h"
#include "signin/signintools.h"

#include <QWidget>

#include <chrono>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace CommKeys {

class DeviceCodePanel;

/// What a person sees while somebody is being signed in: what goes on, what they have to do in a browser, and
/// **Cancel**, at any moment.
class WaitingPanel final : public QWidget
{
    Q_OBJECT

public:
    WaitingPanel(const SignInTools& tools, QWidget* parent);

    /// @p what is going on. From the beginning: without a browser, without a code.
    void showText(const QString& what);
    /// Why it takes longer: it is tried again after @p wait.
    void showRetry(std::chrono::milliseconds wait, const Error& reason);
    /// The browser was sent to @p address, where the person goes on.
    void showBrowser(const QUrl& address, bool hasStarted = true);
    /// The person has to enter @p code.
    void showCode(const DeviceCode& code);
    /// Puts a button into the row of **Cancel**, at its other end.
    void addButton(QPushButton* button);
    /// Puts the keyboard on **Cancel**.
    void takeFocus();

signals:
    void cancelRequested();

private:
    [[nodiscard]] QWidget* makeBrowserRow();
    void openAgain();
    void tell(const QString& text);

    const SignInTools m_tools;
    QUrl m_address;
    QLabel* m_text;
    QLabel* m_browserHint = nullptr;
    QWidget* m_browser; ///< after what stands in it: making it fills that in
    DeviceCodePanel* m_code;
    QPushButton* m_cancel;
    QHBoxLayout* m_foot;
};

} // namespace CommKeys
