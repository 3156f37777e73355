// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/msalcache.h"
#include "auth/msalcachepieces.h"
#include "core/clock.h"
#include "core/job.h"
#include "keychain/secretstore.h"

#include <QLockFile>

#include <functional>

namespace CommKeys {

// The work of MsalCacheStore; nobody else needs these.

/// Where a cache lies in the keychain: the names of its entries.
struct MsalCachePlace
{
    QString owner;

    [[nodiscard]] QString head() const { return owner + QStringLiteral("/msal"); }
    [[nodiscard]] QString piece(const MsalCacheGeneration& generation, int number) const
    {
        return head() + u'/' + generation.name + u'/' + QString::number(number);
    }
};

/// What was found in the keychain.
struct KeptMsalCache
{
    bool isWhole = true; ///< false: something is there, and it cannot be put together
    MsalCacheHead head;
    MsalCache cache; ///< empty where it is not whole
};

/// Reads the pieces of one generation. An empty text: not all of them are there, or they are not those.
class ReadMsalPiecesJob final : public JobOf<Secret>
{
public:
    ReadMsalPiecesJob(SecretStore& secrets, MsalCachePlace place, MsalCacheGeneration generation, QString sha256,
                      QObject* parent);

private:
    void run() override;
    void take(const Result<Secret>& piece);

    SecretStore& m_secrets;
    const MsalCachePlace m_place;
    const MsalCacheGeneration m_generation;
    const QString m_sha256;
    QList<Secret> m_pieces;
};

/// Reads head and pieces, and begins again when another process has changed the head in between.
class ReadMsalCacheJob final : public JobOf<KeptMsalCache>
{
public:
    ReadMsalCacheJob(SecretStore& secrets, MsalCachePlace place, QObject* parent);

private:
    void run() override { readHead(); }
    void readHead();
    void takeHead(const Secret& entry);
    void takePieces(const Secret& text);

    SecretStore& m_secrets;
    const MsalCachePlace m_place;
    KeptMsalCache m_kept;
    Secret m_entry; ///< the head as it was read
    int m_tries = 0;
};

/// Takes its turn, reads, changes, writes.
class ChangeMsalCacheJob final : public JobOf<MsalCache>
{
public:
    using Change = std::function<void(MsalCache&)>;
    ChangeMsalCacheJob(SecretStore& secrets, MsalCachePlace place, const QString& lockFile, Clock& clock, Change change,
                       QObject* parent);

private:
    /// One entry to write, or to remove where @p value is empty.
    struct Step
    {
        QString key;
        Secret value;
    };

    void run() override { takeTurn(); }
    /// What is begun is carried through: a step that is on its way would be carried out beside the next one's turn.
    [[nodiscard]] bool isCancellable() const override { return !m_isWriting; }

    void takeTurn();
    void change(const KeptMsalCache& kept);
    void replace(const Secret& text);
    void removeAll();
    void clearUp();
    void switchTo(const MsalCacheHead& head);
    void appendHead(const MsalCacheHead& head);
    void appendRemovals(const QList<MsalCacheGeneration>& generations);
    void perform(std::function<void()> then);
    void performNext();
    void end(Result<MsalCache> result);

    SecretStore& m_secrets;
    const MsalCachePlace m_place;
    Clock& m_clock;
    const Change m_change;
    QLockFile m_lock;
    int m_tries = 0;
    bool m_isWriting = false;
    MsalCacheHead m_head; ///< as it was read
    MsalCache m_cache;    ///< as it shall be
    QList<Step> m_steps;
    std::function<void()> m_then;
};

} // namespace CommKeys
