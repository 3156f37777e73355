// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/resourcekeys.h"

#include "rotation/keptkeyfrom.h"

#include <array>
#include <utility>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::array bothTypes{KeyType::Primary, KeyType::Secondary};

/// Azure was seen to return a replaced key for minutes. Each fetch is written to the Activity Log, so there are few.
constexpr std::array<std::chrono::milliseconds, 4> nextTries{5s, 15s, 45s, 2min};

} // namespace

ResourceKeys::ResourceKeys(std::shared_ptr<Session> session, const CommunicationService& resource, QObject* parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_resource(resource)
    , m_jobs(std::make_unique<QObject>())
{
}

ResourceKeys::~ResourceKeys() = default;

void ResourceKeys::read()
{
    if (m_activity != Activity::None) {
        return;
    }
    m_isForgotten = false;
    setActivity(Activity::Reading);
    m_session->keptKeys()
        .read(m_resource.id, m_jobs.get())
        ->onFinished(this, [this](const Result<KeptKeys>& entry) { readEnded(entry); })
        ->start();
}

void ResourceKeys::readEnded(const Result<KeptKeys>& entry)
{
    if (entry) {
        m_keychainRead = true;
        for (const KeyType type : bothTypes) {
            if (entry->at(type)) {
                takeKept(type, *entry->at(type), entry->identity);
            }
        }
    } else {
        emit readFailed(entry.error());
    }
    setActivity(Activity::None);
    if (std::exchange(m_fetchIsNext, false)) {
        fetch();
    }
}

void ResourceKeys::takeKept(KeyType type, const KeptKey& kept, const ResourceIdentity& of)
{
    // The store hands out what it holds in memory together with what the keychain holds.
    const bool isKept = !m_session->keptKeys().unsaved(m_resource.id).at(type);
    std::optional<KnownKey>& key = known(type);
    if (key && isSameKey(key->value, kept)) {
        key->isKept = isKept;
        fillIn(key->value, kept);
        addFormer(key->value, kept.former);
    } else if (!key || m_session->keptKeys().freshness(m_resource.id, type, kept, of, key->value, key->of) ==
                           Freshness::Newer) {
        key = KnownKey{kept, isKept, false, of};
    }
}

void ResourceKeys::fetch()
{
    m_fetchIsNext = m_activity == Activity::Reading;
    if (m_activity == Activity::None) {
        m_tries = 0;
        fetchNow();
    }
}

void ResourceKeys::fetchNow()
{
    ++m_tryGeneration;
    m_isForgotten = false;
    setActivity(Activity::Fetching);
    auto* job = m_session->arm().listKeys(m_resource, m_jobs.get());
    m_fetchJob = job;
    connect(job, &Job::waitingToRetry, this, &ResourceKeys::waitingToRetry);
    job->onFinished(this, [this](const Result<CommunicationServiceKeys>& keys) { fetchEnded(keys); })->start();
}

void ResourceKeys::cancelFetch()
{
    m_fetchIsNext = false;
    ++m_tryGeneration;
    if (m_fetchJob) {
        m_fetchJob->cancel();
    }
}

void ResourceKeys::fetchEnded(const Result<CommunicationServiceKeys>& keys)
{
    m_activity = Activity::None;
    if (!keys) {
        emit changed();
        emit fetchFailed(keys.error());
        return;
    }
    QList<KeyType> older;
    for (const KeyType type : bothTypes) {
        if (!takeListed(type, keys->at(type))) {
            older.append(type);
        }
    }
    emit changed();
    keep();
    emit fetched();
    if (!older.isEmpty()) {
        tryAgainLater(older);
    }
}

void ResourceKeys::tryAgainLater(const QList<KeyType>& older)
{
    if (m_tries >= nextTries.size()) {
        emit fetchedOlder(older, std::nullopt);
        return;
    }
    const std::chrono::milliseconds wait = nextTries.at(m_tries++);
    m_session->clock().callAfter(wait, this, [this, generation = ++m_tryGeneration] {
        if (generation == m_tryGeneration && m_activity == Activity::None) {
            fetchNow();
        }
    });
    emit fetchedOlder(older, wait);
}

bool ResourceKeys::takeListed(KeyType type, const AccessKey& listed)
{
    if (listed.isEmpty()) {
        return true;
    }
    const KeptKey key = keptKeyFrom(listed, utcNow());
    const std::optional<KnownKey>& old = known(type);
    const Freshness freshness = m_session->keptKeys().freshness(m_resource.id, type, key, m_resource.identity(),
                                                                old ? std::optional(old->value) : std::nullopt,
                                                                old ? old->of : ResourceIdentity());
    if (freshness == Freshness::Older) {
        return false;
    }
    take(type, listed, false);
    return true;
}

void ResourceKeys::update(const CommunicationService& resource)
{
    m_resource = resource;
}

void ResourceKeys::keepAgain()
{
    if (m_activity == Activity::None) {
        keep();
    }
}

void ResourceKeys::forget()
{
    cancelFetch();
    if (m_activity == Activity::Reading) {
        m_jobs = std::make_unique<QObject>();
        m_activity = Activity::None;
    }
    m_isForgotten = true;
    m_keychainRead = false;
    dropKept();
    emit changed();
}

void ResourceKeys::dropKept()
{
    for (const KeyType type : bothTypes) {
        if (known(type) && known(type)->isKept) {
            known(type).reset();
        }
    }
}

void ResourceKeys::leave()
{
    cancelFetch();
    if (m_activity == Activity::Keeping) {
        connect(this, &ResourceKeys::changed, this, &QObject::deleteLater);
    } else {
        deleteLater();
    }
}

void ResourceKeys::keep()
{
    KeptKeys news;
    news.resource = m_resource.id;
    news.identity = m_resource.identity();
    for (const KeyType type : bothTypes) {
        if (known(type) && !known(type)->isKept) {
            news.at(type) = known(type)->value;
        }
    }
    if (news.isEmpty()) {
        return;
    }
    setActivity(Activity::Keeping);
    m_session->keptKeys()
        .keep(news, m_jobs.get())
        ->onFinished(this, [this](const Result<KeptKeys>& entry) { keepEnded(entry); })
        ->start();
}

void ResourceKeys::keepEnded(const Result<KeptKeys>& entry)
{
    m_activity = Activity::None;
    if (!entry) {
        emit changed();
        emit keepFailed(entry.error());
        return;
    }
    m_keychainRead = true;
    for (const KeyType type : bothTypes) {
        const std::optional<KeptKey>& kept = entry->at(type);
        // A regeneration may have ended while this was being kept; then it is another key that is known now.
        if (kept && known(type) && isSameKey(*kept, known(type)->value)) {
            known(type)->isKept = true;
            fillIn(known(type)->value, *kept);
            addFormer(known(type)->value, kept->former);
        } else if (kept && known(type) && !known(type)->isKept) {
            takeKept(type, *kept, entry->identity); // another process has stored a newer one
        }
    }
    if (m_isForgotten) {
        m_keychainRead = false;
        dropKept();
    }
    m_session->rotations().noteKept(*entry);
    emit changed();
    emit kept();
}

void ResourceKeys::learn(const RotationOutcome& outcome)
{
    // An answer that is still under way may tell of the key as it was before.
    cancelFetch();
    if (outcome.hasNewKey()) {
        take(outcome.type, outcome.newKey, outcome.end == RotationEnd::Kept);
        learnOther(outcome);
    } else if (outcome.end == RotationEnd::Unclear && known(outcome.type)) {
        known(outcome.type)->isCurrent = false;
    }
    if (m_isForgotten) {
        dropKept();
    }
    emit changed();
}

void ResourceKeys::learnOther(const RotationOutcome& outcome)
{
    const KeyType type = other(outcome.type);
    // The regeneration has stored it, where it was stored before.
    const bool wasKept = known(type) && known(type)->isKept;
    if (known(type) && takeListed(type, outcome.otherKey) && !outcome.otherKey.isEmpty()) {
        known(type)->isKept = wasKept && outcome.end == RotationEnd::Kept;
    }
}

std::optional<KnownKey>& ResourceKeys::known(KeyType type)
{
    return type == KeyType::Primary ? m_primary : m_secondary;
}

void ResourceKeys::take(KeyType type, const AccessKey& news, bool isKept)
{
    if (news.isEmpty()) {
        return;
    }
    KnownKey key;
    key.value = keptKeyFrom(news, utcNow());
    key.isKept = isKept;
    key.isCurrent = true;
    key.of = m_resource.identity();
    if (known(type) && isSameKey(known(type)->value, key.value)) {
        fillIn(key.value, known(type)->value);
        key.value.former = known(type)->value.former;
    } else if (known(type)) {
        addFormer(key.value, QList<FormerKey>{{formerFingerprint(keyOf(known(type)->value)), utcNow(), false}} +
                                 known(type)->value.former);
    }
    known(type) = key;
}

void ResourceKeys::setActivity(Activity activity)
{
    m_activity = activity;
    emit changed();
}

} // namespace CommKeys
