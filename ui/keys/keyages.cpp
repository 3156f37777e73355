// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyages.h"

#include "azure/subscription.h"
#include "common/relativetime.h"

#include <QLocale>

namespace CommKeys {

namespace {

/// As far back as the service keeps the log.
constexpr qint64 daysOfLog = 90;

} // namespace

KeyAges::KeyAges(QObject* parent) : QObject(parent) {}

KeyAges::~KeyAges()
{
    setSession(nullptr);
}

void KeyAges::setSession(const std::shared_ptr<Session>& session)
{
    if (m_session) {
        qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
        disconnect(&m_session->journal(), nullptr, this, nullptr);
    }
    m_events.clear();
    m_session = session;
    if (m_session) {
        connect(&m_session->journal(), &RotationJournal::changed, this, &KeyAges::changed);
    }
}

void KeyAges::look(const CommunicationService& resource)
{
    const SubscriptionId subscription = resource.id.subscription();
    if (!m_session || m_events.contains(subscription)) {
        return;
    }
    m_events.insert(subscription, std::nullopt);
    Subscription in;
    in.id = subscription;
    in.tenant = resource.tenant;
    m_session->arm()
        .listKeyRegenerations(in, m_session->clock().utcNow().addDays(-daysOfLog), this)
        ->onFinished(this,
                     [this, subscription](const Result<QList<KeyRegenerationEvent>>& events) {
                         if (events) {
                             m_events.insert(subscription, *events);
                             emit changed();
                         }
                     })
        ->start();
}

QString KeyAges::sentence(const ResourceId& resource, KeyType type) const
{
    const std::optional<LastRegeneration> found = last(resource, type);
    if (!found) {
        const bool isLogRead = m_events.value(resource.subscription()).has_value();
        return isLogRead ? tr("Not regenerated in the last %1 days").arg(QLocale().toString(daysOfLog)) : QString();
    }
    const QString when = relativeTime(found->timeUtc, m_session->clock().utcNow());
    if (!found->isOfThisKey) {
        //: %1: "12 days ago". %2: somebody's name
        return tr("One of the two keys was regenerated %1 by %2").arg(when, found->who);
    }
    //: %1: "12 days ago". %2: somebody's name
    return found->who.isEmpty() ? tr("Regenerated %1").arg(when) : tr("Regenerated %1 by %2").arg(when, found->who);
}

QString KeyAges::explanation(const ResourceId& resource, KeyType type) const
{
    const std::optional<LastRegeneration> found = last(resource, type);
    const QString lag =
        tr("From Azure's Activity Log, which reaches back 90 days and is some minutes behind, and from the history of "
           "this computer.");
    return found ? QLocale().toString(found->timeUtc.toLocalTime(), QLocale::LongFormat) + u'\n' + lag : lag;
}

std::optional<LastRegeneration> KeyAges::last(const ResourceId& resource, KeyType type) const
{
    if (!m_session) {
        return std::nullopt;
    }
    QList<RotationRecord> here;
    const QList<RotationRecord> records = m_session->journal().records();
    for (const RotationRecord& record : records) {
        if (record.armHost.compare(m_session->rotations().armHost(), Qt::CaseInsensitive) == 0) {
            here.append(record);
        }
    }
    return lastRegeneration(resource, type,
                            m_events.value(resource.subscription()).value_or(QList<KeyRegenerationEvent>()), here);
}

} // namespace CommKeys
