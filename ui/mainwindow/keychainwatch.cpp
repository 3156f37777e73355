// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keychainwatch.h"

#include "session/session.h"

namespace CommKeys {

KeychainWatch::~KeychainWatch()
{
    delete m_probe; // before the session that it uses
}

void KeychainWatch::setSession(const std::shared_ptr<Session>& session)
{
    delete m_probe;
    m_session = session;
    emit changed({}, {});
    probe();
}

void KeychainWatch::probe()
{
    if (m_probe || !m_session) {
        return;
    }
    JobOf<StoreHealth>* job = m_session->keptKeys().secrets().probe(this);
    m_probe = job;
    job->onFinished(this, [this](const Result<StoreHealth>& health) {
        m_probe = nullptr; // it deletes itself
        tell(health ? *health : StoreHealth::Failing);
    });
    job->start();
}

void KeychainWatch::tell(StoreHealth health)
{
    const SecretStore& store = m_session->keptKeys().secrets();
    const QString name = store.displayName();
    switch (health) {
    case StoreHealth::Ready:
        if (store.outlivesProgram()) {
            emit changed(tr("Keychain: %1 ✓").arg(name), {});
        } else {
            emit changed(tr("Keychain: none, keys stay in memory"),
                         tr("There is no keychain on this computer: keys are kept in memory only, and are gone when "
                            "CommKeys is closed."));
        }
        return;
    case StoreHealth::Locked:
        emit changed(tr("Keychain: %1 is locked").arg(name),
                     tr("The keychain is locked: nothing can be kept or read there until you unlock it. A key that you "
                        "regenerate now stays in memory only."));
        return;
    case StoreHealth::Missing:
        emit changed(tr("Keychain: none"),
                     tr("There is no keychain that CommKeys could use on this computer: a key that you regenerate "
                        "stays in memory only, and is gone when CommKeys is closed."));
        return;
    case StoreHealth::Failing:
        emit changed(tr("Keychain: %1 ✗").arg(name),
                     tr("The keychain does not keep what it is given. A key that you regenerate now stays in memory "
                        "only."));
        return;
    }
}

} // namespace CommKeys
