// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secret.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>

class QClipboard;

namespace CommKeys {

class ClipboardClearTool;
class SecretMimeData;

/// The program's one door to the clipboard.
///
/// A secret goes there as plain text with the marks that ask clipboard histories to skip it (clipboardmarks.h), never
/// to the X11 selection, and leaves after a while, when it is still ours: text that another program, or another part
/// of this one, has put there since stays untouched. Of the secret only a salted hash is kept here, until the clipboard
/// has been seen without it.
///
/// When the time is up, the content that was handed to the system becomes empty at once (SecretMimeData), and then the
/// clipboard is cleared. A Wayland compositor allows that only to the program with the keyboard focus: GNOME ignores
/// others and puts the text back from a copy of its own when their content goes. So without the focus the content
/// stays in place, empty, while `wl-copy --clear` is tried; where that fails, notCleared() is emitted, and clearing is
/// tried again when a window gets the focus, and at the next click or key.
///
/// Another program may take the clipboard over with the same text, as managers do that keep it for programs that end.
/// The text is not read while it is another program's (some managers store what is read, CopyQ#2802), except once:
/// when the time is up. Then the same text is cleared, any other stays.
///
/// Clears on QCoreApplication::aboutToQuit by itself. On Wayland the last window has lost the focus by then, so call
/// clearNow() when the window is about to close.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    SecretClipboard(QClipboard& clipboard, Clock& clock, QObject* parent);
    ~SecretClipboard() override;

    /// Holds for the next copy(); less than a second counts as one second.
    void setClearsAfter(std::chrono::seconds time);

    /// Puts a secret on the clipboard and begins to count down. @p what names it for the window's status bar
    /// ("Connection string of acs-prod-00000 (primary)") and holds nothing of it. An empty secret is not copied.
    void copy(const Secret& secret, const QString& what);
    /// Puts text there that is no secret: a host name, a resource id, error details. It has no marks and stays.
    void copyPlain(const QString& text);

    /// Takes the secret from the clipboard if it is still ours; else does nothing.
    void clearNow();

    /// True while what copy() put there is still there and can be pasted.
    [[nodiscard]] bool holdsSecret() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void copied(const QString& what, std::chrono::seconds clearsAfter);
    /// Once at copy() and once a second from then on, until cleared() or notCleared().
    void countdown(std::chrono::seconds left);
    /// The time is up, and the desktop has not let the clipboard be cleared, as far as is known: it may hold a copy of
    /// the secret. cleared() follows when it is gone.
    void notCleared();
    /// The secret that copied() told of is gone from the clipboard: taken back, or replaced by something else.
    void cleared();

private:
    void tick(int generation);
    void endCountdown();
    void tryToClear();
    void lookAgain(int generation);
    void clearClipboard();
    void putEntry(const Secret& secret);
    /// For an entry that is not the clipboard's content any more.
    void dropEntry();
    void clearAtQuit();
    void retryWithFocus();
    void toolFinished();
    void report();
    void announceCleared();
    void forget();
    [[nodiscard]] bool isEntryThere() const;
    [[nodiscard]] bool isTextThere() const;

    QClipboard& m_clipboard;
    Clock& m_clock;
    ClipboardClearTool* m_tool;
    std::chrono::seconds m_clearsAfter{30};
    QByteArray m_salt;
    QString m_fingerprint;            ///< empty: nothing of ours there
    QPointer<SecretMimeData> m_entry; ///< Qt's; null when it has been replaced
    bool m_isFoundByEntry = false;    ///< the platform hands out m_entry itself while it is the clipboard's content
    bool m_isAnnounced = false;       ///< cleared() is still to come
    bool m_isDue = false;             ///< the time is up
    bool m_isClearSent = false;       ///< and not known yet to have been heeded
    int m_tries = 0;
    QDateTime m_clearAtUtc;
    std::chrono::seconds m_left{0};
    int m_generation = 0; ///< tells the calls for the last copy() from those for the ones before
};

} // namespace CommKeys
