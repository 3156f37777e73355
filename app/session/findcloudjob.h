// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/cloud.h"
#include "http/httpjob.h"
#include "settings/settings.h"

namespace CommKeys {

/// Finds the cloud that the settings name: a public one in the table, one's own by its metadata.
class FindCloudJob final : public JobOf<Cloud>
{
    Q_OBJECT

public:
    FindCloudJob(HttpContext http, const Settings& settings, QObject* parent);

private:
    void run() override;

    HttpContext m_http;
    const Settings m_settings;
};

} // namespace CommKeys
