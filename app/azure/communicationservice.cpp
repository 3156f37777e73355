// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/communicationservice.h"

#include "azure/armjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

std::optional<CommunicationService> serviceFrom(const QJsonObject& object)
{
    return communicationServiceFrom(object, object.value("properties"_L1).toObject());
}

} // namespace

std::optional<CommunicationService> communicationServiceFrom(const QJsonObject& resource, const QJsonObject& properties)
{
    Result<ResourceId> id = ResourceId::parse(resource.value("id"_L1).toString());
    if (!id) {
        return std::nullopt;
    }
    CommunicationService service;
    service.id = *std::move(id);
    service.location = resource.value("location"_L1).toString();
    service.dataLocation = properties.value("dataLocation"_L1).toString();
    service.hostName = properties.value("hostName"_L1).toString();
    service.provisioningState = properties.value("provisioningState"_L1).toString();
    const QString created = resource.value("systemData"_L1).toObject().value("createdAt"_L1).toString();
    service.createdUtc = QDateTime::fromString(created, Qt::ISODateWithMs).toUTC();
    const QJsonObject tags = resource.value("tags"_L1).toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        service.tags.insert(it.key(), it.value().toString());
    }
    return service;
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
