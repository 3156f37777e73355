// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "http/httpjob.h"

namespace CommKeys {

/// Finds out what kind of cloud answers at an ARM address: a public cloud's address gives that cloud from the table,
/// any other is asked for its metadata, the newest api-version first and older ones where it does not know that.
class DiscoverCloudJob final : public JobOf<Cloud>
{
    Q_OBJECT

public:
    DiscoverCloudJob(HttpContext http, const QString& armEndpoint, QObject* parent);

private:
    void run() override;
    void ask();
    void take(const Result<HttpAnswer>& answer);

    HttpContext m_http;
    const QString m_text;
    QUrl m_armEndpoint;
    int m_versionsTried = 0;
};

} // namespace CommKeys
