// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keptkeysstore.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// @p top over @p bottom: each key of @p top that is there wins.
KeptKeys overlaid(const KeptKeys& bottom, const KeptKeys& top)
{
    KeptKeys result = bottom;
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        if (top.at(type)) {
            result.at(type) = top.at(type);
        }
    }
    return result;
}

} // namespace

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
                                      : entry->isEmpty() ? Result<KeptKeys>(KeptKeys{m_resource, {}, {}})
                                                         : decodeKeptKeys(*entry, m_resource);
        const KeptKeys unsaved = m_kept.unsaved(m_resource);
        if (kept) {
            finishWith(overlaid(*kept, unsaved));
        } else {
            finishWith(unsaved.isEmpty() ? kept : Result<KeptKeys>(unsaved));
        }
    }

    KeptKeysStore& m_kept;
    const ResourceId m_resource;
};

/// Read, merge, write, read back, compare.
class KeptKeysStore::KeepJob final : public JobOf<KeptKeys>
{
public:
    KeepJob(KeptKeysStore& kept, KeptKeys news, QObject* parent)
        : JobOf<KeptKeys>(parent)
        , m_kept(kept)
        , m_news(std::move(news))
        , m_name(kept.entryName(m_news.resource))
    {
    }

private:
    void run() override
    {
        // Two read-merge-write sequences side by side would undo each other.
        Job* const before = std::exchange(m_kept.m_lastKeep, QPointer<Job>(this));
        if (before && !before->isFinished()) {
            connect(before, &QObject::destroyed, this, [this] { readOld(); });
        } else {
            readOld();
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
        m_keys = m_news;
        if (old.isEmpty()) {
            write();
            return;
        }
        if (const Result<KeptKeys> known = decodeKeptKeys(old, m_news.resource)) {
            m_keys = overlaid(*known, m_news);
            write();
            return;
        }
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
                             if (entry && *entry == m_entry) {
                                 m_kept.dropFromMemory(m_news);
                                 finishWith(std::move(m_keys));
                             } else {
                                 giveUp(entry ? notTheSame() : entry.error());
                             }
                         })
            ->start();
    }

    void giveUp(const Error& error)
    {
        m_kept.holdInMemory(m_news);
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
    KeptKeys m_keys;
    Secret m_entry;
};

KeptKeysStore::KeptKeysStore(SecretStore& store, const QString& application, const QUrl& armEndpoint)
    : m_store(store)
    , m_prefix(application + u'/' + armEndpoint.authority(QUrl::EncodeUnicode).toLower())
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

KeptKeys KeptKeysStore::unsaved(const ResourceId& resource) const
{
    return m_unsaved.value(resource, KeptKeys{resource, {}, {}});
}

void KeptKeysStore::holdInMemory(const KeptKeys& news)
{
    m_unsaved.insert(news.resource, overlaid(unsaved(news.resource), news));
}

void KeptKeysStore::dropFromMemory(const KeptKeys& saved)
{
    KeptKeys left = unsaved(saved.resource);
    for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
        if (saved.at(type)) {
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
