// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretclipboard.h"

#include "common/clipboardcleartool.h"
#include "common/secretmimedata.h"

#include <QClipboard>
#include <QEvent>
#include <QEventLoop>
#include <QGuiApplication>
#include <QTimer>
#include <QUuid>
#include <QWindow>

#include <algorithm>
#include <memory>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// For the compositor's answer, and for a clipboard manager that puts back what was cleared.
constexpr auto answerTime = 1s;
// The compositor's word on the focus comes before the input event that Qt's next request has to name.
constexpr auto focusTime = 100ms;
constexpr auto longestQuit = 3s;
constexpr auto sendTime = 500ms;
constexpr int mostTries = 3;

bool isWayland()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

bool mayChangeClipboard()
{
    return !isWayland() || QGuiApplication::focusWindow() != nullptr;
}

bool isInput(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::TouchBegin;
}

// Qt sends what it has for the compositor when its event loop waits, not when the connection ends. For the end of the
// program, where nothing else is left to be handled in the loop.
void sendRequests(ClipboardClearTool& tool)
{
    QEventLoop loop;
    QObject::connect(&tool, &ClipboardClearTool::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(tool.start() ? std::chrono::milliseconds(longestQuit) : sendTime, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard& clipboard, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(clock)
    , m_tool(new ClipboardClearTool(this))
{
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearAtQuit);
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &SecretClipboard::retryWithFocus);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &SecretClipboard::retryWithFocus);
    connect(m_tool, &ClipboardClearTool::finished, this, &SecretClipboard::toolFinished);
}

SecretClipboard::~SecretClipboard() = default;

void SecretClipboard::setClearsAfter(std::chrono::seconds time)
{
    m_clearsAfter = std::max(time, 1s);
}

void SecretClipboard::copy(const Secret& secret, const QString& what)
{
    if (secret.isEmpty()) {
        return;
    }
    putEntry(secret);
    m_salt = QUuid::createUuid().toRfc4122();
    m_fingerprint = secret.fingerprint(m_salt);
    m_isFoundByEntry = isEntryThere();
    m_isAnnounced = true;
    m_isDue = false;
    m_isClearSent = false;
    m_left = m_clearsAfter;
    m_clearAtUtc = m_clock.utcNow().addSecs(m_left.count());
    m_clock.callAfter(1s, this, [this, generation = ++m_generation] { tick(generation); });
    emit copied(what, m_left);
    emit countdown(m_left);
}

void SecretClipboard::copyPlain(const QString& text)
{
    m_clipboard.setText(text, QClipboard::Clipboard);
    dropEntry();
    forget();
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
    if (m_isFoundByEntry && !isEntryThere()) {
        dropEntry();
        announceCleared();
    }
    m_clock.callAfter(1s, this, [this, generation] { tick(generation); });
    if (m_isAnnounced) {
        emit countdown(m_left);
    }
}

void SecretClipboard::clearNow()
{
    if (!m_fingerprint.isEmpty()) {
        endCountdown();
        tryToClear();
    }
}

void SecretClipboard::endCountdown()
{
    ++m_generation;
    m_isDue = true;
    m_tries = 0;
    if (m_entry) {
        m_entry->expire();
    }
}

void SecretClipboard::tryToClear()
{
    if (!mayChangeClipboard()) {
        if (!isEntryThere()) {
            // Another program has taken over, most likely with other text; looking waits for the focus.
            dropEntry();
            announceCleared();
        } else if (!m_tool->start()) {
            report();
        }
        return;
    }
    if (isEntryThere() || isTextThere()) {
        ++m_tries;
        clearClipboard();
    }
    if (!isWayland()) {
        announceCleared();
    }
    m_clock.callAfter(answerTime, this, [this, generation = m_generation] { lookAgain(generation); });
}

void SecretClipboard::clearClipboard()
{
    // clear(), not blank text alone: blank text would become an entry of the clipboard's history. Blank text first
    // where somebody may put back what it last saw, as Wayland compositors do.
    if (isWayland() || m_tries > 1) {
        putEntry(Secret());
    }
    m_clipboard.clear(QClipboard::Clipboard);
    m_isClearSent = true;
    dropEntry();
}

void SecretClipboard::lookAgain(int generation)
{
    if (generation != m_generation || !m_isDue) {
        return;
    }
    if (!mayChangeClipboard()) {
        report();
    } else if (!isEntryThere() && !isTextThere()) {
        forget();
    } else if (m_tries < mostTries) {
        tryToClear();
    } else {
        report();
    }
}

void SecretClipboard::retryWithFocus()
{
    if (m_isDue && mayChangeClipboard()) {
        m_tries = 0;
        m_clock.callAfter(focusTime, this, [this, generation = m_generation] {
            if (generation == m_generation && m_isDue) {
                tryToClear();
            }
        });
    }
}

bool SecretClipboard::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        qGuiApp->removeEventFilter(this); // one try for the many objects that an event goes through
        retryWithFocus();
    }
    return QObject::eventFilter(watched, event);
}

void SecretClipboard::toolFinished()
{
    m_clock.callAfter(focusTime, this, [this, generation = m_generation] {
        if (generation != m_generation || !m_isDue) {
            return;
        }
        if (isEntryThere()) {
            report();
            return;
        }
        // The compositor has dropped our content: it has accepted the tool's request.
        dropEntry();
        forget();
    });
}

void SecretClipboard::clearAtQuit()
{
    if (m_fingerprint.isEmpty()) {
        return;
    }
    endCountdown();
    if (mayChangeClipboard() && (isEntryThere() || isTextThere())) {
        clearClipboard();
    }
    // A compositor drops what it has not read when the connection ends. The tool ends after the compositor's answer.
    if (isWayland() && (m_isClearSent || isEntryThere())) {
        sendRequests(*m_tool);
    }
    forget();
}

bool SecretClipboard::holdsSecret() const
{
    return !m_fingerprint.isEmpty() && !m_isDue && (m_isFoundByEntry ? isEntryThere() : isTextThere());
}

void SecretClipboard::report()
{
    m_isAnnounced = true;
    // A request that names an older input event than the last one of another program is ignored.
    qGuiApp->installEventFilter(this);
    emit notCleared();
}

void SecretClipboard::announceCleared()
{
    if (std::exchange(m_isAnnounced, false)) {
        emit cleared();
    }
}

void SecretClipboard::forget()
{
    qGuiApp->removeEventFilter(this);
    m_fingerprint.clear();
    m_isDue = false;
    announceCleared();
}

void SecretClipboard::putEntry(const Secret& secret)
{
    auto entry = std::make_unique<SecretMimeData>(secret);
    SecretMimeData* made = entry.get();
    m_clipboard.setMimeData(entry.release(), QClipboard::Clipboard);
    dropEntry();
    m_entry = made;
}

void SecretClipboard::dropEntry()
{
    if (m_entry) {
        m_entry->expire();
        // Qt's Wayland clipboard lets go of content without deleting it; elsewhere Qt deletes it, sooner or later.
        if (isWayland()) {
            m_entry->deleteLater();
        }
        m_entry.clear();
    }
}

bool SecretClipboard::isEntryThere() const
{
    return m_entry && m_clipboard.mimeData(QClipboard::Clipboard) == m_entry;
}

bool SecretClipboard::isTextThere() const
{
    if (m_fingerprint.isEmpty()) {
        return false;
    }
    QString text = m_clipboard.text(QClipboard::Clipboard);
    // copyOf() works on bytes of its own and overwrites them.
    const bool isSame = Secret::copyOf(text).fingerprint(m_salt) == m_fingerprint;
    // Text of another program was made for this call. Letters that others share are the clipboard's own.
    if (text.isDetached()) {
        wipe(text);
    }
    return isSame;
}

} // namespace CommKeys
