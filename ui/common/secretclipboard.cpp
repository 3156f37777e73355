// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretclipboard.h"

#include "common/clipboardmarks.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QMimeData>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace std::chrono_literals;

namespace CommKeys {

SecretClipboard::SecretClipboard(QClipboard& clipboard, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(clock)
{
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearNow);
}

void SecretClipboard::setClearsAfter(std::chrono::seconds time)
{
    m_clearsAfter = std::max(time, 1s);
}

void SecretClipboard::copy(const Secret& secret, const QString& what)
{
    if (secret.isEmpty()) {
        return;
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(secret.revealText());
    addSecretMarks(*data);
    m_clipboard.setMimeData(data.release(), QClipboard::Clipboard);

    m_salt = QUuid::createUuid().toRfc4122();
    m_fingerprint = secret.fingerprint(m_salt);
    m_platformTellsOwner = m_clipboard.ownsClipboard();
    m_left = m_clearsAfter;
    m_clearAtUtc = m_clock.utcNow().addSecs(m_left.count());
    m_clock.callAfter(1s, this, [this, generation = ++m_generation] { tick(generation); });
    emit copied(what, m_left);
    emit countdown(m_left);
}

void SecretClipboard::copyPlain(const QString& text)
{
    m_clipboard.setText(text, QClipboard::Clipboard);
    forget();
}

void SecretClipboard::clearNow()
{
    if (isOurs()) {
        // clear(), not blank text: blank text would become an entry of the clipboard's history.
        m_clipboard.clear(QClipboard::Clipboard);
    }
    forget();
}

bool SecretClipboard::holdsSecret() const
{
    return isOurs();
}

void SecretClipboard::tick(int generation)
{
    if (generation != m_generation || m_fingerprint.isEmpty()) {
        return;
    }
    // The wall clock too, for a computer that slept; it alone would not do, for it can be set back.
    const std::chrono::seconds byWallClock(m_clock.utcNow().secsTo(m_clearAtUtc));
    m_left = std::min(m_left - 1s, byWallClock);
    if (m_left <= 0s) {
        clearNow();
        return;
    }
    if (!isOurs()) {
        forget();
        return;
    }
    m_clock.callAfter(1s, this, [this, generation] { tick(generation); });
    emit countdown(m_left);
}

void SecretClipboard::forget()
{
    if (m_fingerprint.isEmpty()) {
        return;
    }
    m_fingerprint.clear();
    emit cleared();
}

bool SecretClipboard::isOurs() const
{
    if (m_fingerprint.isEmpty()) {
        return false;
    }
    // The owner first, for reading what is another program's makes some managers store it (CopyQ#2802). macOS and the
    // offscreen platform never call a clipboard ours; there the text alone has to tell.
    if (m_platformTellsOwner && !m_clipboard.ownsClipboard()) {
        return false;
    }
    const QString text = m_clipboard.text(QClipboard::Clipboard);
    // Not Secret::take(text): that would overwrite the letters that the clipboard itself holds.
    return Secret::copyOf(text).fingerprint(m_salt) == m_fingerprint;
}

} // namespace CommKeys
