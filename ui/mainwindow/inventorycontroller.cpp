// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/inventorycontroller.h"

#include "azure/inventoryjob.h"
#include "core/serviceurl.h"
#include "resourcelist/resourcelistmodel.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace CommKeys {

InventoryController::InventoryController(ResourceListModel& resources, QObject* parent)
    : QObject(parent)
    , m_resources(resources)
{
}

InventoryController::~InventoryController()
{
    delete m_job; // before the session that it uses
}

void InventoryController::setSession(const std::shared_ptr<Session>& session)
{
    const bool wasRunning = isRunning();
    delete m_job;
    m_session = session;
    m_resources.update({});
    if (wasRunning) {
        emit ended();
    }
}

void InventoryController::refresh()
{
    if (isRunning() || !m_session) {
        return;
    }
    m_job = m_session->arm().listInventory(this);
    connect(m_job, &InventoryJob::scopesFound, this, &InventoryController::scopesFound);
    connect(m_job, &InventoryJob::found, this,
            [this](const QList<CommunicationService>& found) { m_resources.append(found); });
    connect(m_job, &Job::progressed, this, &InventoryController::progressed);
    connect(m_job, &Job::waitingToRetry, this, &InventoryController::waitingToRetry);
    m_job->onFinished(this, [this](const Result<Inventory>& result) { finish(result); });
    emit started();
    m_job->start();
}

void InventoryController::cancel()
{
    if (m_job) {
        m_job->cancel();
    }
}

void InventoryController::finish(const Result<Inventory>& result)
{
    m_job = nullptr; // it deletes itself
    emit ended();
    if (result) {
        m_resources.update(result->resources);
        keep(*result);
        emit listed(*result);
    } else if (result.error().isCancelled()) {
        emit cancelled();
    } else {
        fail(result.error());
    }
}

void InventoryController::forget() const
{
    if (m_session) {
        known().forget();
    }
}

KnownResources InventoryController::known() const
{
    const bool isKept = !m_folder.isEmpty() && !m_session->isDemo();
    const QString file = isKept ? QDir(m_folder).absoluteFilePath(u"resources.json"_s) : QString();
    return {file, hostAndPort(m_session->cloud().armEndpoint), m_session->account()};
}

void InventoryController::fail(const Error& error)
{
    const bool hasNoNetwork = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
    if (hasNoNetwork && m_resources.rowCount() == 0) {
        if (const std::optional<KnownResources::List> last = known().read()) {
            m_resources.update(last->resources);
            emit offline(error, last->asOfUtc);
            return;
        }
    }
    emit failed(error);
}

// What could not be listed this time is there all the same, so only a complete list takes the place of the last one.
void InventoryController::keep(const Inventory& inventory) const
{
    if (inventory.failures.isEmpty()) {
        known().write({m_session->clock().utcNow(), inventory.resources});
    }
}

} // namespace CommKeys
