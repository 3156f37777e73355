// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "auth/azureclitokensource.h"
#include "core/job.h"

#include <QPointer>
#include <QProcess>

namespace CommKeys {

/// One run of az for one token.
///
/// Fails with ToolMissing where there is no az on the PATH, NotSignedIn where az says so, Timeout after 60 s (the first
/// run after an installation builds az's index and takes seconds), BadAnswer where it prints rubbish, Refused where the
/// token is for somebody who must not get it here, InvalidInput where tenant or audience hold more than an address can.
class AzureCliJob final : public JobOf<AccessToken>
{
    Q_OBJECT

public:
    AzureCliJob(const TokenRequest& request, AzureCliTokenSource::MayUse mayUse, QObject* parent);
    ~AzureCliJob() override;

private:
    void run() override;
    void abort() override;

    void finishProcess(int exitCode, QProcess::ExitStatus status);
    [[nodiscard]] Result<AccessToken> checked(Result<AccessToken> token) const;

    const TokenRequest m_request;
    AzureCliTokenSource::MayUse m_mayUse;
    QPointer<QProcess> m_process;
};

} // namespace CommKeys
