// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclilogin.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString commandType = u"AzureCliCommand"_s;

} // namespace

bool isPlainAzureCliArgument(const QString& text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9:/._-]*\\z"_s);
    return plain.match(text).hasMatch() && !text.startsWith(u'-');
}

QStringList azureCliTokenArguments(const QString& audience, const TenantId& tenant)
{
    QStringList arguments{u"account"_s, u"get-access-token"_s, u"--output"_s, u"json"_s, u"--resource"_s, audience};
    if (!tenant.isEmpty()) {
        arguments << u"--tenant"_s << tenant.toString();
    }
    return arguments;
}

QString azureCliLogin(const TenantId& tenant, const QString& audience, const QString& claims)
{
    QString command = u"az login"_s;
    if (!tenant.isEmpty() && isPlainAzureCliArgument(tenant.toString())) {
        command += u" --tenant "_s + tenant.toString();
    }
    if (!audience.isEmpty() && isPlainAzureCliArgument(audience)) {
        // With two slashes where the audience ends with one, as az itself writes it: the token is for that audience.
        command += u" --scope \"%1/.default\""_s.arg(audience);
    }
    if (!claims.isEmpty()) {
        command += u" --claims-challenge \"%1\""_s.arg(QString::fromLatin1(claims.toUtf8().toBase64()));
    }
    return command;
}

void setLoginCommand(Error& error, const QString& command)
{
    error.detail.additionalInfo.append({commandType, command});
}

QString loginCommandOf(const Error& error)
{
    for (const ErrorAdditionalInfo& info : error.detail.additionalInfo) {
        if (info.type == commandType) {
            return info.info.toString();
        }
    }
    return {};
}

} // namespace CommKeys
