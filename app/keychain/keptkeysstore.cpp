// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeysstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QTimer>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::array bothTypes{KeyType::Primary, KeyType::Secondary};

/// In real time, since it is another process that is waited for.
constexpr std::chrono::milliseconds longestWaitForLock = 10s;
constexpr std::chrono::milliseconds betweenTries = 20ms;
/// A process may wait for the keychain's password while it has the lock.
constexpr std::chrono::milliseconds lockIsStaleAfter = 3min;
constexpr int mostMerges = 5;

FreshnessFacts::Resource relationOf(const KeptKey& candidate, const ResourceIdentity& resource, const KeptKey& known,
                                    const ResourceIdentity& knownOf)
{
    if (isOfFormerResource(knownOf, known.keptAtUtc, resource)) {
        return FreshnessFacts::Resource::KnownIsFormer;
    }
    return isOfFormerResource(resource, candidate.keptAtUtc, knownOf) ? FreshnessFacts::Resource::CandidateIsFormer
                                                                      : FreshnessFacts::Resource::Same;
}

/// What is certain outweighs what is not.
std::optional<Replacement> surest(const std::optional<FormerKey>& former, const std::optional<Replacement>& recorded)
{
    if (recorded && (recorded->isCertain || !former)) {
        return recorded;
    }
    return former ? std::optional(Replacement{former->replacedUtc, former->isCertain}) : std::nullopt;
}

} // namespace

bool isOfFormerResource(const ResourceIdentity& storedFor, const QDateTime& keptAtUtc, const ResourceIdentity& now)
{
    if (areDifferent(storedFor, now)) {
        const bool areDated = storedFor.createdUtc.isValid() && now.createdUtc.isValid();
        return !areDated || storedFor.createdUtc < now.createdUtc;
    }
    const bool areComparable = (!storedFor.immutableId.isNull() && !now.immutableId.isNull()) ||
                               (storedFor.createdUtc.isValid() && now.createdUtc.isValid());
    return !areComparable && now.createdUtc.isValid() && keptAtUtc.isValid() &&
           keptAtUtc + longestClockSkew < now.createdUtc;
}

class KeptKeysStore::ReadJob final : public JobOf<KeptKeys>
{
public:
    ReadJob(KeptKeysStore& kept, ResourceId resource, QObject* parent)
        : JobOf<KeptKeys>(parent)
        , m_kept(kept)
        , m_resource(std::move(resource))
    {
    }

private:
    void run() override
    {
        m_kept.m_store.read(m_kept.entryName(m_resource), this)
            ->onFinished(this, [this](const Result<Secret>& entry) { take(entry); })
            ->start();
    }

    void take(const Result<Secret>& entry)
    {
        const Result<KeptKeys> kept = !entry             ? Result<KeptKeys>(entry.error())
                                      : entry->isEmpty() ? Result<KeptKeys>(KeptKeys{m_resource, {}, {}, {}})
                                                         : decodeKeptKeys(*entry, m_resource);
        const KeptKeys unsaved = m_kept.unsaved(m_resource);
        if (kept) {
            finishWith(m_kept.merged(*kept, unsaved));
        } else {
            finishWith(unsaved.isEmpty() ? kept : Result<KeptKeys>(unsaved));
        }
    }

    KeptKeysStore& m_kept;
    const ResourceId m_resource;
};

/// Lock, read, merge, write, read back, compare.
class KeptKeysStore::KeepJob final : public JobOf<KeptKeys>
{
public:
    KeepJob(KeptKeysStore& kept, KeptKeys news, QObject* parent)
        : JobOf<KeptKeys>(parent)
        , m_kept(kept)
        , m_news(std::move(news))
        , m_name(kept.entryName(m_news.resource))
        , m_lock(kept.m_dependencies.lockFolder.isEmpty() ? nullptr : makeLock(kept.m_dependencies.lockFolder, m_name))
    {
    }

private:
    void run() override
    {
        // Two read-merge-write sequences side by side would undo each other.
        Job* const before = std::exchange(m_kept.m_lastKeep, QPointer<Job>(this));
        if (before && !before->isFinished()) {
            connect(before, &QObject::destroyed, this, [this] { takeLock(); });
        } else {
            takeLock();
        }
    }

    static std::unique_ptr<QLockFile> makeLock(const QString& folder, const QString& name)
    {
        QDir().mkpath(folder);
        const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
        auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(QString::fromLatin1(hash) + u".entry.lock"_s));
        lock->setStaleLockTime(static_cast<int>(lockIsStaleAfter.count()));
        return lock;
    }

    void takeLock()
    {
        if (!m_sinceFirstTry.isValid()) {
            m_sinceFirstTry.start();
        }
        // Without the lock, what is read back shows whether another process has written meanwhile.
        const bool isFree = !m_lock || m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError;
        if (isFree || m_sinceFirstTry.hasExpired(longestWaitForLock.count())) {
            readOld();
        } else {
            QTimer::singleShot(betweenTries, this, [this] { takeLock(); });
        }
    }

    void readOld()
    {
        m_kept.m_store.read(m_name, this)
            ->onFinished(this,
                         [this](const Result<Secret>& old) {
                             if (old) {
                                 merge(*old);
                             } else {
                                 giveUp(old.error());
                             }
                         })
            ->start();
    }

    void merge(const Secret& old)
    {
        const KeptKeys nothing{m_news.resource, {}, {}, {}};
        const KeptKeys unsaved = m_kept.unsaved(m_news.resource);
        if (old.isEmpty()) {
            m_keys = m_kept.merged(m_kept.merged(nothing, unsaved), m_news);
            write();
            return;
        }
        if (const Result<KeptKeys> known = decodeKeptKeys(old, m_news.resource)) {
            m_keys = m_kept.merged(m_kept.merged(*known, unsaved), m_news);
            m_keys == *known ? conclude() : write();
            return;
        }
        m_keys = m_kept.merged(m_kept.merged(nothing, unsaved), m_news);
        m_kept.m_store.write(m_name + u"/unreadable"_s, old, this)
            ->onFinished(this,
                         [this](const Result<Done>& moved) {
                             if (moved) {
                                 write();
                             } else {
                                 giveUp(moved.error());
                             }
                         })
            ->start();
    }

    void write()
    {
        m_entry = encodeKeptKeys(m_keys);
        m_kept.m_store.write(m_name, m_entry, this)
            ->onFinished(this,
                         [this](const Result<Done>& written) {
                             if (written) {
                                 readBack();
                             } else {
                                 giveUp(written.error());
                             }
                         })
            ->start();
    }

    void readBack()
    {
        m_kept.m_store.read(m_name, this)
            ->onFinished(this,
                         [this](const Result<Secret>& entry) {
                             if (!entry) {
                                 giveUp(entry.error());
                             } else if (*entry == m_entry) {
                                 conclude();
                             } else {
                                 mergeWithOther(*entry);
                             }
                         })
            ->start();
    }

    /// Another process has written since, or the keychain does not return what it took.
    void mergeWithOther(const Secret& entry)
    {
        const Result<KeptKeys> other =
            entry.isEmpty() ? Result<KeptKeys>(notTheSame()) : decodeKeptKeys(entry, m_news.resource);
        if (!other || ++m_merges > mostMerges) {
            giveUp(notTheSame());
        } else if (KeptKeys both = m_kept.merged(*other, m_keys); both == *other) {
            m_keys = std::move(both);
            conclude();
        } else {
            m_keys = std::move(both);
            write();
        }
    }

    void conclude()
    {
        m_kept.dropFromMemory(m_keys);
        m_lock.reset();
        finishWith(std::move(m_keys));
    }

    void giveUp(const Error& error)
    {
        // Each operation may have succeeded by itself.
        m_kept.m_store.status().noteFailure(error);
        m_kept.holdInMemory(m_news);
        m_lock.reset();
        finishWith(error);
    }

    static Error notTheSame()
    {
        return Error::of(ErrorKind::KeychainFailed,
                         QCoreApplication::translate("CommKeys::KeptKeysStore",
                                                     "The keychain took the key and gave back something else."));
    }

    KeptKeysStore& m_kept;
    const KeptKeys m_news;
    const QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QElapsedTimer m_sinceFirstTry;
    int m_merges = 0;
    KeptKeys m_keys;
    Secret m_entry;
};

KeptKeysStore::KeptKeysStore(SecretStore& store, const QString& application, const QUrl& armEndpoint,
                             KeptKeysDependencies dependencies)
    : m_store(store)
    , m_prefix(application + u'/' + armEndpoint.authority(QUrl::EncodeUnicode).toLower())
    , m_dependencies(std::move(dependencies))
{
}

JobOf<KeptKeys>* KeptKeysStore::read(const ResourceId& resource, QObject* parent)
{
    return new ReadJob(*this, resource, parent);
}

JobOf<KeptKeys>* KeptKeysStore::keep(const KeptKeys& news, QObject* parent)
{
    return new KeepJob(*this, news, parent);
}

std::optional<Replacement> KeptKeysStore::replacementOf(const ResourceId& id, KeyType type, const KeptKey& key) const
{
    return m_dependencies.replaced ? m_dependencies.replaced->replacementOf(id, type, keyOf(key)) : std::nullopt;
}

Freshness KeptKeysStore::freshness(const ResourceId& id, KeyType type, const KeptKey& candidate,
                                   const ResourceIdentity& resource, const std::optional<KeptKey>& known,
                                   const ResourceIdentity& knownOf) const
{
    FreshnessFacts facts;
    facts.nowUtc = utcNow();
    facts.candidateSeenUtc = candidate.keptAtUtc;
    facts.candidateReplaced = replacementOf(id, type, candidate);
    if (known) {
        facts.isSameKey = isSameKey(*known, candidate);
        facts.resource = relationOf(candidate, resource, *known, knownOf);
        facts.candidateReplaced = surest(formerKeyIn(*known, keyOf(candidate)), facts.candidateReplaced);
        facts.knownReplaced = surest(formerKeyIn(candidate, keyOf(*known)), replacementOf(id, type, *known));
        facts.knownSeenUtc = known->keptAtUtc;
    }
    return freshnessOf(facts);
}

KeptKeys KeptKeysStore::merged(const KeptKeys& old, const KeptKeys& news) const
{
    KeptKeys result = old;
    for (const KeyType type : bothTypes) {
        const std::optional<KeptKey>& known = old.at(type);
        const std::optional<KeptKey>& candidate = news.at(type);
        // The other key of a resource that is no more goes with it.
        if (known && !candidate && isOfFormerResource(old.identity, known->keptAtUtc, news.identity)) {
            result.at(type).reset();
        }
        if (!candidate) {
            continue;
        }
        switch (freshness(news.resource, type, *candidate, news.identity, known, old.identity)) {
        case Freshness::Older:
            break;
        case Freshness::Same:
            fillIn(*result.at(type), *candidate);
            addFormer(*result.at(type), candidate->former);
            result.at(type)->keptAtUtc = std::max(known->keptAtUtc, candidate->keptAtUtc);
            break;
        case Freshness::Newer:
            result.at(type) = succeeding(*candidate, known);
            break;
        }
    }
    // Of two without a date, the one that comes in is the later one.
    const bool isOfLater = news.identity.isKnown() && (isOfFormerResource(old.identity, {}, news.identity) ||
                                                       !isOfFormerResource(news.identity, {}, old.identity));
    if (isOfLater && (areDifferent(old.identity, news.identity) || !old.identity.isKnown())) {
        result.identity = news.identity;
    } else if (isOfLater) {
        // The same resource, of which the two may know different things.
        result.identity.immutableId =
            old.identity.immutableId.isNull() ? news.identity.immutableId : old.identity.immutableId;
        result.identity.createdUtc =
            old.identity.createdUtc.isValid() ? old.identity.createdUtc : news.identity.createdUtc;
    }
    return result;
}

KeptKey KeptKeysStore::succeeding(const KeptKey& candidate, const std::optional<KeptKey>& known) const
{
    KeptKey key = candidate;
    if (known && !isSameKey(*known, candidate)) {
        // What @p candidate itself says of it counts more, and stands first.
        addFormer(key, QList<FormerKey>{{formerFingerprint(keyOf(*known)), utcNow(), false}} + known->former);
    }
    return key;
}

QDateTime KeptKeysStore::utcNow() const
{
    return m_dependencies.clock ? m_dependencies.clock->utcNow() : QDateTime::currentDateTimeUtc();
}

KeptKeys KeptKeysStore::unsaved(const ResourceId& resource) const
{
    return m_unsaved.value(resource, KeptKeys{resource, {}, {}, {}});
}

void KeptKeysStore::holdInMemory(const KeptKeys& news)
{
    KeptKeys held = merged(unsaved(news.resource), news);
    if (!held.isEmpty()) {
        m_unsaved.insert(news.resource, std::move(held));
    }
}

void KeptKeysStore::dropFromMemory(const KeptKeys& saved)
{
    KeptKeys left = unsaved(saved.resource);
    for (const KeyType type : bothTypes) {
        const bool isSaved = left.at(type) && freshness(saved.resource, type, *left.at(type), left.identity,
                                                        saved.at(type), saved.identity) != Freshness::Newer;
        if (isSaved) {
            left.at(type).reset();
        }
    }
    if (left.isEmpty()) {
        m_unsaved.remove(saved.resource);
    } else {
        m_unsaved.insert(saved.resource, left);
    }
}

JobOf<Done>* KeptKeysStore::forget(const ResourceId& resource, QObject* parent)
{
    m_unsaved.remove(resource);
    return m_store.remove(entryName(resource), parent);
}

QString KeptKeysStore::entryName(const ResourceId& resource) const
{
    return m_prefix + resource.toString().toLower();
}

} // namespace CommKeys
