// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/secret.h"

#include <QString>

namespace CommKeys {

/// What is known of a store at the moment.
enum class StoreHealth {
    Ready,   ///< a probe was written, read back and deleted
    Locked,  ///< it is there and does not open
    Missing, ///< nothing to talk to: no service, no session bus
    Failing, ///< it answers, but not as it should
};

/// A place that keeps secrets by name: the operating system's keychain, or memory.
///
/// Absence is a value only when it is certain: read() answers an empty Secret only where the store is known to be open;
/// where the store cannot tell (a locked Secret Service says "not found" for entries that it holds) it answers
/// KeychainLocked or KeychainMissing. Jobs are children of @p parent, not yet started; dropping one never harms the
/// store, but a write that has begun may still be carried out.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// Its name for people: "Secret Service", "Credential Manager", "Keychain", "memory".
    [[nodiscard]] virtual QString displayName() const = 0;
    /// False: what is kept is gone when the program ends, and the window says so.
    [[nodiscard]] virtual bool outlivesProgram() const = 0;

    /// The secret under @p key, or an empty Secret when there certainly is none.
    [[nodiscard]] virtual JobOf<Secret>* read(const QString& key, QObject* parent) = 0;
    /// Replaces what is under @p key. At most 2,560 bytes, the smallest of the stores' limits; more is InvalidInput.
    [[nodiscard]] virtual JobOf<Done>* write(const QString& key, const Secret& secret, QObject* parent) = 0;
    /// Makes sure that there is nothing under @p key.
    [[nodiscard]] virtual JobOf<Done>* remove(const QString& key, QObject* parent) = 0;
    /// Writes, reads back and deletes a probe. Never fails: what went wrong is the StoreHealth.
    [[nodiscard]] virtual JobOf<StoreHealth>* probe(QObject* parent) = 0;
};

/// The most that one entry may hold, in bytes: Windows' CRED_MAX_CREDENTIAL_BLOB_SIZE.
inline constexpr qsizetype maximumSecretSize = 2560;

} // namespace CommKeys
