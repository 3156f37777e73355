// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QFrame>
#include <QLabel>
#include <QString>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace CommKeys {

class ErrorDetails;
class IconLabel;
class SecretClipboard;

/// One message in the window, above the content that it is about. It does not block, its text can be selected, it is
/// announced to screen readers, and its level is an icon and a word, not a colour. Hidden until there is a message.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Success, Warning, Problem };

    /// @p clipboard is for **Copy details** and outlives this.
    MessageBar(SecretClipboard& clipboard, QWidget* parent);

    /// Takes the place of the message before, its actions included.
    void show(Level level, const QString& text);
    /// The plain sentence and the advice, and everything else behind **Details**.
    void showError(const Error& error);
    /// @p text, with everything that is known of its @p reason behind **Details**.
    void show(Level level, const QString& text, const Error& reason);

    /// Adds a button to the message that is shown; it calls @p action while @p context lives. The message stays:
    /// dismiss() it in the action where that is wanted.
    void addAction(const QString& text, QObject* context, std::function<void()> action);

    /// Adds a button that copies @p what, which is no secret; the message stays.
    void addCopyAction(const QString& text, const QString& what);

    /// As **Close** does. Without a message: nothing.
    void dismiss();

    [[nodiscard]] Level level() const { return m_level; }
    [[nodiscard]] QString text() const { return m_text->text(); }

signals:
    /// The message is gone: closed by the person or by dismiss().
    void dismissed();

private:
    void showWord();
    void removeActions();
    void announce();

    SecretClipboard& m_clipboard;
    Level m_level = Level::Info;
    IconLabel* m_icon;
    QLabel* m_word;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QPushButton* m_close;
    ErrorDetails* m_details;
};

} // namespace CommKeys
