// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationoutcome.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

class QProgressBar;

namespace CommKeys {

class IconLabel;
class MessageBar;
class ResourceKeys;
class SecretClipboard;

/// Last page of RegenerateDialog: what is known of the key now, everything that is known of what went wrong, and the
/// safe next step as a button. A key that could not be kept can be copied and kept again from here; after a lost answer
/// Azure can be asked which key works.
class ResultPage : public QWidget
{
    Q_OBJECT

public:
    /// @p keys has learnt @p outcome already. Both references outlive this.
    ResultPage(const RotationOutcome& outcome, ResourceKeys& keys, SecretClipboard& clipboard, QWidget* parent);

signals:
    /// From the beginning: nothing has changed so far.
    void startOverRequested();
    void closeRequested();
    /// Signing in helps with what went wrong.
    void signInRequested(const CommKeys::SignInHint& hint);

private:
    /// What the page says; unlike the outcome it changes with what is done here.
    enum class Standing { Kept, NotKept, Unchanged, Unclear, Fetched };

    [[nodiscard]] QWidget* makeHeadline();
    [[nodiscard]] QWidget* makeButtons(SecretClipboard& clipboard);
    [[nodiscard]] Standing standing() const;
    /// False also for a key that was forgotten: only what can be read again is.
    [[nodiscard]] bool isOnlyInMemory() const;
    [[nodiscard]] QString headline(Standing standing) const;
    [[nodiscard]] QString explanation(Standing standing) const;
    void showStanding();
    void showButtons(Standing standing);
    void tryAgain();
    void showFailure(const Error& error);

    const RotationOutcome m_outcome; ///< without the key
    bool m_isFetched = false;        ///< after a lost answer: Azure has said which key it accepts
    ResourceKeys& m_keys;
    MessageBar* m_message;
    IconLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_explanation;
    QProgressBar* m_progress;
    QPushButton* m_copyConnectionString;
    QPushButton* m_copyKey;
    QPushButton* m_fetch;
    QPushButton* m_signIn;
    QPushButton* m_tryAgain;
    QPushButton* m_close;
};

} // namespace CommKeys
