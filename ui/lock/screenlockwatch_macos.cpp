// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lock/screenlockwatch.h"

#include <CoreFoundation/CoreFoundation.h>

namespace CommKeys {

namespace {

// The login window posts it; Apple has not documented it, and many programs stand on it.
class MacScreenLockWatch final : public ScreenLockWatch
{
public:
    explicit MacScreenLockWatch(QObject* parent) : ScreenLockWatch(parent)
    {
        CFNotificationCenterAddObserver(CFNotificationCenterGetDistributedCenter(), this, &tell,
                                        CFSTR("com.apple.screenIsLocked"), nullptr,
                                        CFNotificationSuspensionBehaviorDeliverImmediately);
    }
    ~MacScreenLockWatch() override
    {
        CFNotificationCenterRemoveEveryObserver(CFNotificationCenterGetDistributedCenter(), this);
    }
    Q_DISABLE_COPY_MOVE(MacScreenLockWatch)

private:
    static void tell(CFNotificationCenterRef, void* observer, CFNotificationName, const void*, CFDictionaryRef)
    {
        emit static_cast<MacScreenLockWatch*>(observer)->locked();
    }
};

} // namespace

ScreenLockWatch* watchScreenLock(QObject* parent)
{
    return new MacScreenLockWatch(parent);
}

} // namespace CommKeys
