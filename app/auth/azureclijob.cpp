// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclijob.h"

#include "auth/azureclioutput.h"
#include "auth/tokenclaims.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::chrono::seconds patience = 60s;

/// A program that is started from a desktop has a shorter PATH than a terminal's: look where installers put az, too.
QString findAzureCli()
{
    const QString onPath = QStandardPaths::findExecutable(u"az"_s);
    return !onPath.isEmpty() ? onPath
                             : QStandardPaths::findExecutable(u"az"_s, {u"/opt/homebrew/bin"_s, u"/usr/local/bin"_s,
                                                                        QDir::homePath() + u"/bin"_s});
}

/// Arguments pass through a shell on Windows (az is az.cmd there): only what an address and a GUID are made of.
bool isPlainArgument(const QString& text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9:/._-]*\\z"_s);
    return plain.match(text).hasMatch() && !text.startsWith(u'-');
}

QStringList argumentsFor(const TokenRequest& request)
{
    QStringList arguments{u"account"_s, u"get-access-token"_s, u"--output"_s,
                          u"json"_s,    u"--resource"_s,       request.audience};
    if (!request.tenant.isEmpty()) {
        arguments << u"--tenant"_s << request.tenant.toString();
    }
    return arguments;
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

AzureCliJob::AzureCliJob(const TokenRequest& request, AzureCliTokenSource::MayUse mayUse, QObject* parent)
    : JobOf<AccessToken>(parent)
    , m_request(request)
    , m_mayUse(std::move(mayUse))
{
}

AzureCliJob::~AzureCliJob()
{
    abort();
}

void AzureCliJob::run()
{
    if (!isPlainArgument(m_request.audience) || !isPlainArgument(m_request.tenant.toString())) {
        finishWith(Error::invalidInput(
            tr("The cloud asks for a token for “%1”, which is no address.").arg(m_request.audience.left(200))));
        return;
    }
    const QString az = findAzureCli();
    if (az.isEmpty()) {
        finishWith(Error::of(ErrorKind::ToolMissing, tr("The Azure CLI (az) is not installed."),
                             tr("Install it, run “az login” in a terminal, then try again.")));
        return;
    }
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(plainOutput());
    m_process->setWorkingDirectory(QDir::rootPath()); // az looks for settings where it is started
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::finished, this, &AzureCliJob::finishProcess);
    connect(m_process, &QProcess::errorOccurred, this, [this, az](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finishWith(Error::of(ErrorKind::ToolMissing, tr("The Azure CLI at %1 does not start.").arg(az),
                                 tr("Try “az version” in a terminal.")));
        }
    });
    QTimer::singleShot(patience, this, [this] {
        if (isOpen()) {
            finishWith(Error::of(ErrorKind::Timeout, tr("The Azure CLI did not answer in time."),
                                 tr("Try “az account get-access-token” in a terminal.")));
            abort();
        }
    });
    m_process->start(az, argumentsFor(m_request), QIODevice::ReadOnly);
}

void AzureCliJob::abort()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
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
    if (status == QProcess::NormalExit && exitCode == 0) {
        finishWith(checked(parseAzureCliToken(output)));
    } else {
        finishWith(azureCliError(exitCode, m_process->readAllStandardError(), m_request));
    }
    wipe(output);
}

Result<AccessToken> AzureCliJob::checked(Result<AccessToken> token) const
{
    if (!token) {
        return token;
    }
    const std::optional<TokenClaims> claims = readTokenClaims(token->token);
    if (claims && !claims->audience.isEmpty() && !isSameAudience(claims->audience, m_request.audience) &&
        !m_mayUse(claims->audience)) {
        return Error::of(ErrorKind::Refused,
                         tr("The Azure CLI handed out a token for “%1”, which this cloud must not see.")
                             .arg(claims->audience.left(200)),
                         tr("Set the Azure CLI to the cloud that CommKeys uses: “az cloud set --name …”, “az login”."));
    }
    return token;
}

} // namespace CommKeys
