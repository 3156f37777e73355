// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcachestore.h"

#include "auth/msalcachejobs.h"

#include <QCoreApplication>

#include <utility>

namespace CommKeys {

namespace {

Error notWhole()
{
    return Error::of(
        ErrorKind::KeychainFailed,
        QCoreApplication::translate("CommKeys::MsalCacheStore", "What the keychain holds of the sign-in is damaged."),
        QCoreApplication::translate("CommKeys::MsalCacheStore", "Sign in again."));
}

/// Only what is whole counts.
class ReadJob final : public JobOf<MsalCache>
{
public:
    ReadJob(SecretStore& secrets, MsalCachePlace place, QObject* parent)
        : JobOf<MsalCache>(parent)
        , m_secrets(secrets)
        , m_place(std::move(place))
    {
    }

private:
    void run() override
    {
        (new ReadMsalCacheJob(m_secrets, m_place, this))
            ->onFinished(this, [this](const Result<KeptMsalCache>& kept) { finishWith(cacheIn(kept)); })
            ->start();
    }

    static Result<MsalCache> cacheIn(const Result<KeptMsalCache>& kept)
    {
        if (!kept) {
            return kept.error();
        }
        return kept->isWhole ? Result<MsalCache>(kept->cache) : notWhole();
    }

    SecretStore& m_secrets;
    const MsalCachePlace m_place;
};

} // namespace

MsalCacheStore::MsalCacheStore(SecretStore& secrets, const QString& owner, const QString& lockFile, Clock& clock)
    : m_secrets(secrets)
    , m_owner(owner)
    , m_lockFile(lockFile)
    , m_clock(clock)
{
}

JobOf<MsalCache>* MsalCacheStore::read(QObject* parent)
{
    return new ReadJob(m_secrets, {m_owner}, parent);
}

JobOf<MsalCache>* MsalCacheStore::change(Change change, QObject* parent)
{
    return new ChangeMsalCacheJob(m_secrets, {m_owner}, m_lockFile, m_clock, std::move(change), parent);
}

} // namespace CommKeys
