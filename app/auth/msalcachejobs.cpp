// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcachejobs.h"

#include "core/lockholder.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// A reader that finds a new head each time has met that many changes in a row.
constexpr int mostReadings = 20;

constexpr std::chrono::milliseconds betweenTries = 50ms;
constexpr int mostTries = 10s / betweenTries;
/// Longer than a keychain may ask for its password. QLockFile sees by itself that the process of a lock has ended; this
/// is for the lock of another computer on a shared home.
constexpr std::chrono::milliseconds longestTurn = 5min;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::MsalCacheStore)
};

Error othersTurn()
{
    return Error::of(ErrorKind::Conflict, Text::tr("Another CommKeys is changing the sign-in in the keychain."),
                     Text::tr("Is it waiting for the keychain's password? Answer it, then try again."));
}

Error noLockFile(const QString& path)
{
    return Error::of(ErrorKind::KeychainFailed, Text::tr("The file %1 cannot be written.").arg(path),
                     Text::tr("It is needed to change the sign-in in the keychain. Check who may write there."));
}

Error notTheSame()
{
    return Error::of(ErrorKind::KeychainFailed,
                     Text::tr("The keychain took the sign-in and gave back something else."));
}

} // namespace

ReadMsalPiecesJob::ReadMsalPiecesJob(SecretStore& secrets, MsalCachePlace place, MsalCacheGeneration generation,
                                     QString sha256, QObject* parent)
    : JobOf<Secret>(parent)
    , m_secrets(secrets)
    , m_place(std::move(place))
    , m_generation(std::move(generation))
    , m_sha256(std::move(sha256))
{
}

void ReadMsalPiecesJob::run()
{
    const int number = static_cast<int>(m_pieces.size());
    if (number < m_generation.pieces) {
        m_secrets.read(m_place.piece(m_generation, number), this)
            ->onFinished(this, [this](const Result<Secret>& piece) { take(piece); })
            ->start();
        return;
    }
    const Secret text = joinPieces(m_pieces);
    finishWith(text.fingerprint() == m_sha256 ? text : Secret());
}

void ReadMsalPiecesJob::take(const Result<Secret>& piece)
{
    if (!piece || piece->isEmpty()) {
        finishWith(piece);
        return;
    }
    m_pieces.append(*piece);
    run();
}

ReadMsalCacheJob::ReadMsalCacheJob(SecretStore& secrets, MsalCachePlace place, QObject* parent)
    : JobOf<KeptMsalCache>(parent)
    , m_secrets(secrets)
    , m_place(std::move(place))
{
}

void ReadMsalCacheJob::readHead()
{
    m_secrets.read(m_place.head(), this)
        ->onFinished(this,
                     [this](const Result<Secret>& entry) {
                         if (entry) {
                             takeHead(*entry);
                         } else {
                             finishWith(entry.error());
                         }
                     })
        ->start();
}

void ReadMsalCacheJob::takeHead(const Secret& entry)
{
    const bool isSeenBefore = m_tries > 0 && entry == m_entry;
    m_entry = entry;
    const std::optional<MsalCacheHead> head = MsalCacheHead::decode(entry);
    m_kept = KeptMsalCache{entry.isEmpty() || head, head.value_or(MsalCacheHead()), {}};
    if (m_kept.head.current.isEmpty()) {
        finishWith(m_kept);
    } else if (isSeenBefore || m_tries == mostReadings) {
        m_kept.isWhole = false;
        finishWith(m_kept);
    } else {
        ++m_tries;
        (new ReadMsalPiecesJob(m_secrets, m_place, m_kept.head.current, m_kept.head.sha256, this))
            ->onFinished(this,
                         [this](const Result<Secret>& text) {
                             if (text) {
                                 takePieces(*text);
                             } else {
                                 finishWith(text.error());
                             }
                         })
            ->start();
    }
}

void ReadMsalCacheJob::takePieces(const Secret& text)
{
    if (text.isEmpty()) {
        readHead();
        return;
    }
    Result<MsalCache> cache = MsalCache::parse(text);
    m_kept.isWhole = cache.isOk();
    m_kept.cache = cache ? *std::move(cache) : MsalCache();
    finishWith(m_kept);
}

ChangeMsalCacheJob::ChangeMsalCacheJob(SecretStore& secrets, MsalCachePlace place, const QString& lockFile,
                                       Clock& clock, Change change, QObject* parent)
    : JobOf<MsalCache>(parent)
    , m_secrets(secrets)
    , m_place(std::move(place))
    , m_clock(clock)
    , m_change(std::move(change))
    , m_lock(lockFile)
{
    m_lock.setStaleLockTime(static_cast<int>(longestTurn.count()));
}

void ChangeMsalCacheJob::takeTurn()
{
    if (!isOpen()) {
        return;
    }
    if (m_lock.fileName().isEmpty() || tryLockNow(m_lock)) {
        (new ReadMsalCacheJob(m_secrets, m_place, this))
            ->onFinished(this,
                         [this](const Result<KeptMsalCache>& kept) {
                             if (kept) {
                                 change(*kept);
                             } else {
                                 end(kept.error());
                             }
                         })
            ->start();
    } else if (m_lock.error() != QLockFile::LockFailedError) {
        end(noLockFile(m_lock.fileName()));
    } else if (++m_tries > mostTries) {
        end(othersTurn());
    } else {
        m_clock.callAfter(betweenTries, this, [this] { takeTurn(); });
    }
}

void ChangeMsalCacheJob::change(const KeptMsalCache& kept)
{
    m_head = kept.head;
    m_cache = kept.cache;
    if (!kept.isWhole && !m_head.current.isEmpty()) {
        m_head.leftovers.append(std::exchange(m_head.current, {}));
    }
    const Secret before = m_cache.toJson();
    m_change(m_cache);
    const Secret after = m_cache.toJson();
    m_isWriting = true;
    if (m_cache.isEmpty()) {
        removeAll(); // without a head, too: its removal may have been cut short
    } else if (after != before) {
        replace(after);
    } else {
        clearUp();
    }
}

/// The order that makes a change whole or not at all: what nobody counts any more goes; the head names the new pieces
/// as leftovers, so that they are found if nothing comes after them; the pieces, read back; the head says that they
/// count, and the old ones no more.
void ChangeMsalCacheJob::replace(const Secret& text)
{
    const QList<Secret> pieces = cutIntoPieces(text);
    MsalCacheHead next{MsalCacheGeneration::fresh(static_cast<int>(pieces.size())), text.fingerprint(), {}};
    appendRemovals(m_head.leftovers);
    appendHead({m_head.current, m_head.sha256, {next.current}});
    for (int number = 0; number < next.current.pieces; ++number) {
        m_steps.append({m_place.piece(next.current, number), pieces.at(number)});
    }
    if (!m_head.current.isEmpty()) {
        next.leftovers.append(m_head.current);
    }
    perform([this, next] {
        (new ReadMsalPiecesJob(m_secrets, m_place, next.current, next.sha256, this))
            ->onFinished(this,
                         [this, next](const Result<Secret>& found) {
                             if (found && !found->isEmpty()) {
                                 switchTo(next);
                             } else {
                                 end(found ? notTheSame() : found.error());
                             }
                         })
            ->start();
    });
}

void ChangeMsalCacheJob::switchTo(const MsalCacheHead& head)
{
    appendHead(head);
    if (!head.leftovers.isEmpty()) {
        appendRemovals(head.leftovers);
        appendHead({head.current, head.sha256, {}});
    }
    perform([this] { end(m_cache); });
}

void ChangeMsalCacheJob::removeAll()
{
    QList<MsalCacheGeneration> all = m_head.leftovers;
    if (!m_head.current.isEmpty()) {
        all.append(m_head.current);
        appendHead({{}, {}, all});
    }
    appendRemovals(all);
    m_steps.append({m_place.head(), {}});
    perform([this] { end(m_cache); });
}

void ChangeMsalCacheJob::clearUp()
{
    if (!m_head.leftovers.isEmpty()) {
        appendRemovals(m_head.leftovers);
        appendHead({m_head.current, m_head.sha256, {}});
    }
    perform([this] { end(m_cache); });
}

void ChangeMsalCacheJob::appendHead(const MsalCacheHead& head)
{
    m_steps.append({m_place.head(), head.encode()});
}

void ChangeMsalCacheJob::appendRemovals(const QList<MsalCacheGeneration>& generations)
{
    for (const MsalCacheGeneration& generation : generations) {
        for (int number = 0; number < generation.pieces; ++number) {
            m_steps.append({m_place.piece(generation, number), {}});
        }
    }
}

void ChangeMsalCacheJob::perform(std::function<void()> then)
{
    m_then = std::move(then);
    performNext();
}

void ChangeMsalCacheJob::performNext()
{
    if (m_steps.isEmpty()) {
        std::exchange(m_then, nullptr)();
        return;
    }
    const Step step = m_steps.takeFirst();
    JobOf<Done>* const job =
        step.value.isEmpty() ? m_secrets.remove(step.key, this) : m_secrets.write(step.key, step.value, this);
    job->onFinished(this,
                    [this](const Result<Done>& done) {
                        if (done) {
                            performNext();
                        } else {
                            end(done.error());
                        }
                    })
        ->start();
}

void ChangeMsalCacheJob::end(Result<MsalCache> result)
{
    // Now, not when this job is destroyed: who asks for the next change in a slot of finished() shall have their turn.
    m_lock.unlock();
    finishWith(std::move(result));
}

} // namespace CommKeys
