// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keychainwatch.h"

#include "common/translated.h"
#include "session/session.h"

namespace CommKeys {

KeychainWatch::KeychainWatch(QObject* parent) : QObject(parent)
{
    translated(this, [this] {
        if (!m_session) {
            return;
        }
        if (const std::optional<StoreHealth> health = m_session->keptKeys().secrets().status().health()) {
            emit reworded(wordsFor(*health).summary);
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
    disconnectSession();
    m_session = session;
    publish();
    if (m_session) {
        connect(&m_session->keptKeys().secrets().status(), &StoreStatus::changed, this, &KeychainWatch::publish);
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
    job->onFinished(this, [this](const Result<StoreHealth>&) {
        m_probe = nullptr; // it deletes itself
        // Also when nothing has changed: the warning was dismissed when the person asked for another try.
        publish();
    });
    job->start();
}

void KeychainWatch::disconnectSession()
{
    if (m_session) {
        disconnect(&m_session->keptKeys().secrets().status(), nullptr, this, nullptr);
    }
}

void KeychainWatch::publish()
{
    std::optional<StoreHealth> health;
    if (m_session) {
        health = m_session->keptKeys().secrets().status().health();
    }
    const Words words = health ? wordsFor(*health) : Words();
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
                tr("Your keychain is locked. Unlock it to see saved keys, to save keys and to regenerate keys.")};
    case StoreHealth::Missing:
        return {tr("Keychain: none"),
                tr("CommKeys found no keychain on this computer. A key that you regenerate is in memory only until you "
                   "quit CommKeys.")};
    case StoreHealth::Failing:
        return {
            tr("Keychain: %1 ✗").arg(name),
            tr("Your keychain isn't saving data. A key that you regenerate is in memory only until you quit "
               "CommKeys. If trying again doesn't help, copy keys that are only in memory, then restart CommKeys.")};
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
