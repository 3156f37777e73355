// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/subscription.h"
#include "http/httpjob.h"

#include <QHash>
#include <QSet>

namespace CommKeys {

/// Lists the Communication Services resources of up to a thousand subscriptions of one tenant by Azure Resource Graph,
/// page after page; found() brings each page as it comes. Waits where the quota says so. What it cannot read, or that
/// lies in a subscription that was not asked for, is left out; a page that was there before ends it with BadAnswer.
class QueryResourcesJob final : public JobOf<QList<CommunicationService>>
{
    Q_OBJECT

public:
    /// @p request: ArmRequests::resourceGraph(), whose body this fills in. @p in: all of one tenant.
    QueryResourcesJob(HttpContext http, HttpRequest request, const QList<Subscription>& in, QObject* parent);

    /// True when a page has come: what follows can no longer be listed in another way without telling things twice.
    [[nodiscard]] bool hasFound() const { return m_hasFound; }

signals:
    void found(const QList<CommKeys::CommunicationService>& resources);

private:
    void run() override;
    void ask(const QString& skipToken);
    void take(const HttpAnswer& answer);
    [[nodiscard]] QList<CommunicationService> completed(QList<CommunicationService> rows) const;

    HttpContext m_http;
    HttpRequest m_request;
    QList<SubscriptionId> m_ids;
    QHash<SubscriptionId, Subscription> m_subscriptions;
    QList<CommunicationService> m_resources;
    QSet<QString> m_visited;
    bool m_hasFound = false;
};

} // namespace CommKeys
