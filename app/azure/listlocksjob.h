// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "azure/communicationservice.h"
#include "azure/managementlock.h"
#include "http/httpjob.h"

namespace CommKeys {

/// Every lock that holds for one resource, the nearest first.
///
/// Asks three scopes at once, the resource, its group and its subscription, and drops what comes twice: whether a list
/// at a resource includes inherited locks is not documented, and the lists above it include everything below. Three
/// requests instead of one at the subscription, because a role is often granted on the resource or its group only: a
/// scope that refuses must not hide what another one tells. The job fails only when no scope answers, with the Error of
/// the resource's own scope; so "no lock" means that none was seen, and the service has the last word.
class ListLocksJob final : public JobOf<QList<ManagementLock>>
{
    Q_OBJECT

public:
    ListLocksJob(HttpContext http, const Cloud& cloud, const CommunicationService& resource, QObject* parent);

private:
    void run() override;
    void ask(qsizetype scope, const HttpRequest& request);
    void finishIfDone();

    HttpContext m_http;
    const Cloud m_cloud;
    const CommunicationService m_resource;
    QList<std::optional<Result<QList<ManagementLock>>>> m_answers; ///< from the resource upwards
};

} // namespace CommKeys
