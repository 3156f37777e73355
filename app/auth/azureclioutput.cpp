// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclioutput.h"

#include "core/redaction.h"
#include "core/utctime.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AzureCli)
};

QDateTime expiryOf(const QJsonObject& object)
{
    const QJsonValue epoch = object.value("expires_on"_L1);
    const qint64 seconds = epoch.isString() ? epoch.toString().toLongLong() : epoch.toInteger();
    if (seconds > 0) {
        return utcTime(seconds);
    }
    // "2023-02-01 12:34:56.000000": the fraction is of no use, and Qt reads no six digits.
    const QString local = object.value("expiresOn"_L1).toString().section(u'.', 0, 0);
    return QDateTime::fromString(local, u"yyyy-MM-dd HH:mm:ss"_s).toUTC();
}

} // namespace

Result<AccessToken> parseAzureCliToken(QByteArray& output)
{
    const QJsonObject object = QJsonDocument::fromJson(output).object();
    wipe(output);
    AccessToken token;
    QString text = object.value("accessToken"_L1).toString();
    // It becomes a header's value: a line break in it would begin a header of its own.
    const bool isHeaderSafe = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    token.token = Secret::take(text);
    token.expiresUtc = expiryOf(object);
    if (token.token.isEmpty() || !isHeaderSafe || !token.expiresUtc.isValid()) {
        return Error::of(ErrorKind::BadAnswer, Text::tr("The Azure CLI printed something that is no token."),
                         Text::tr("Try “az account get-access-token” in a terminal; “az upgrade” may help."));
    }
    return token;
}

Error azureCliError(int exitCode, const QByteArray& errorOutput, const TokenRequest& request)
{
    const QString said = redacted(QString::fromLocal8Bit(errorOutput).trimmed());
    Error error;
    error.kind = ErrorKind::NotSignedIn;
    error.detail.code = u"az exit code %1"_s.arg(exitCode);
    error.detail.message = said;
    const QString login =
        request.tenant.isEmpty() ? u"az login"_s : u"az login --tenant "_s + request.tenant.toString();
    const bool nobodyThere = said.contains("az login"_L1) || said.contains("az account set"_L1);
    if (nobodyThere && !said.contains("AADSTS"_L1)) {
        error.message = Text::tr("Nobody is signed in to the Azure CLI.");
        error.advice = Text::tr("Run “%1” in a terminal, then try again.").arg(login);
    } else {
        error.message = Text::tr("The Azure CLI could not get a token.");
        error.advice = Text::tr("Run “%1” in a terminal, then try again. If the Azure CLI is set to another cloud, "
                                "“az cloud set --name …” comes first.")
                           .arg(login);
    }
    return error;
}

} // namespace CommKeys
