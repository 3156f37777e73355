// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/msalcache.h"
#include "core/clock.h"
#include "core/job.h"
#include "keychain/secretstore.h"

#include <functional>

namespace CommKeys {

/// Keeps the MsalCache in the keychain, whole or not at all.
///
/// The cache is larger than a keychain entry may be on Windows, so it lies in pieces of at most 2,048 bytes, named
/// `<owner>/msal/<generation>/<number>`, and a head entry `<owner>/msal` that names the generation, the count and the
/// SHA-256 of the whole. A change names a new generation in the head as one that does not count, writes its pieces and
/// reads them back, lets the head say that they count, then removes the old pieces. Whoever is killed in between leaves
/// the old cache or the new one, and the next change clears up: at every moment the head names all pieces there are.
///
/// Two processes take turns by a lock file; it is taken without blocking and waited for by the clock, 10 s at most.
/// Readers need no turn: who misses a piece looks whether the head has changed, and begins again.
class MsalCacheStore
{
public:
    /// @p secrets and @p clock outlive this and its jobs. @p owner is the application's id. @p lockFile is a path in a
    /// folder of the person's own that exists; empty: no other process has this keychain.
    MsalCacheStore(SecretStore& secrets, const QString& owner, const QString& lockFile, Clock& clock);

    /// What is kept; an empty cache where nothing is. Fails as SecretStore::read does (KeychainLocked, …), and with
    /// KeychainFailed when what is there is not whole (a piece was removed by hand).
    [[nodiscard]] JobOf<MsalCache>* read(QObject* parent);

    using Change = std::function<void(MsalCache&)>;
    /// Reads, applies @p change, and writes if that made a difference: the changes of other processes are in it. Ends
    /// with what is kept then. An empty cache leaves no entry behind: every one is overwritten and then removed. What
    /// cannot be read because it is not whole is replaced. Fails as SecretStore does, and with Conflict when another
    /// process does not end its turn. A change that fails may be in the keychain all the same, or its traces are;
    /// asking for it again sets that right, so @p change should make no difference when it is applied twice.
    [[nodiscard]] JobOf<MsalCache>* change(Change change, QObject* parent);

private:
    SecretStore& m_secrets;
    const QString m_owner;
    const QString m_lockFile;
    Clock& m_clock;
};

} // namespace CommKeys
