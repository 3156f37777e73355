// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/memorystore.h"

#include "core/finishedjob.h"

#include <QCoreApplication>

namespace CommKeys {

QString MemoryStore::displayName() const
{
    //: The place where keys are kept when there is no keychain
    return QCoreApplication::translate("CommKeys::MemoryStore", "memory");
}

JobOf<Secret>* MemoryStore::makeReadJob(const QString& key, QObject* parent)
{
    return new FinishedJob<Secret>(m_secrets.value(key), parent);
}

JobOf<Done>* MemoryStore::makeWriteJob(const QString& key, const Secret& secret, QObject* parent)
{
    m_secrets.insert(key, secret);
    return new FinishedJob<Done>(Done{}, parent);
}

JobOf<Done>* MemoryStore::makeRemoveJob(const QString& key, QObject* parent)
{
    m_secrets.remove(key);
    return new FinishedJob<Done>(Done{}, parent);
}

JobOf<StoreHealth>* MemoryStore::makeProbeJob(QObject* parent)
{
    return new FinishedJob<StoreHealth>(StoreHealth::Ready, parent);
}

} // namespace CommKeys
