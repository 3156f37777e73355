// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "keychain/keptkeys.h"
#include "keychain/keyfreshness.h"
#include "keychain/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QUrl>

namespace CommKeys {

/// What is recorded of regenerations outside of the keychain.
class ReplacedKeys
{
public:
    ReplacedKeys() = default;
    virtual ~ReplacedKeys() = default;
    Q_DISABLE_COPY_MOVE(ReplacedKeys)

    /// How a regeneration has replaced @p key; nothing when none is recorded.
    [[nodiscard]] virtual std::optional<Replacement> replacementOf(const ResourceId& resource, KeyType type,
                                                                   const Secret& key) = 0;
};

/// What a KeptKeysStore works with; all of it is optional, and outlives the store.
struct KeptKeysDependencies
{
    Clock* clock = nullptr; ///< null: the computer's own
    ReplacedKeys* replaced = nullptr;
    QString lockFolder; ///< the person's own, for entries that processes share; empty: none do
};

/// The keys of resources, kept in a SecretStore: one entry a resource, named after the application, the cloud and the
/// resource (`io.github.commkeys.CommKeys/management.azure.com/subscriptions/…`), so that a person finds it and two
/// clouds never mix.
///
/// A key gives way to a newer one only: every reader and writer asks freshness(). Of each key the entry names the ones
/// before it, so that an answer of Azure that is out of date is recognized after a restart too.
class KeptKeysStore
{
public:
    /// @p application begins every entry's name: the application id, or the demo's own. @p armEndpoint tells clouds
    /// apart. The store outlives this.
    KeptKeysStore(SecretStore& store, const QString& application, const QUrl& armEndpoint,
                  KeptKeysDependencies dependencies = {});

    [[nodiscard]] SecretStore& secrets() const { return m_store; }

    /// What is kept of a resource, with what is only held in memory where that is newer; KeptKeys::isEmpty() when there
    /// certainly is nothing. Where the keychain does not open, what memory holds is better than an Error.
    [[nodiscard]] JobOf<KeptKeys>* read(const ResourceId& resource, QObject* parent);

    /// Merges @p news into the resource's entry: a key that @p news does not carry stays as it is, and so does one that
    /// is newer than that of @p news. Written, read back and compared; Ok means that the keychain really holds it, and
    /// carries the whole entry: compare it with @p news to see what was older. Keeps go one after the other, also those
    /// of several processes, which wait 10 s for each other; what another one has written after that is merged again.
    /// An entry that cannot be read (a newer version's) is not destroyed: it moves aside, to "…/unreadable".
    /// When the keychain refuses, @p news is held in memory until a later keep() of it succeeds, so that no key is lost
    /// as long as the program runs.
    [[nodiscard]] JobOf<KeptKeys>* keep(const KeptKeys& news, QObject* parent);

    /// How @p candidate relates to @p known, by all that is recorded: the former keys that both name, the regenerations
    /// of this computer, and times. @p resource is that of @p candidate, @p knownOf that of @p known.
    [[nodiscard]] Freshness freshness(const ResourceId& id, KeyType type, const KeptKey& candidate,
                                      const ResourceIdentity& resource, const std::optional<KeptKey>& known,
                                      const ResourceIdentity& knownOf = {}) const;

    /// How @p key of a resource was replaced, by what this computer has recorded; nothing: no replacement is recorded.
    [[nodiscard]] std::optional<Replacement> replacementOf(const ResourceId& id, KeyType type,
                                                           const KeptKey& key) const;

    /// True when memory holds keys that the keychain has refused: quitting would lose them.
    [[nodiscard]] bool hasUnsaved() const { return !m_unsaved.isEmpty(); }
    /// What memory alone holds of a resource; empty when all of it is in the keychain.
    [[nodiscard]] KeptKeys unsaved(const ResourceId& resource) const;

    /// Makes sure that nothing is kept of a resource, in the keychain or in memory.
    [[nodiscard]] JobOf<Done>* forget(const ResourceId& resource, QObject* parent);

    /// The entry's name in the keychain.
    [[nodiscard]] QString entryName(const ResourceId& resource) const;

private:
    /// @p news over @p old, each key by its freshness.
    [[nodiscard]] KeptKeys merged(const KeptKeys& old, const KeptKeys& news) const;
    [[nodiscard]] KeptKey succeeding(const KeptKey& candidate, const std::optional<KeptKey>& known) const;
    [[nodiscard]] QDateTime utcNow() const;
    void holdInMemory(const KeptKeys& news);
    void dropFromMemory(const KeptKeys& saved);

    class ReadJob;
    class KeepJob;

    SecretStore& m_store;
    QString m_prefix;
    KeptKeysDependencies m_dependencies;
    QPointer<Job> m_lastKeep;
    QHash<ResourceId, KeptKeys> m_unsaved;
};

/// True when a key that was returned by Azure at @p keptAtUtc, stored for the resource @p storedFor, does not open the
/// resource @p now, which has the same id: it was created later. What is not known proves nothing.
[[nodiscard]] bool isOfFormerResource(const ResourceIdentity& storedFor, const QDateTime& keptAtUtc,
                                      const ResourceIdentity& now);

} // namespace CommKeys
