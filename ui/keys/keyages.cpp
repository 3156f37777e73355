// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyages.h"

#include "azure/pagedlistjob.h"
#include "common/relativetime.h"

#include <QLocale>

namespace CommKeys {

namespace {

/// Beside what a person does meanwhile, and far from ARM's limits.
constexpr int mostAtOnce = 4;

QSet<SubscriptionId> subscriptionsOf(const QList<CommunicationService>& resources)
{
    QSet<SubscriptionId> all;
    for (const CommunicationService& resource : resources) {
        all.insert(resource.id.subscription());
    }
    return all;
}

} // namespace

KeyAges::KeyAges(QObject* parent) : QObject(parent) {}

KeyAges::~KeyAges()
{
    setSession(nullptr);
}

void KeyAges::setSession(const std::shared_ptr<Session>& session)
{
    stop();
    if (m_session) {
        disconnect(&m_session->journal(), nullptr, this, nullptr);
    }
    m_events.clear();
    m_asked.clear();
    m_session = session;
    if (m_session) {
        connect(&m_session->journal(), &RotationJournal::changed, this, [this] {
            emit journalChanged();
            emit changed();
        });
    }
}

void KeyAges::look(const CommunicationService& resource)
{
    if (m_session && !m_asked.contains(resource.id.subscription())) {
        ask({subscriptionOf(resource), !resource.createdUtc.isValid()});
    }
}

void KeyAges::lookAt(const QList<Question>& questions)
{
    stop();
    m_asked.clear();
    if (!m_session) {
        return;
    }
    for (const Question& question : questions) {
        m_asked.insert(question.subscription.id);
        m_waiting.enqueue(question);
    }
    askMore();
}

void KeyAges::stop()
{
    qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
    m_running = 0;
    m_waiting.clear();
    // What was cut off may be asked for again.
    const QList<SubscriptionId> read = m_events.keys();
    m_asked.intersect(QSet<SubscriptionId>(read.begin(), read.end()));
}

void KeyAges::askMore()
{
    while (m_running < mostAtOnce && !m_waiting.isEmpty()) {
        ask(m_waiting.dequeue());
    }
}

void KeyAges::ask(const Question& question)
{
    m_asked.insert(question.subscription.id);
    ++m_running;
    const QDateTime since = m_session->clock().utcNow().addDays(-daysOfActivityLog);
    m_session->arm()
        .listKeyRegenerations(question.subscription, since, this)
        ->onFinished(this,
                     [this, question](const Result<QList<KeyRegenerationEvent>>& events) { take(question, events); })
        ->start();
}

void KeyAges::take(const Question& question, const Result<QList<KeyRegenerationEvent>>& events)
{
    if (events) {
        m_events.insert(question.subscription.id, *events);
    }
    // Without the log the day on which a resource was made tells nothing.
    if (events && question.wantsDates) {
        askForDates(question.subscription);
    } else {
        oneDone(question.subscription.id);
    }
}

void KeyAges::askForDates(const Subscription& subscription)
{
    m_session->arm()
        .listCommunicationServices(subscription, this)
        ->onFinished(this,
                     [this, id = subscription.id](const Result<QList<CommunicationService>>& resources) {
                         if (resources) {
                             emit dated(*resources);
                         }
                         oneDone(id);
                     })
        ->start();
}

void KeyAges::oneDone(const SubscriptionId& subscription)
{
    --m_running;
    askMore();
    emit answered(subscription);
    emit changed();
}

QString KeyAges::sentence(const CommunicationService& resource, KeyType type) const
{
    const std::optional<LastRegeneration> found = last(resource, type);
    if (!found) {
        const bool isLogRead = m_events.contains(resource.id.subscription());
        return isLogRead ? tr("Not regenerated in the last %1 days").arg(QLocale().toString(daysOfActivityLog))
                         : QString();
    }
    const QString when = relativeTime(found->timeUtc, m_session->clock().utcNow());
    if (!found->isOfThisKey) {
        //: %1: "12 days ago". %2: somebody's name
        return tr("One of the two keys was regenerated %1 by %2").arg(when, found->who);
    }
    //: %1: "12 days ago". %2: somebody's name
    return found->who.isEmpty() ? tr("Regenerated %1").arg(when) : tr("Regenerated %1 by %2").arg(when, found->who);
}

QString KeyAges::explanation(const CommunicationService& resource, KeyType type) const
{
    const std::optional<LastRegeneration> found = last(resource, type);
    const QString lag =
        tr("From Azure's Activity Log, which reaches back 90 days and is some minutes behind, and from the history of "
           "this computer.");
    return found ? QLocale().toString(found->timeUtc.toLocalTime(), QLocale::LongFormat) + u'\n' + lag : lag;
}

std::optional<LastRegeneration> KeyAges::last(const CommunicationService& resource, KeyType type) const
{
    if (!m_session) {
        return std::nullopt;
    }
    return lastRegeneration(resource.id, type, m_events.value(resource.id.subscription()), recordsOfCloud(),
                            resource.createdUtc);
}

KeyStanding KeyAges::standing(const CommunicationService& resource, KeyType type, const KnownKey& key) const
{
    if (!m_session) {
        return {};
    }
    const KeptKeysStore& kept = m_session->keptKeys();
    return standingOf({resource.id, type, key.value, key.of, resource.identity(),
                       kept.replacementOf(resource.id, type, key.value), m_events.value(resource.id.subscription()),
                       recordsOfCloud()});
}

QHash<ResourceId, KeyAge> KeyAges::olderKeys(const QList<CommunicationService>& resources) const
{
    QHash<ResourceId, KeyAge> ages;
    if (!m_session) {
        return ages;
    }
    QHash<ResourceId, QList<KeyRegenerationEvent>> events;
    for (const SubscriptionId& subscription : subscriptionsOf(resources)) {
        for (const KeyRegenerationEvent& event : m_events.value(subscription)) {
            events[event.resource].append(event);
        }
    }
    QHash<ResourceId, QList<RotationRecord>> records;
    const QList<RotationRecord> here = recordsOfCloud();
    for (const RotationRecord& record : here) {
        records[record.resource].append(record);
    }
    const QDateTime now = m_session->clock().utcNow();
    for (const CommunicationService& resource : resources) {
        KeyAgeFacts facts{resource.id, resource.createdUtc, std::nullopt, records.value(resource.id)};
        if (m_events.contains(resource.id.subscription())) {
            facts.events = events.value(resource.id);
        }
        ages.insert(resource.id, olderKeyAge(facts, now));
    }
    return ages;
}

QList<KeyRegenerationEvent> KeyAges::events() const
{
    QList<KeyRegenerationEvent> all;
    for (const QList<KeyRegenerationEvent>& events : m_events) {
        all.append(events);
    }
    return all;
}

QSet<ResourceId> KeyAges::resourcesInJournal() const
{
    QSet<ResourceId> resources;
    const QList<RotationRecord> here = m_session ? recordsOfCloud() : QList<RotationRecord>();
    for (const RotationRecord& record : here) {
        resources.insert(record.resource);
    }
    return resources;
}

QList<RotationRecord> KeyAges::recordsOfCloud() const
{
    QList<RotationRecord> here = m_session->journal().records();
    here.removeIf([this](const RotationRecord& record) {
        return record.armHost.compare(m_session->rotations().armHost(), Qt::CaseInsensitive) != 0;
    });
    return here;
}

} // namespace CommKeys
