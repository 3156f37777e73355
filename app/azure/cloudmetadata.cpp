// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/cloudmetadata.h"

#include "azure/publicclouds.h"
#include "core/serviceurl.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::CloudMetadata)
};

Error notACloud(const QUrl& armEndpoint, const QString& why)
{
    return Error::of(ErrorKind::BadAnswer,
                     Text::tr("%1 does not describe a cloud: %2").arg(armEndpoint.toDisplayString(), why),
                     Text::tr("Is this the address of an Azure Resource Manager? Ask whoever runs the cloud."));
}

/// The entry of a list that speaks of the ARM that was asked; of a list of one, that one.
QJsonObject pick(const QJsonDocument& document, const QUrl& armEndpoint)
{
    if (document.isObject()) {
        return document.object();
    }
    const QJsonArray clouds = document.array();
    for (const QJsonValue& value : clouds) {
        if (isSameOrigin(QUrl(value[u"resourceManager"_s].toString()), armEndpoint)) {
            return value.toObject();
        }
    }
    return clouds.size() == 1 ? clouds.first().toObject() : QJsonObject();
}

/// Of several audiences the one that lies at the ARM address, else the first.
QString audienceOf(const QJsonObject& authentication, const QUrl& armEndpoint)
{
    QString first;
    const QJsonArray audiences = authentication.value("audiences"_L1).toArray();
    for (const QJsonValue& value : audiences) {
        QString audience = value.toString();
        if (!audience.isEmpty() && isSameOrigin(QUrl(audience), armEndpoint)) {
            return audience;
        }
        if (first.isEmpty()) {
            first = audience;
        }
    }
    return first;
}

/// What is merely shown or opened later is dropped when it is not a proper address.
QUrl optionalUrl(const QString& text)
{
    const Result<QUrl> url = checkServiceUrl(text, {});
    return url ? *url : QUrl();
}

} // namespace

Result<Cloud> parseCloudMetadata(const QByteArray& json, const QUrl& armEndpoint)
{
    const QJsonDocument document = parseJsonBody(json);
    if (document.isNull()) {
        return notACloud(armEndpoint, Text::tr("its answer is not JSON."));
    }
    const QJsonObject object = pick(document, armEndpoint);
    const QJsonObject authentication = object.value("authentication"_L1).toObject();
    if (authentication.isEmpty()) {
        return notACloud(armEndpoint, Text::tr("its answer names no sign-in."));
    }
    const Result<QUrl> login =
        checkServiceUrl(authentication.value("loginEndpoint"_L1).toString(), Text::tr("The cloud's sign-in address"));
    if (!login) {
        return login.error();
    }
    Cloud cloud;
    cloud.name = object.value("name"_L1).toString().left(100);
    if (cloud.name.isEmpty()) {
        cloud.name = armEndpoint.host();
    }
    cloud.armEndpoint = armEndpoint;
    cloud.loginEndpoint = *login;
    cloud.audience = audienceOf(authentication, armEndpoint);
    cloud.portal = optionalUrl(object.value("portal"_L1).toString());
    cloud.keyVaultSuffix = object.value("suffixes"_L1).toObject().value("keyVaultDns"_L1).toString();
    if (cloud.audience.isEmpty()) {
        return notACloud(armEndpoint, Text::tr("it names nobody for whom a token is to be made."));
    }
    if (isPublicCloudAudience(cloud.audience)) {
        return Error::of(
            ErrorKind::Refused,
            Text::tr("%1 asks for a token for “%2”, which would also open one of Microsoft's public clouds.")
                .arg(armEndpoint.toDisplayString(), cloud.audience.left(200)),
            Text::tr("CommKeys does not hand such a token to a cloud of one's own. If this is a mistake, "
                     "whoever runs the cloud has to mend its metadata."));
    }
    return cloud;
}

} // namespace CommKeys
