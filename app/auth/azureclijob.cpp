// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclijob.h"

#include "auth/azureclierror.h"
#include "auth/azureclilogin.h"
#include "auth/azurecliprogram.h"
#include "auth/processgroup.h"
#include "auth/tokenclaims.h"
#include "core/redaction.h"

#include <QDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// Much more than a token with anything around it.
constexpr qint64 largestOutput = 1024 * 1024;

/// az looks for settings where it is started, and cmd for programs.
QString workingFolder()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("SystemRoot", QDir::rootPath());
#else
    return QDir::rootPath();
#endif
}

QProcessEnvironment plainOutput()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"AZURE_CORE_NO_COLOR"_s, u"true"_s);
    environment.insert(u"AZURE_CORE_COLLECT_TELEMETRY"_s, u"false"_s);
    return environment;
}

bool isSameAudience(QString a, QString b)
{
    while (a.endsWith(u'/')) {
        a.chop(1);
    }
    while (b.endsWith(u'/')) {
        b.chop(1);
    }
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

AzureCliJob::AzureCliJob(const TokenRequest& request, AzureCliTokenSource::MayUse mayUse, QObject* parent,
                         std::chrono::milliseconds patience)
    : JobOf<AccessToken>(parent)
    , m_request(request)
    , m_mayUse(std::move(mayUse))
    , m_patience(patience)
{
}

AzureCliJob::~AzureCliJob()
{
    abort();
}

void AzureCliJob::run()
{
    if (!isPlainAzureCliArgument(m_request.audience) || !isPlainAzureCliArgument(m_request.tenant.toString())) {
        finishWith(Error::invalidInput(
            tr("The cloud asks for a token for “%1”, which is no address.").arg(m_request.audience.left(200))));
        return;
    }
    const Result<QString> az = findAzureCli(azureCliFolders());
    if (!az) {
        finishWith(az.error());
        return;
    }
    m_az = *az;
    startProcess(m_request.tenant);
}

void AzureCliJob::startProcess(const TenantId& tenant)
{
    m_namesTenant = !tenant.isEmpty();
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(plainOutput());
    m_process->setWorkingDirectory(workingFolder());
    m_process->setStandardInputFile(QProcess::nullDevice());
    makeGroupLeader(*m_process);
    connect(m_process, &QProcess::finished, this, &AzureCliJob::finishProcess);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_process->bytesAvailable() > largestOutput) {
            killGroup(*m_process);
        }
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Error failure = Error::of(ErrorKind::ToolMissing, tr("The Azure CLI at %1 does not start.").arg(m_az),
                                      tr("Try “az version” in a terminal."));
            failure.detail.message = redacted(m_process->errorString());
            finishWith(std::move(failure));
        }
    });
    // Of this run: the time of one before it doesn't count.
    QTimer::singleShot(m_patience, m_process, [this] {
        if (isOpen()) {
            finishWith(Error::of(ErrorKind::Timeout, tr("The Azure CLI did not answer in time."),
                                 tr("Try “az account get-access-token” in a terminal.")));
            abort();
        }
    });
    m_process->start(m_az, azureCliTokenArguments(m_request.audience, tenant), QIODevice::ReadOnly);
}

void AzureCliJob::abort()
{
    if (m_process) {
        m_process->disconnect(this);
        killGroup(*m_process);
        // A process that still runs is waited for when it is destroyed; killed, it takes a moment.
        m_process->deleteLater();
        m_process.clear();
    }
}

void AzureCliJob::finishProcess(int exitCode, QProcess::ExitStatus status)
{
    if (!isOpen()) {
        return;
    }
    QByteArray output = m_process->readAllStandardOutput();
    const bool isTooMuch = output.size() > largestOutput; // which is what it was killed for
    if (isTooMuch || (status == QProcess::NormalExit && exitCode == 0)) {
        finishWith(checked(parseAzureCliToken(output)));
        return;
    }
    const AzureCliRun run{exitCode, status == QProcess::CrashExit, output, m_process->readAllStandardError(), m_az};
    if (m_namesTenant && refusesTenantOption(run)) {
        m_process->deleteLater();
        startProcess({});
    } else {
        finishWith(azureCliError(run, m_request));
    }
    wipe(output);
}

Result<AccessToken> AzureCliJob::checked(Result<AzureCliToken> token) const
{
    if (!token) {
        return token.error();
    }
    const std::optional<TokenClaims> claims = readTokenClaims(token->access.token);
    if (claims && !claims->audience.isEmpty() && !isSameAudience(claims->audience, m_request.audience) &&
        !m_mayUse(claims->audience)) {
        return Error::of(ErrorKind::Refused,
                         tr("The Azure CLI handed out a token for “%1”, which this cloud must not see.")
                             .arg(claims->audience.left(200)),
                         tr("Set the Azure CLI to the cloud that CommKeys uses: “az cloud set --name …”, “az login”."));
    }
    // A domain isn't what a token says of its tenant, and neither is AD FS's "adfs".
    const bool isComparable = isUuid(m_request.tenant.toString()) && isUuid(token->tenant.toString());
    const bool isSameTenant = isComparable && token->tenant == m_request.tenant;
    const bool isFromOption = m_namesTenant || m_request.tenant.isEmpty();
    if (!isSameTenant && (isComparable || !isFromOption)) {
        return otherTenant(token->tenant);
    }
    return token->access;
}

Error AzureCliJob::otherTenant(const TenantId& tenant) const
{
    const QString wanted = m_request.tenant.toString();
    return Error::of(
        ErrorKind::NotSignedIn,
        isUuid(tenant.toString())
            //: %1, %2: the ids of tenants
            ? tr("The Azure CLI is signed in to tenant %1, and has no token for tenant %2.")
                  .arg(tenant.toString(), wanted)
            : tr("The Azure CLI has no token for tenant %1.").arg(wanted),
        tr("A managed identity has one tenant only. To use another one, run “%1” in a terminal, or sign in "
           "through the browser instead.")
            .arg(azureCliLogin(m_request.tenant)));
}

} // namespace CommKeys
