// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/findcloudjob.h"

#include "azure/discovercloudjob.h"
#include "azure/publicclouds.h"

namespace CommKeys {

FindCloudJob::FindCloudJob(HttpContext http, const Settings& settings, QObject* parent)
    : JobOf<Cloud>(parent)
    , m_http(http)
    , m_settings(settings)
{
}

void FindCloudJob::run()
{
    if (m_settings.armEndpoint.isEmpty()) {
        if (std::optional<Cloud> cloud = publicCloudNamed(m_settings.cloud)) {
            finishWith(*std::move(cloud));
        } else {
            finishWith(Error::invalidInput(tr("There is no cloud named “%1”.").arg(m_settings.cloud.left(100)),
                                           tr("Choose one in the settings.")));
        }
        return;
    }
    auto* job = new DiscoverCloudJob(m_http, m_settings.armEndpoint, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<Cloud>& cloud) { finishWith(cloud); })->start();
}

} // namespace CommKeys
