// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"
#include "azure/knownresources.h"
#include "session/session.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <memory>

namespace CommKeys {

class InventoryJob;
class ResourceListModel;

/// Lists what the session can reach into the model, one listing at a time. What was listed before stays in the model
/// until it is known to be gone: also while a listing runs, after one that failed and after one that was cancelled.
class InventoryController final : public QObject
{
    Q_OBJECT

public:
    /// @p resources outlives this.
    InventoryController(ResourceListModel& resources, QObject* parent);
    ~InventoryController() override;

    /// Ends a listing without a word and empties the model. Null: there is no session.
    void setSession(const std::shared_ptr<Session>& session);

    /// Where complete lists are kept for a start without a network; see KnownResources. The demo's are not.
    void setFolder(const QString& folder) { m_folder = folder; }
    /// For a sign-out: what is kept of this session's list goes.
    void forget() const;

    /// Begins a listing; nothing when one is running or there is no session.
    void refresh();
    /// ended() and cancelled() follow.
    void cancel();
    [[nodiscard]] bool isRunning() const { return !m_job.isNull(); }

signals:
    void started();
    void scopesFound(const QList<CommKeys::Tenant>& tenants, const QList<CommKeys::Subscription>& subscriptions);
    void progressed(int done, int total);
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    /// After every listing, before one of the four below.
    void ended();
    void listed(const CommKeys::Inventory& inventory);
    void failed(const CommKeys::Error& error);
    /// In place of failed(), where there is no network: the model has what was listed last time, @p asOfUtc.
    void offline(const CommKeys::Error& error, const QDateTime& asOfUtc);
    void cancelled();

private:
    void finish(const Result<Inventory>& result);
    void fail(const Error& error);
    [[nodiscard]] KnownResources known() const;
    void keep(const Inventory& inventory) const;

    ResourceListModel& m_resources;
    std::shared_ptr<Session> m_session;
    QPointer<InventoryJob> m_job;
    QString m_folder;
};

} // namespace CommKeys
