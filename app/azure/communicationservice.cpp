// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/communicationservice.h"

#include "azure/armjson.h"
#include "core/externaltext.h"
#include "core/hostlabel.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// As SharedTexts, of tags that are equal in all.
class SharedTags
{
public:
    using Tags = QMap<QString, QString>;

    void share(Tags& tags)
    {
        size_t hash = 0;
        for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag) {
            hash = qHashMulti(hash, tag.key(), tag.value());
        }
        const auto known = m_tags.constFind(hash);
        if (known == m_tags.cend()) {
            m_tags.insert(hash, tags);
        } else if (*known == tags) {
            tags = *known;
        }
    }

private:
    QHash<size_t, Tags> m_tags;
};

std::optional<CommunicationService> serviceFrom(const QJsonObject& object)
{
    return communicationServiceFrom(object, object.value("properties"_L1).toObject());
}

} // namespace

QString CommunicationService::hostName() const
{
    return m_hostEnd.startsWith(u'.') ? name() + m_hostEnd : m_hostEnd;
}

void CommunicationService::setHostName(const QString& hostName)
{
    m_hostEnd = beginsWithLabel(hostName, name(), Qt::CaseSensitive) ? hostName.sliced(name().size()) : hostName;
}

Subscription subscriptionOf(const CommunicationService& resource)
{
    Subscription subscription;
    subscription.id = resource.id.subscription();
    subscription.tenant = resource.tenant;
    subscription.displayName = resource.subscriptionName;
    return subscription;
}

void shareTexts(QList<CommunicationService>& resources)
{
    SharedScopes scopes;
    SharedTexts texts;
    SharedTags tags;
    for (CommunicationService& resource : resources) {
        scopes.share(resource.id);
        resource.tenant.shareText(texts);
        for (QString* text : {&resource.subscriptionName, &resource.location, &resource.dataLocation,
                              &resource.provisioningState, &resource.m_hostEnd}) {
            texts.share(*text);
        }
        tags.share(resource.tags);
    }
}

std::optional<CommunicationService> communicationServiceFrom(const QJsonObject& resource, const QJsonObject& properties)
{
    Result<ResourceId> id = ResourceId::parse(resource.value("id"_L1).toString());
    if (!id) {
        return std::nullopt;
    }
    CommunicationService service;
    service.id = *std::move(id);
    service.location = externalText(resource.value("location"_L1).toString());
    service.dataLocation = externalText(properties.value("dataLocation"_L1).toString());
    service.setHostName(externalText(properties.value("hostName"_L1).toString()));
    service.provisioningState = externalText(properties.value("provisioningState"_L1).toString());
    const ResourceIdentity identity = resourceIdentityFrom(resource, properties);
    service.createdUtc = identity.createdUtc;
    service.immutableId = identity.immutableId;
    const QJsonObject tags = resource.value("tags"_L1).toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        service.tags.insert(externalText(it.key()), externalText(it.value().toString()));
    }
    return service;
}

ResourceIdentity resourceIdentityFrom(const QJsonObject& resource, const QJsonObject& properties)
{
    const QString created = resource.value("systemData"_L1).toObject().value("createdAt"_L1).toString();
    return {QUuid::fromString(properties.value("immutableResourceId"_L1).toString()),
            QDateTime::fromString(created, Qt::ISODateWithMs).toUTC()};
}

Result<CommunicationService> parseCommunicationService(const QByteArray& json)
{
    const QString what = QCoreApplication::translate("CommKeys::CommunicationService", "The resource");
    const Result<QJsonObject> object = ArmJson::object(json, what);
    if (!object) {
        return object.error();
    }
    if (std::optional<CommunicationService> service = serviceFrom(*object)) {
        return *std::move(service);
    }
    return Error::badAnswer(QCoreApplication::translate(
        "CommKeys::CommunicationService",
        "The resource could not be read: its id is none of a Communication Services resource."));
}

Result<Page<CommunicationService>> parseCommunicationServicePage(const QByteArray& json)
{
    return ArmJson::page<CommunicationService>(
        json, QCoreApplication::translate("CommKeys::CommunicationService", "The list of resources"), serviceFrom);
}

} // namespace CommKeys
