// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/keyagewatch.h"

#include "keys/keyages.h"
#include "resourcelist/resourcelistmodel.h"

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// One for each subscription in which there are resources.
QList<KeyAges::Question> questionsAbout(const ResourceListModel& resources)
{
    QList<KeyAges::Question> questions;
    QHash<SubscriptionId, qsizetype> places;
    qsizetype place = -1; // of the last one, for those of one subscription mostly stand side by side
    for (int row = 0; row < resources.rowCount(); ++row) {
        const CommunicationService& resource = resources.resource(row);
        const SubscriptionId& subscription = resource.id.subscription();
        if (place < 0 || !(questions.at(place).subscription.id == subscription)) {
            place = places.value(subscription, questions.size());
        }
        if (place == questions.size()) {
            questions.append({subscriptionOf(resource), false});
            places.insert(subscription, place);
        }
        questions[place].wantsDates |= !resource.createdUtc.isValid();
    }
    return questions;
}

} // namespace

KeyAgeWatch::KeyAgeWatch(KeyAges& ages, ResourceListModel& resources, QObject* parent)
    : QObject(parent)
    , m_ages(ages)
    , m_resources(resources)
{
    connect(&ages, &KeyAges::dated, &resources, &ResourceListModel::setCreated);
    connect(&ages, &KeyAges::answered, this, [this](const SubscriptionId& subscription) {
        m_answered.insert(subscription);
        tellSoon();
    });
    connect(&ages, &KeyAges::journalChanged, this, [this] {
        m_hasJournalNews = true;
        tellSoon();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &KeyAgeWatch::tell);
    connect(&m_hour, &QTimer::timeout, this, &KeyAgeWatch::tell);
    m_hour.start(1h);
}

void KeyAgeWatch::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_hasLooked = false;
}

void KeyAgeWatch::applySettings(const Settings& settings)
{
    m_dueDays = settings.keyAgeReminderDays;
    tell();
}

void KeyAgeWatch::look()
{
    m_hasLooked = true;
    m_hasJournalNews = true; // to whoever is new in the list
    m_ages.lookAt(questionsAbout(m_resources));
    tell();
}

void KeyAgeWatch::stop()
{
    m_ages.stop();
}

void KeyAgeWatch::tellSoon()
{
    if (!m_ages.isLooking()) {
        tell();
    } else if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void KeyAgeWatch::tell()
{
    m_soon.stop();
    if (!m_session) {
        return;
    }
    m_resources.setKeyAges(m_ages.olderKeys(resourcesToTell()), m_session->clock().utcNow(), m_dueDays);
    m_answered.clear();
    m_hasJournalNews = false;
    // A number that grows while it is read is worse than one that comes a moment later.
    if (m_hasLooked && !m_ages.isLooking()) {
        emit counted(m_resources.dueCount(), m_dueDays);
    }
}

QList<CommunicationService> KeyAgeWatch::resourcesToTell() const
{
    QList<CommunicationService> told;
    SubscriptionId last; // those of one subscription mostly stand side by side
    bool isLastAnswered = false;
    for (int row = 0; !m_answered.isEmpty() && row < m_resources.rowCount(); ++row) {
        const CommunicationService& resource = m_resources.resource(row);
        if (!(resource.id.subscription() == last)) {
            last = resource.id.subscription();
            isLastAnswered = m_answered.contains(last);
        }
        if (isLastAnswered) {
            told.append(resource);
        }
    }
    for (const ResourceId& id : m_hasJournalNews ? m_ages.resourcesInJournal() : QSet<ResourceId>()) {
        const std::optional<int> row = m_resources.rowOf(id);
        if (row && !m_answered.contains(id.subscription())) {
            told.append(m_resources.resource(*row));
        }
    }
    return told;
}

} // namespace CommKeys
