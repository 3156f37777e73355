// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keychainwatch.h"

#include "common/translated.h"
#include "session/session.h"

namespace CommKeys {

KeychainWatch::KeychainWatch(QObject* parent) : QObject(parent)
{
    translated(this, [this] {
        if (m_health) {
            emit reworded(wordsFor(*m_health).summary);
        }
    });
}

KeychainWatch::~KeychainWatch()
{
    delete m_probe; // before the session that it uses
}

void KeychainWatch::setSession(const std::shared_ptr<Session>& session)
{
    delete m_probe;
    if (m_session) {
        disconnect(&m_session->rotations(), nullptr, this, nullptr);
    }
    m_session = session;
    m_health.reset();
    emit changed({}, {});
    if (m_session) {
        connect(&m_session->rotations(), &RotationDesk::ended, this,
                [this](const CommunicationService&, const RotationOutcome& outcome) {
                    if (outcome.end == RotationEnd::NotKept) {
                        probe();
                    }
                });
    }
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
    m_health = health;
    const Words words = wordsFor(health);
    emit changed(words.summary, words.warning);
}

KeychainWatch::Words KeychainWatch::wordsFor(StoreHealth health) const
{
    const SecretStore& store = m_session->keptKeys().secrets();
    const QString name = store.displayName();
    switch (health) {
    case StoreHealth::Ready:
        if (store.outlivesProgram()) {
            return {tr("Keychain: %1 ✓").arg(name), {}};
        }
        return {tr("Keychain: none, keys stay in memory"),
                tr("There is no keychain on this computer: keys are kept in memory only, and are gone when CommKeys is "
                   "closed.")};
    case StoreHealth::Locked:
        return {tr("Keychain: %1 is locked").arg(name),
                tr("The keychain is locked: nothing can be kept or read there until you unlock it. A key that you "
                   "regenerate now stays in memory only.")};
    case StoreHealth::Missing:
        return {tr("Keychain: none"),
                tr("There is no keychain that CommKeys could use on this computer: a key that you regenerate "
                   "stays in memory only, and is gone when CommKeys is closed.")};
    case StoreHealth::Failing:
        return {tr("Keychain: %1 ✗").arg(name),
                tr("The keychain does not keep what it is given. A key that you regenerate now stays in memory "
                   "only.")};
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
