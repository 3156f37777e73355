// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/resourcegraph.h"
#include "azure/subscription.h"
#include "http/httpjob.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace CommKeys {

/// Lists the Communication Services resources of up to a thousand subscriptions of one tenant by Azure Resource Graph,
/// page after page; found() brings each page as it comes, progressed() counts resources, and the result is how many
/// there were. Waits where the quota says so. A row that it cannot read is left out and named in unreadable(); one of a
/// subscription that was not asked for is left out. A page that was there before ends it with BadAnswer.
///
/// While one page is read, on another thread, the next one is on its way.
class QueryResourcesJob final : public JobOf<qsizetype>
{
    Q_OBJECT

public:
    /// @p request: ArmRequests::resourceGraph(), whose body this fills in. @p in: all of one tenant.
    QueryResourcesJob(HttpContext http, HttpRequest request, const QList<Subscription>& in, QObject* parent);

    /// True when a page has come: what follows can no longer be listed in another way without telling things twice.
    [[nodiscard]] bool hasFound() const { return m_hasFound; }

    /// What rows are called that were left out; complete when the job has finished.
    [[nodiscard]] const QStringList& unreadable() const { return m_unreadable; }
    /// The subscriptions of which a resource was found.
    [[nodiscard]] const QSet<SubscriptionId>& nonEmpty() const { return m_nonEmpty; }

signals:
    void found(const QList<CommKeys::CommunicationService>& resources);

private:
    using Subscriptions = QHash<SubscriptionId, Subscription>;
    using Resources = Result<Page<CommunicationService>>;

    void run() override;
    void askNext();
    void take(const HttpAnswer& answer);
    void read(const QByteArray& body);
    void tell(const Resources& resources);
    void end(const std::optional<Error>& error);
    [[nodiscard]] static Resources resourcesOf(const QByteArray& body, const Subscriptions& in);

    HttpContext m_http;
    HttpRequest m_request;
    ResourceGraph::Question m_question;
    Subscriptions m_subscriptions;
    std::optional<QString> m_next; ///< the skipToken of the page to ask for, while there is one
    QSet<QString> m_visited;
    QStringList m_unreadable;
    QSet<SubscriptionId> m_nonEmpty;
    std::optional<Error> m_error;
    qsizetype m_count = 0;
    int m_reading = 0; ///< pages that are being read
    bool m_hasAllAnswers = false;
    bool m_hasFound = false;
};

} // namespace CommKeys
