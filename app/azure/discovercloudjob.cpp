// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/discovercloudjob.h"

#include "azure/armrequests.h"
#include "azure/cloudmetadata.h"
#include "azure/publicclouds.h"
#include "core/serviceurl.h"

#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr std::array<QLatin1StringView, 3> apiVersions{"2022-09-01"_L1, "2019-05-01"_L1, "2015-01-01"_L1};

} // namespace

DiscoverCloudJob::DiscoverCloudJob(HttpContext http, const QString& armEndpoint, QObject* parent)
    : JobOf<Cloud>(parent)
    , m_http(http)
    , m_text(armEndpoint)
{
}

void DiscoverCloudJob::run()
{
    const Result<QUrl> url = checkServiceUrl(m_text, tr("The ARM address"));
    if (!url) {
        finishWith(url.error());
        return;
    }
    m_armEndpoint = url->adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    if (std::optional<Cloud> cloud = publicCloudAt(m_armEndpoint)) {
        finishWith(*std::move(cloud));
        return;
    }
    ask();
}

void DiscoverCloudJob::ask()
{
    const QString version = apiVersions.at(static_cast<std::size_t>(m_versionsTried));
    auto* job = new HttpJob(m_http, ArmRequests::cloudMetadata(m_armEndpoint, version), this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this, [this](const Result<HttpAnswer>& answer) { take(answer); })->start();
}

void DiscoverCloudJob::take(const Result<HttpAnswer>& answer)
{
    if (answer) {
        finishWith(parseCloudMetadata(answer->body, m_armEndpoint));
        return;
    }
    const int status = answer.error().httpStatus;
    const bool versionIsUnknown = status == 400 || status == 404;
    ++m_versionsTried;
    if (versionIsUnknown && static_cast<std::size_t>(m_versionsTried) < apiVersions.size()) {
        ask();
        return;
    }
    finishWith(answer.error());
}

} // namespace CommKeys
