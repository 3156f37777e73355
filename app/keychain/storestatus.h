// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QObject>

#include <optional>

namespace CommKeys {

/// The state of a SecretStore.
enum class StoreHealth {
    Ready,   ///< it stores what it is given: a write, or a probe, has succeeded
    Locked,  ///< it has to be unlocked first
    Missing, ///< there is no store to talk to: no session bus, no service
    Failing, ///< it answers with failures, or doesn't answer
};

/// The state that a failure of a store shows; nothing for an Error of another kind.
[[nodiscard]] std::optional<StoreHealth> healthOf(const Error& error);

/// The state of one SecretStore as last seen. SecretStore updates it with the result of every job, before the caller
/// of that job gets the result; the message bar, the status line and RegenerateDialog all show this one.
///
/// Lives on the thread of its store.
class StoreStatus final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Nothing until the first job has finished.
    [[nodiscard]] std::optional<StoreHealth> health() const { return m_health; }

    void setHealth(StoreHealth health);
    /// A read has succeeded: the store is neither locked nor missing. Failing stays, since a store that can be read may
    /// still lose what is written.
    void noteRead();
    /// An Error of a kind that says nothing of the store (Cancelled, InvalidInput, …) changes nothing.
    void noteFailure(const Error& error);

signals:
    /// health() is different now.
    void changed();

private:
    std::optional<StoreHealth> m_health;
};

} // namespace CommKeys
