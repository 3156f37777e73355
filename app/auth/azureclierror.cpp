// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclierror.h"

#include "auth/azureclilogin.h"
#include "auth/azureclioutput.h"
#include "core/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// A sentence in the window; the details have the rest.
constexpr qsizetype longestQuote = 300;
/// sh reports a child that signal N ended as exit code 128 + N; az is a shell script around Python.
constexpr int shellSignalBase = 128;
constexpr int lastSignal = 64;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AzureCli)
};

enum class Cause {
    MultiFactor,
    Expired,
    Policy,
    OtherTenant,
    ServicePrincipalSecret,
    OtherCloud,
    Certificate,
    Network,
    Broken,
    Files,
    OtherProgram,
    NoSubscription,
    NotSignedIn,
    Crashed,
    Unknown,
};

struct Sign
{
    const char16_t* pattern;
    Cause cause;
};

// The first that fits counts. Codes: "Microsoft Entra authentication and authorization error codes".
constexpr std::array signs{
    Sign{u"AADSTS(?:50072|50074|50076|50079|50158|500121)\\b", Cause::MultiFactor},
    Sign{u"AADSTS(?:50078|50133|500133|50173|54005|70008|70043|70044|700082|700084)\\b|refresh token has expired",
         Cause::Expired},
    Sign{u"AADSTS(?:50005|50097|50105|50131|5300\\d{1,2}|5301\\d)\\b", Cause::Policy},
    Sign{u"AADSTS(?:50020|50034|51004|700016|90002|90072)\\b", Cause::OtherTenant},
    Sign{u"AADSTS(?:7000215|7000222|700027)\\b", Cause::ServicePrincipalSecret},
    Sign{u"AADSTS(?:500011|50001|900382)\\b", Cause::OtherCloud},
    Sign{u"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed", Cause::Certificate},
    Sign{u"Max retries exceeded|Failed to establish a new connection|NewConnectionError|ConnectionError"
         "|Connection aborted|Connection refused|Name or service not known|name resolution|getaddrinfo failed"
         "|ProxyError|ConnectTimeout|ReadTimeout",
         Cause::Network},
    Sign{u"ModuleNotFoundError|ImportError|No module named|cannot import name|SyntaxError|Fatal Python error"
         "|bad interpreter|error while loading shared libraries|cannot open shared object file|DLL load failed"
         "|python[\\d.]*\\S*: (?:command )?not found|not recognized as an internal or external command"
         "|python\\S*: No such file|python\\S*'?: No such file|unsupported Python|GLIBC_",
         Cause::Broken},
    Sign{u"PermissionError|\\[Errno (?:13|28|30)\\]|Permission denied|No space left on device|Read-only file system"
         "|Disk quota exceeded",
         Cause::Files},
    Sign{u"unrecognized arguments|invalid choice|misspelled or not recognized|arguments are required|no such option"
         "|unknown (?:option|command|flag)|illegal option|unrecognized option",
         Cause::OtherProgram},
    Sign{u"az account set|No subscriptions? (?:found|were found)|[Ss]ubscription .*(?:doesn't exist|not found)",
         Cause::NoSubscription},
    Sign{u"az login|az account clear|interaction_required|login_required", Cause::NotSignedIn},
};

QString textOf(const QByteArray& output)
{
    const QByteArray plain = withoutEscapeSequences(output);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(plain);
    return redacted((utf8.hasError() ? QString::fromLocal8Bit(plain) : text).trimmed());
}

/// What az says; wrappers for Windows say it on standard output.
QString wordsOf(const AzureCliRun& run)
{
    const QString words = textOf(run.errorOutput);
    return words.isEmpty() ? textOf(run.output) : words;
}

bool isBesideThePoint(const QString& line)
{
    static const QRegularExpression pattern(
        u"\\A(?:WARNING|DEBUG|INFO)\\b|\\A(?:Trace|Correlation) ID:|\\ATimestamp:|^\\s*\\^+\\s*$|\\ATo re-authenticate|\\Aaz |Please run:\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.isEmpty() || pattern.match(line).hasMatch();
}

/// The last line that is to the point, the last one with "ERROR:" before others; without that word.
QString reasonIn(const QString& words)
{
    QString reason;
    bool isError = false;
    for (const QString& part : words.split(u'\n')) {
        const QString line = part.trimmed();
        const bool beginsError = line.startsWith("ERROR:"_L1);
        if (!isBesideThePoint(line) && (beginsError || !isError)) {
            reason = beginsError ? line.sliced(6).trimmed() : line;
            isError = beginsError;
        }
    }
    return reason.size() > longestQuote ? reason.first(longestQuote) + u'…' : reason;
}

int signalOf(const AzureCliRun& run)
{
    if (run.hasCrashed) {
        return run.exitCode;
    }
    const int signal = run.exitCode - shellSignalBase;
    return signal > 0 && signal <= lastSignal ? signal : 0;
}

Cause causeOf(const AzureCliRun& run, const QString& words)
{
    for (const Sign& sign : signs) {
        const QRegularExpression pattern(QString::fromUtf16(sign.pattern), QRegularExpression::CaseInsensitiveOption);
        if (pattern.match(words).hasMatch()) {
            return sign.cause;
        }
    }
    return run.hasCrashed || signalOf(run) > 0 ? Cause::Crashed : Cause::Unknown;
}

ErrorKind kindOf(Cause cause)
{
    switch (cause) {
    case Cause::Policy:
    case Cause::OtherTenant:
    case Cause::ServicePrincipalSecret:
        return ErrorKind::Forbidden;
    case Cause::Certificate:
        return ErrorKind::Tls;
    case Cause::Network:
        return ErrorKind::Network;
    case Cause::Broken:
    case Cause::Files:
    case Cause::OtherProgram:
    case Cause::Crashed:
        return ErrorKind::ToolMissing;
    default:
        return ErrorKind::NotSignedIn;
    }
}

QString messageFor(Cause cause, const AzureCliRun& run)
{
    switch (cause) {
    case Cause::MultiFactor:
        return Text::tr("The tenant requires multi-factor authentication.");
    case Cause::Expired:
        return Text::tr("Your Azure CLI sign-in has expired.");
    case Cause::Policy:
        return Text::tr("A policy of the tenant blocks the Azure CLI.");
    case Cause::OtherTenant:
        return Text::tr("The Azure CLI's account doesn't belong to this tenant.");
    case Cause::ServicePrincipalSecret:
        return Text::tr("The secret of the Azure CLI's service principal isn't valid.");
    case Cause::Certificate:
        return Text::tr("The Azure CLI doesn't trust the server's certificate.");
    case Cause::Network:
        return Text::tr("The Azure CLI couldn't reach the sign-in service.");
    case Cause::Broken:
        //: %1: a path
        return Text::tr("The Azure CLI at %1 is broken.").arg(run.program);
    case Cause::Files:
        return Text::tr("The Azure CLI can't use its files.");
    case Cause::OtherProgram:
        //: %1: a path
        return Text::tr("The program %1 isn't the Azure CLI, or it's too old.").arg(run.program);
    case Cause::NoSubscription:
        return Text::tr("The Azure CLI has no subscription to use.");
    case Cause::NotSignedIn:
        return Text::tr("The Azure CLI needs you to sign in.");
    case Cause::Crashed:
        //: %1: the number of a signal or an exception
        return Text::tr("The Azure CLI ended unexpectedly (signal %1).")
            .arg(run.hasCrashed ? run.exitCode : signalOf(run));
    default:
        return Text::tr("The Azure CLI could not get a token.");
    }
}

/// The command with which the person sets @p cause right; empty: none does.
QString commandFor(Cause cause, const TokenRequest& request)
{
    switch (cause) {
    case Cause::MultiFactor:
    case Cause::Expired:
        return azureCliLogin(request.tenant, request.audience);
    case Cause::NotSignedIn:
    case Cause::OtherTenant:
        return azureCliLogin(request.tenant);
    case Cause::NoSubscription:
        return azureCliLogin(request.tenant) + u" --allow-no-subscriptions"_s;
    case Cause::ServicePrincipalSecret:
        return u"az login --service-principal"_s;
    default:
        return {};
    }
}

QString adviceFor(Cause cause, const TokenRequest& request)
{
    const QString command = commandFor(cause, request);
    switch (cause) {
    case Cause::OtherTenant:
        return Text::tr("Sign in with an account of that tenant: run “%1” in a terminal, then try again.").arg(command);
    case Cause::Policy:
        return Text::tr("Ask your administrator, or sign in through the browser instead.");
    case Cause::OtherCloud:
        return Text::tr("Set the Azure CLI to the cloud that CommKeys uses: “az cloud set --name …”, “az login”.");
    case Cause::Certificate:
        return Text::tr("If your network inspects encrypted traffic, the Azure CLI needs its certificate: set "
                        "REQUESTS_CA_BUNDLE.");
    case Cause::Network:
        return Text::tr("Check the connection. The Azure CLI uses the proxy in HTTPS_PROXY, not the one in Settings.");
    case Cause::Broken:
    case Cause::Crashed:
        return Text::tr("Run “az version” in a terminal. If that fails, too, reinstall the Azure CLI.");
    case Cause::Files:
        return Text::tr("Check the disk, and who can write to the folder .azure in your home folder.");
    case Cause::OtherProgram:
        return Text::tr("Run “az version” in a terminal to see which program that is; “az upgrade” may help.");
    case Cause::Unknown:
        return Text::tr("Run “%1” in a terminal to see the failure there.")
            .arg(u"az "_s + azureCliTokenArguments(request.audience, request.tenant).join(u' '));
    default:
        //: %1: a command
        return Text::tr("Run “%1” in a terminal, then try again.").arg(command);
    }
}

} // namespace

Error azureCliError(const AzureCliRun& run, const TokenRequest& request)
{
    const QString words = wordsOf(run);
    const Cause cause = causeOf(run, words);
    Error error = Error::of(kindOf(cause), messageFor(cause, run), adviceFor(cause, request));
    if (const QString reason = reasonIn(words); !reason.isEmpty()) {
        //: %1: what happened; %2: a line that the Azure CLI printed
        error.message = Text::tr("%1 It says: %2").arg(error.message, reason);
    }
    error.detail.code = run.hasCrashed ? u"az signal %1"_s.arg(run.exitCode) : u"az exit code %1"_s.arg(run.exitCode);
    error.detail.message = words;
    if (const QString command = commandFor(cause, request); !command.isEmpty()) {
        setLoginCommand(error, command);
    }
    return error;
}

bool refusesTenantOption(const AzureCliRun& run)
{
    static const QRegularExpression pattern(
        u"\\btenant\\b.*(?:\\b(?:shouldn.t|mustn.t|can.t|isn.t|cannot|not)\\b"
        ".*\\b(?:specified|given|set|supported|allowed|used|accepted|passed|provided|account|identity)\\b)"
        "|unrecognized arguments:.*--tenant|managed identity.*\\btenant\\b|Cloud ?Shell.*\\btenant\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString words = wordsOf(run);
    return !run.hasCrashed && !words.contains("AADSTS"_L1) && !words.contains("az login"_L1) &&
           pattern.match(words).hasMatch();
}

} // namespace CommKeys
