// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/secretstore.h"

namespace CommKeys {

namespace {

// Connected before the caller can be, so that the caller finds the status up to date.
JobOf<Done>* noted(JobOf<Done>* job, StoreStatus& status)
{
    return job->onFinished(&status, [&status](const Result<Done>& done) {
        if (done) {
            status.setHealth(StoreHealth::Ready);
        } else {
            status.noteFailure(done.error());
        }
    });
}

} // namespace

JobOf<Secret>* SecretStore::read(const QString& key, QObject* parent)
{
    return makeReadJob(key, parent)->onFinished(&m_status, [this](const Result<Secret>& secret) {
        if (secret) {
            m_status.noteRead();
        } else {
            m_status.noteFailure(secret.error());
        }
    });
}

JobOf<Done>* SecretStore::write(const QString& key, const Secret& secret, QObject* parent)
{
    return noted(makeWriteJob(key, secret, parent), m_status);
}

JobOf<Done>* SecretStore::remove(const QString& key, QObject* parent)
{
    return noted(makeRemoveJob(key, parent), m_status);
}

JobOf<StoreHealth>* SecretStore::probe(QObject* parent)
{
    return makeProbeJob(parent)->onFinished(&m_status, [this](const Result<StoreHealth>& health) {
        if (health) {
            m_status.setHealth(*health);
        }
    });
}

} // namespace CommKeys
