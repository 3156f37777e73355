// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/resourcekeys.h"

#include <array>
#include <utility>

namespace CommKeys {

namespace {

constexpr std::array bothTypes{KeyType::Primary, KeyType::Secondary};

// What one of the two lacks cannot tell them apart, but they must have something in common.
bool isSameKey(const KeptKey& a, const KeptKey& b)
{
    const bool bothKeys = !a.key.isEmpty() && !b.key.isEmpty();
    const bool bothStrings = !a.connectionString.isEmpty() && !b.connectionString.isEmpty();
    return (bothKeys || bothStrings) && (!bothKeys || a.key == b.key) &&
           (!bothStrings || a.connectionString == b.connectionString);
}

void fillIn(KeptKey& key, const KeptKey& from)
{
    if (key.key.isEmpty()) {
        key.key = from.key;
    }
    if (key.connectionString.isEmpty()) {
        key.connectionString = from.connectionString;
    }
}

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
                takeKept(type, *entry->at(type));
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

void ResourceKeys::takeKept(KeyType type, const KeptKey& kept)
{
    // The store hands out what it holds in memory together with what the keychain holds.
    const bool isKept = !m_session->keptKeys().unsaved(m_resource.id).at(type);
    std::optional<KnownKey>& key = known(type);
    if (key && isSameKey(key->value, kept)) {
        key->isKept = isKept;
        fillIn(key->value, kept);
    } else if (!key || key->value.keptAtUtc <= kept.keptAtUtc) {
        key = KnownKey{kept, isKept, false};
    }
}

void ResourceKeys::fetch()
{
    m_fetchIsNext = m_activity == Activity::Reading;
    if (m_activity != Activity::None) {
        return;
    }
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
    for (const KeyType type : bothTypes) {
        take(type, keys->at(type), false);
    }
    keep();
    emit fetched();
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
        // A regeneration may have ended while this was being kept; then it is another key that is known now.
        if (entry->at(type) && known(type) && isSameKey(*entry->at(type), known(type)->value)) {
            known(type)->isKept = true;
            fillIn(known(type)->value, *entry->at(type));
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
    } else if (outcome.end == RotationEnd::Unclear && known(outcome.type)) {
        known(outcome.type)->isCurrent = false;
    }
    emit changed();
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
    key.value.key = news.key.value_or(Secret());
    key.value.connectionString = news.connectionString.value_or(Secret());
    key.value.keptAtUtc = utcNow();
    key.isKept = isKept;
    key.isCurrent = true;
    if (known(type) && isSameKey(known(type)->value, key.value)) {
        fillIn(key.value, known(type)->value);
    }
    known(type) = key;
}

void ResourceKeys::setActivity(Activity activity)
{
    m_activity = activity;
    emit changed();
}

} // namespace CommKeys
