// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedresource.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// What is unique to a resource, which its id is not.
QString identityOf(const SimulatedResource& resource)
{
    return resource.incarnation == 0 ? resource.id : resource.id + u'#' + QString::number(resource.incarnation);
}

} // namespace

QJsonObject SimulatedResource::toJson(const QString& apiVersion) const
{
    static const QUuid resources(u"0f6f9f0e-5d4d-4d8e-8d3c-54a3c9ac5b21"_s);
    // Seven digits of a second, as .NET writes them.
    const QString time = createdUtc.toString(u"yyyy-MM-dd'T'HH:mm:ss'.9995904Z'"_s);

    QJsonObject properties{
        {u"provisioningState"_s, provisioningState},
        {u"hostName"_s, hostName},
        {u"immutableResourceId"_s,
         QUuid::createUuidV5(resources, identityOf(*this).toLower()).toString(QUuid::WithoutBraces)},
        {u"dataLocation"_s, dataLocation},
    };
    if (!linkedDomains.isEmpty()) {
        properties.insert("linkedDomains"_L1, QJsonArray::fromStringList(linkedDomains));
    }
    if (apiVersion >= "2025-05-01"_L1) { // dates sort as text
        properties.insert("publicNetworkAccess"_L1, u"Enabled"_s);
        properties.insert("disableLocalAuth"_L1, localAuthDisabled);
    }

    QJsonObject json{
        {u"id"_s, id},
        {u"name"_s, name},
        {u"type"_s, u"microsoft.communication/communicationservices"_s},
        {u"location"_s, location},
        {u"systemData"_s, QJsonObject{{u"createdBy"_s, createdBy},
                                      {u"createdByType"_s, u"User"_s},
                                      {u"createdAt"_s, time},
                                      {u"lastModifiedBy"_s, createdBy},
                                      {u"lastModifiedByType"_s, u"User"_s},
                                      {u"lastModifiedAt"_s, time}}},
        {u"properties"_s, properties},
    };
    if (tags) {
        json.insert("tags"_L1, *tags);
    }
    if (identity) {
        json.insert("identity"_L1, *identity);
    }
    return json;
}

QString SimulatedResource::key(QByteArrayView seed, KeyType type) const
{
    const int generation = type == KeyType::Primary ? primaryGeneration : secondaryGeneration;
    return simulatedKey(seed, identityOf(*this), type, generation, keyFormat);
}

void SimulatedResource::regenerate(KeyType type)
{
    ++(type == KeyType::Primary ? primaryGeneration : secondaryGeneration);
}

void SimulatedResource::recreate(const QDateTime& utcNow)
{
    ++incarnation;
    createdUtc = utcNow;
    primaryGeneration = 0;
    secondaryGeneration = 0;
}

QString SimulatedResource::connectionString(const QString& key) const
{
    return u"endpoint=https://"_s + hostName + u"/;accesskey="_s + key;
}

} // namespace CommKeys
