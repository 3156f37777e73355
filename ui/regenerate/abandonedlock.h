// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QWidget;

namespace CommKeys {

class MessageBar;
class ResourceId;
class RotationDesk;

/// Adds **Unlock…** to the message that @p bar shows. The button asks the person whether the other computer is really
/// done, removes the lock of @p resource, and calls @p unlocked; a failure takes the message's place. @p desk outlives
/// @p parent, over which the question is asked.
void offerUnlock(MessageBar& bar, RotationDesk& desk, const ResourceId& resource, QWidget& parent,
                 std::function<void()> unlocked);

} // namespace CommKeys
