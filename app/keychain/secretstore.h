// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/secret.h"
#include "keychain/storestatus.h"

#include <QString>

namespace CommKeys {

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
    [[nodiscard]] JobOf<Secret>* read(const QString& key, QObject* parent);
    /// Replaces what is under @p key. At most 2,560 bytes, the smallest of the stores' limits; more is InvalidInput.
    [[nodiscard]] JobOf<Done>* write(const QString& key, const Secret& secret, QObject* parent);
    /// Makes sure that there is nothing under @p key.
    [[nodiscard]] JobOf<Done>* remove(const QString& key, QObject* parent);
    /// Writes, reads back and deletes an entry that nothing else uses. Never fails: what went wrong is the StoreHealth.
    [[nodiscard]] JobOf<StoreHealth>* probe(QObject* parent);

    /// What the jobs above have shown of this store.
    [[nodiscard]] StoreStatus& status() { return m_status; }

private:
    [[nodiscard]] virtual JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) = 0;
    [[nodiscard]] virtual JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) = 0;
    [[nodiscard]] virtual JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) = 0;
    [[nodiscard]] virtual JobOf<StoreHealth>* makeProbeJob(QObject* parent) = 0;

    StoreStatus m_status;
};

/// The most that one entry may hold, in bytes: Windows' CRED_MAX_CREDENTIAL_BLOB_SIZE.
inline constexpr qsizetype maximumSecretSize = 2560;

} // namespace CommKeys
