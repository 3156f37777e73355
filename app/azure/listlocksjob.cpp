// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/listlocksjob.h"

#include "azure/armrequests.h"
#include "azure/pagedlistjob.h"

#include <QSet>

#include <algorithm>

namespace CommKeys {

ListLocksJob::ListLocksJob(HttpContext http, const Cloud& cloud, const CommunicationService& resource, QObject* parent)
    : JobOf<QList<ManagementLock>>(parent)
    , m_http(http)
    , m_cloud(cloud)
    , m_resource(resource)
{
}

void ListLocksJob::run()
{
    const QList<HttpRequest> requests{
        ArmRequests::locks(m_cloud, m_resource.tenant, m_resource.id),
        ArmRequests::locksOfGroup(m_cloud, m_resource.tenant, m_resource.id),
        ArmRequests::locksOfSubscription(m_cloud, m_resource.tenant, m_resource.id),
    };
    m_answers.resize(requests.size());
    for (qsizetype scope = 0; scope < requests.size(); ++scope) {
        ask(scope, requests.at(scope));
    }
}

void ListLocksJob::ask(qsizetype scope, const HttpRequest& request)
{
    const auto parse = [resource = m_resource.id](const QByteArray& body) {
        Result<Page<ManagementLock>> page = parseManagementLockPage(body);
        if (page) {
            // A subscription tells of every lock below it.
            page->items.removeIf([&resource](const ManagementLock& lock) { return !holdsFor(lock, resource); });
        }
        return page;
    };
    auto* job = new PagedListJob<ManagementLock>(m_http, request, parse, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this, scope](const Result<QList<ManagementLock>>& locks) {
                        m_answers[scope] = locks;
                        finishIfDone();
                    })
        ->start();
}

void ListLocksJob::finishIfDone()
{
    if (!std::all_of(m_answers.begin(), m_answers.end(), [](const auto& answer) { return answer.has_value(); })) {
        return;
    }
    QList<ManagementLock> locks;
    QSet<QString> known;
    bool isAnyTold = false;
    for (const auto& answer : std::as_const(m_answers)) {
        if (!answer->isOk()) {
            continue;
        }
        isAnyTold = true;
        for (const ManagementLock& lock : **answer) {
            const QString id = lock.id.toLower();
            if (!known.contains(id)) {
                known.insert(id);
                locks.append(lock);
            }
        }
    }
    finishWith(isAnyTold ? Result<QList<ManagementLock>>(locks) : m_answers.first()->error());
}

} // namespace CommKeys
