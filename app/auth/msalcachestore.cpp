// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcachestore.h"

#include "auth/msalcachejobs.h"
#include "core/mappedjob.h"

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
Result<MsalCache> cacheIn(const Result<KeptMsalCache>& kept)
{
    if (!kept) {
        return kept.error();
    }
    return kept->isWhole ? Result<MsalCache>(kept->cache) : notWhole();
}

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
    return new MappedJob<KeptMsalCache, MsalCache>(
        [this](QObject* owner) { return new ReadMsalCacheJob(m_secrets, {m_owner}, owner); }, cacheIn, parent);
}

JobOf<MsalCache>* MsalCacheStore::change(Change change, QObject* parent)
{
    return new ChangeMsalCacheJob(m_secrets, {m_owner}, m_lockFile, m_clock, std::move(change), parent);
}

} // namespace CommKeys
