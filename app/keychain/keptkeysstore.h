// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/keptkeys.h"
#include "keychain/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QUrl>

namespace CommKeys {

/// The keys of resources, kept in a SecretStore: one entry a resource, named after the application, the cloud and the
/// resource (`io.github.commkeys.CommKeys/management.azure.com/subscriptions/…`), so that a person finds it and two
/// clouds never mix.
class KeptKeysStore
{
public:
    /// @p application begins every entry's name: the application id, or the demo's own. @p armEndpoint tells clouds
    /// apart. The store outlives this.
    KeptKeysStore(SecretStore& store, const QString& application, const QUrl& armEndpoint);

    [[nodiscard]] SecretStore& secrets() const { return m_store; }

    /// What is kept of a resource, with what is only held in memory on top; KeptKeys::isEmpty() when there certainly is
    /// nothing. Where the keychain does not open, what memory holds is better than an Error.
    [[nodiscard]] JobOf<KeptKeys>* read(const ResourceId& resource, QObject* parent);

    /// Adds @p news to the resource's entry: a key that @p news does not carry stays as it is. Written, read back and
    /// compared; Ok means that the keychain really holds it, and carries the whole entry. Keeps go one after the other.
    /// An entry that cannot be read (a newer version's) is not destroyed: it moves aside, to "…/unreadable".
    /// When the keychain refuses, @p news is held in memory until a later keep() of it succeeds, so that no key is lost
    /// as long as the program runs.
    [[nodiscard]] JobOf<KeptKeys>* keep(const KeptKeys& news, QObject* parent);

    /// True when memory holds keys that the keychain has refused: quitting would lose them.
    [[nodiscard]] bool hasUnsaved() const { return !m_unsaved.isEmpty(); }
    /// What memory alone holds of a resource; empty when all of it is in the keychain.
    [[nodiscard]] KeptKeys unsaved(const ResourceId& resource) const;

    /// Makes sure that nothing is kept of a resource, in the keychain or in memory.
    [[nodiscard]] JobOf<Done>* forget(const ResourceId& resource, QObject* parent);

    /// The entry's name in the keychain.
    [[nodiscard]] QString entryName(const ResourceId& resource) const;

private:
    void holdInMemory(const KeptKeys& news);
    void dropFromMemory(const KeptKeys& saved);

    class ReadJob;
    class KeepJob;

    SecretStore& m_store;
    QString m_prefix;
    QPointer<Job> m_lastKeep;
    QHash<ResourceId, KeptKeys> m_unsaved;
};

} // namespace CommKeys
