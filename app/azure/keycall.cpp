// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/keycall.h"

#include "azure/armrequests.h"
#include "core/quoting.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString cliOption(const QString& option, const QString& value)
{
    const QChar between = value.startsWith(u'-') ? u'=' : u' ';
    return u" --"_s + option + between + shellQuoted(value);
}

QString azureCliCall(KeyOperation operation, const ResourceId& resource, KeyType type)
{
    const bool lists = operation == KeyOperation::List;
    QString call = lists ? u"az communication list-key"_s : u"az communication regenerate-key"_s;
    call += cliOption(u"name"_s, resource.name());
    call += cliOption(u"resource-group"_s, resource.resourceGroup());
    call += cliOption(u"subscription"_s, resource.subscription().toString());
    return lists ? call : call + cliOption(u"key-type"_s, apiName(type));
}

QString powerShellCall(KeyOperation operation, const ResourceId& resource, KeyType type)
{
    const bool lists = operation == KeyOperation::List;
    QString call = lists ? u"Get-AzCommunicationServiceKey"_s : u"New-AzCommunicationServiceKey"_s;
    call += u" -CommunicationServiceName "_s + powerShellQuoted(resource.name());
    call += u" -ResourceGroupName "_s + powerShellQuoted(resource.resourceGroup());
    call += u" -SubscriptionId "_s + powerShellQuoted(resource.subscription().toString());
    return lists ? call : call + u" -KeyType "_s + powerShellQuoted(apiName(type));
}

QString restCall(KeyOperation operation, const Cloud& cloud, const ResourceId& resource, KeyType type)
{
    const HttpRequest request = operation == KeyOperation::List ? ArmRequests::listKeys(cloud, {}, resource)
                                                                : ArmRequests::regenerateKey(cloud, {}, resource, type);
    QString call = u"POST "_s + QString::fromLatin1(request.url.toEncoded()) + u'\n';
    call += u"Authorization: Bearer {{accessToken}}\n"_s;
    if (!request.body.isEmpty()) {
        call += u"Content-Type: application/json\n\n"_s + QString::fromUtf8(request.body) + u'\n';
    }
    return call;
}

} // namespace

QString keyCall(CallTool tool, KeyOperation operation, const Cloud& cloud, const ResourceId& resource, KeyType type)
{
    switch (tool) {
    case CallTool::AzureCli:
        return azureCliCall(operation, resource, type);
    case CallTool::PowerShell:
        return powerShellCall(operation, resource, type);
    case CallTool::Rest:
        return restCall(operation, cloud, resource, type);
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
