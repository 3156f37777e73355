// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secret.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>

class QClipboard;

namespace CommKeys {

/// The program's one door to the clipboard.
///
/// A secret goes there as plain text with the marks that ask clipboard histories to skip it (clipboardmarks.h), never
/// to the X11 selection, and leaves after a while, when it is still ours: text that another program, or another part
/// of this one, has put there since stays untouched. Of the secret only a salted hash is kept here.
///
/// Clears on QCoreApplication::aboutToQuit by itself.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    SecretClipboard(QClipboard& clipboard, Clock& clock, QObject* parent);

    /// Holds for the next copy(); less than a second counts as one second.
    void setClearsAfter(std::chrono::seconds time);

    /// Puts a secret on the clipboard and begins to count down. @p what names it for the window's status bar
    /// ("Connection string of acs-prod-00000 (primary)") and holds nothing of it. An empty secret is not copied.
    void copy(const Secret& secret, const QString& what);
    /// Puts text there that is no secret: a host name, a resource id, error details. It has no marks and stays.
    void copyPlain(const QString& text);

    /// Takes the secret from the clipboard if it is still ours; else does nothing.
    void clearNow();

    /// True while what copy() put there is still there.
    [[nodiscard]] bool holdsSecret() const;

signals:
    void copied(const QString& what, std::chrono::seconds clearsAfter);
    /// Once at copy() and once a second from then on, until cleared().
    void countdown(std::chrono::seconds left);
    /// The secret that copied() told of is gone from the clipboard: taken back, or replaced by something else.
    void cleared();

private:
    void tick(int generation);
    void forget();
    [[nodiscard]] bool isOurs() const;

    QClipboard& m_clipboard;
    Clock& m_clock;
    std::chrono::seconds m_clearsAfter{30};
    QByteArray m_salt;
    QString m_fingerprint; ///< empty: nothing of ours there
    QDateTime m_clearAtUtc;
    std::chrono::seconds m_left{0};
    int m_generation = 0; ///< tells the ticks of the last copy() from those of the ones before
    bool m_platformTellsOwner = false;
};

} // namespace CommKeys
