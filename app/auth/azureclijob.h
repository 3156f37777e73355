// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accesstoken.h"
#include "auth/azureclioutput.h"
#include "auth/azureclitokensource.h"
#include "core/job.h"

#include <QPointer>
#include <QProcess>

#include <chrono>

namespace CommKeys {

/// One token from az, for which az runs once, or twice where it refuses `--tenant` (a managed identity, Cloud Shell):
/// the second time without. The token's tenant then has to be the requested one.
///
/// Fails with ToolMissing where there is no az (findAzureCli()), Timeout where a run takes longer than the patience
/// (the first run after an installation builds az's index and takes seconds), BadAnswer where az prints something else,
/// Refused where the token's audience must not be used here, NotSignedIn where the token is for another tenant,
/// InvalidInput where tenant or audience contain more than an address can, else as azureCliError() says.
///
/// Cancelling and deleting it end az and what az has started.
class AzureCliJob final : public JobOf<AccessToken>
{
    Q_OBJECT

public:
    AzureCliJob(const TokenRequest& request, AzureCliTokenSource::MayUse mayUse, QObject* parent,
                std::chrono::milliseconds patience = AzureCliTokenSource::usualPatience);
    ~AzureCliJob() override;

private:
    void run() override;
    void abort() override;

    void startProcess(const TenantId& tenant);
    void finishProcess(int exitCode, QProcess::ExitStatus status);
    [[nodiscard]] Result<AccessToken> checked(Result<AzureCliToken> token) const;
    [[nodiscard]] Error otherTenant(const TenantId& tenant) const;

    const TokenRequest m_request;
    const AzureCliTokenSource::MayUse m_mayUse;
    const std::chrono::milliseconds m_patience;
    QString m_az;
    bool m_namesTenant = false; ///< the run under way has --tenant
    QPointer<QProcess> m_process;
};

} // namespace CommKeys
