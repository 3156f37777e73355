// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"
#include "azure/knownresources.h"
#include "resourcelist/resourcefeed.h"
#include "session/session.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace CommKeys {

class InventoryJob;
class ResourceListModel;

/// Lists what the session can reach into the model, one listing at a time. What was listed before stays in the model
/// until it is known to be gone: also while a listing runs, after one that failed and after one that was cancelled.
/// Into an empty model comes the list of last time from the disk, while the listing goes on. Where a tenant or a
/// subscription does not answer, what was known of it stays.
class InventoryController final : public QObject
{
    Q_OBJECT

public:
    /// @p resources outlives this.
    InventoryController(ResourceListModel& resources, QObject* parent);
    ~InventoryController() override;

    /// Ends a listing without a word and empties the model. Null: there is no session.
    void setSession(const std::shared_ptr<Session>& session);

    /// Where lists are kept for the next start; see KnownResources. The demo's are not.
    void setFolder(const QString& folder) { m_folder = folder; }
    /// Tenants that are not asked. Where that is a change, what is listed is listed again.
    void setExcludedTenants(const QList<TenantId>& excluded);
    /// For a sign-out: what is kept of this session's list goes.
    void forget();

    /// Begins a listing; nothing when one is running or there is no session. Where Azure Resource Graph, which lags
    /// minutes behind, may be wrong, the provider's own list is asked for: in subscriptions that markGone() named in
    /// the last half hour, in those of a resource that was made since or is being changed, in @p chosen, and in the
    /// first ten if the last listing ended less than ten minutes ago, since who asks again misses something.
    void refresh(const SubscriptionId& chosen = {});
    /// The service itself said that there is no such resource: takes it from the list, whatever the index says.
    void markGone(const ResourceId& resource);
    /// ended() and cancelled() follow.
    void cancel();
    /// Until all that came is in the model.
    [[nodiscard]] bool isRunning() const { return !m_job.isNull() || m_result; }

signals:
    void started();
    void scopesFound(const QList<CommKeys::Tenant>& tenants, const QList<CommKeys::Subscription>& subscriptions);
    void progressed(int done, int total);
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    /// After every listing, before one of the four below.
    void ended();
    void listed(const CommKeys::Inventory& inventory);
    void failed(const CommKeys::Error& error);
    /// The model has what was listed last time, @p asOfUtc, and perhaps some of what is being listed.
    void earlierShown(const QDateTime& asOfUtc);
    /// In place of failed(), where there is no network: the model has what was listed last time, @p asOfUtc.
    void offline(const CommKeys::Error& error, const QDateTime& asOfUtc);
    void cancelled();

private:
    void finishOnceShown();
    void finish(const Result<Inventory>& result);
    void readEarlier();
    void showEarlier(const KnownResources::List& list);
    void earlierIsShown();
    void failNow();
    void forgetEarlier();
    void fail(const Error& error);
    [[nodiscard]] QSet<SubscriptionId> subscriptionsToAsk(const SubscriptionId& chosen);
    [[nodiscard]] KnownResources known() const;
    void keep(const Inventory& inventory);

    ResourceListModel& m_resources;
    std::shared_ptr<Session> m_session;
    QPointer<InventoryJob> m_job;
    std::optional<Result<Inventory>> m_result; ///< of the job, while m_found has some that the model has not
    ResourceFeed m_found;
    ResourceFeed m_earlier; ///< of the list of last time
    QString m_folder;
    QList<TenantId> m_excluded;
    bool m_isOutdated = false;      ///< the listing that is running asks other tenants than it should
    bool m_isReading = false;       ///< the list of last time
    QDateTime m_asOfUtc;            ///< of the list of last time, while the model has some of it or is about to
    std::optional<Error> m_failure; ///< of a listing that failed before the list of last time was there
    QHash<SubscriptionId, QDateTime> m_doubtful; ///< where the index was wrong, and when that was seen
    QDateTime m_endedUtc;                        ///< of the last listing that succeeded
    int m_sessionNumber = 0;                     ///< tells what was read for the session before
    QThreadPool m_files; ///< reads and writes; a hundred thousand resources would hold the window up
};

} // namespace CommKeys
