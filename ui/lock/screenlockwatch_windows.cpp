// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/screenlockwatch.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QWidget>

#include <qt_windows.h>
#include <wtsapi32.h>

namespace CommKeys {

namespace {

// Windows tells it to a window: one of our own that is never shown, so that no other has to live as long as this.
class WindowsScreenLockWatch final : public ScreenLockWatch, public QAbstractNativeEventFilter
{
public:
    explicit WindowsScreenLockWatch(QObject* parent) : ScreenLockWatch(parent)
    {
        WTSRegisterSessionNotification(handle(), NOTIFY_FOR_THIS_SESSION);
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~WindowsScreenLockWatch() override { WTSUnRegisterSessionNotification(handle()); }
    Q_DISABLE_COPY_MOVE(WindowsScreenLockWatch)

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const MSG* told = static_cast<MSG*>(message);
        if (told->message == WM_WTSSESSION_CHANGE && told->wParam == WTS_SESSION_LOCK && told->hwnd == handle()) {
            emit locked();
        }
        return false;
    }

private:
    [[nodiscard]] HWND handle() const { return reinterpret_cast<HWND>(m_window.winId()); }

    QWidget m_window;
};

} // namespace

ScreenLockWatch* watchScreenLock(QObject* parent)
{
    return new WindowsScreenLockWatch(parent);
}

} // namespace CommKeys
