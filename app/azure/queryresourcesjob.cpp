// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/queryresourcesjob.h"

#include "azure/armjson.h"
#include "core/offthread.h"

#include <algorithm>
#include <utility>

namespace CommKeys {

namespace {

/// Where reading is slower than the network, answers do not pile up.
constexpr int mostReading = 3;

QList<SubscriptionId> idsOf(const QList<Subscription>& subscriptions)
{
    QList<SubscriptionId> ids;
    for (const Subscription& subscription : subscriptions) {
        ids.append(subscription.id);
    }
    return ids;
}

} // namespace

QueryResourcesJob::QueryResourcesJob(HttpContext http, HttpRequest request, const QList<Subscription>& in,
                                     QObject* parent)
    : JobOf<qsizetype>(parent)
    , m_http(http)
    , m_request(std::move(request))
    , m_question(idsOf(in))
{
    for (const Subscription& subscription : in) {
        m_subscriptions.insert(subscription.id, subscription);
    }
}

void QueryResourcesJob::run()
{
    m_next = QString();
    askNext();
}

void QueryResourcesJob::askNext()
{
    if (!m_next || m_reading >= mostReading) {
        return;
    }
    m_request.body = m_question.body(*std::exchange(m_next, std::nullopt));
    auto* job = new HttpJob(m_http, m_request, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<HttpAnswer>& answer) {
                        if (answer) {
                            take(*answer);
                        } else {
                            end(answer.error());
                        }
                    })
        ->start();
}

void QueryResourcesJob::take(const HttpAnswer& answer)
{
    read(answer.body);
    const QString next = ResourceGraph::skipTokenOf(answer.body);
    if (next.isEmpty()) {
        end(std::nullopt);
        return;
    }
    if (m_visited.contains(next)) {
        end(ArmJson::neverEndingList());
        return;
    }
    m_visited.insert(next);
    const std::chrono::milliseconds pause = ResourceGraph::pauseAfter(answer);
    const auto goOn = [this, next] {
        m_next = next;
        askNext();
    };
    if (pause.count() == 0) {
        goOn();
    } else {
        m_http.clock.callAfter(pause, this, goOn);
    }
}

void QueryResourcesJob::read(const QByteArray& body)
{
    ++m_reading;
    offThread(
        *QThreadPool::globalInstance(), this, [body, in = m_subscriptions] { return resourcesOf(body, in); },
        [this](const Resources& resources) {
            --m_reading;
            if (isOpen()) {
                tell(resources);
            }
        });
}

void QueryResourcesJob::tell(const Resources& resources)
{
    if (!resources) {
        finishWith(resources.error());
        return;
    }
    m_count += resources->items.size();
    m_unreadable.append(resources->unreadable);
    for (const CommunicationService& resource : resources->items) {
        m_nonEmpty.insert(resource.id.subscription());
    }
    m_hasFound = true;
    emit found(resources->items);
    emit progressed(static_cast<int>(m_count), static_cast<int>(std::max(m_count, resources->total)));
    if (m_hasAllAnswers && m_reading == 0) {
        end(m_error);
    } else {
        askNext();
    }
}

// What has come is told first.
void QueryResourcesJob::end(const std::optional<Error>& error)
{
    m_hasAllAnswers = true;
    m_error = error;
    if (m_reading > 0) {
        return;
    }
    if (m_error) {
        finishWith(*m_error);
    } else {
        finishWith(m_count);
    }
}

QueryResourcesJob::Resources QueryResourcesJob::resourcesOf(const QByteArray& body, const Subscriptions& in)
{
    Result<Page<CommunicationService>> page = ResourceGraph::parsePage(body);
    if (!page) {
        return page.error();
    }
    QList<CommunicationService>& rows = page->items;
    rows.removeIf([&in](const CommunicationService& row) { return !in.contains(row.id.subscription()); });
    for (CommunicationService& row : rows) {
        const Subscription& subscription = *in.constFind(row.id.subscription());
        row.tenant = subscription.tenant;
        row.subscriptionName = subscription.displayName;
    }
    shareTexts(rows);
    return page;
}

} // namespace CommKeys
