// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/queryresourcesjob.h"

#include "azure/armjson.h"
#include "azure/resourcegraph.h"

namespace CommKeys {

QueryResourcesJob::QueryResourcesJob(HttpContext http, HttpRequest request, const QList<Subscription>& in,
                                     QObject* parent)
    : JobOf<QList<CommunicationService>>(parent)
    , m_http(http)
    , m_request(std::move(request))
{
    for (const Subscription& subscription : in) {
        m_ids.append(subscription.id);
        m_subscriptions.insert(subscription.id, subscription);
    }
}

void QueryResourcesJob::run()
{
    ask({});
}

void QueryResourcesJob::ask(const QString& skipToken)
{
    m_request.body = ResourceGraph::question(m_ids, skipToken);
    auto* job = new HttpJob(m_http, m_request, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<HttpAnswer>& answer) {
                        if (answer) {
                            take(*answer);
                        } else {
                            finishWith(answer.error());
                        }
                    })
        ->start();
}

void QueryResourcesJob::take(const HttpAnswer& answer)
{
    Result<Page<CommunicationService>> page = ResourceGraph::parsePage(answer.body);
    if (!page) {
        finishWith(page.error());
        return;
    }
    const QList<CommunicationService> resources = completed(std::move(page->items));
    m_resources.append(resources);
    m_hasFound = true;
    emit found(resources);
    if (page->nextLink.isEmpty()) {
        finishWith(std::move(m_resources));
        return;
    }
    if (m_visited.contains(page->nextLink)) {
        finishWith(ArmJson::neverEndingList());
        return;
    }
    m_visited.insert(page->nextLink);
    const std::chrono::milliseconds pause = ResourceGraph::pauseAfter(answer);
    if (pause.count() == 0) {
        ask(page->nextLink);
    } else {
        m_http.clock.callAfter(pause, this, [this, next = page->nextLink] { ask(next); });
    }
}

QList<CommunicationService> QueryResourcesJob::completed(QList<CommunicationService> rows) const
{
    rows.removeIf([this](const CommunicationService& row) { return !m_subscriptions.contains(row.id.subscription()); });
    for (CommunicationService& row : rows) {
        const Subscription& subscription = *m_subscriptions.constFind(row.id.subscription());
        row.tenant = subscription.tenant;
        row.subscriptionName = subscription.displayName;
    }
    return rows;
}

} // namespace CommKeys
