// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/knownresources.h"

#include "core/externaltext.h"

#include "core/logging.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int format = 1;
constexpr qint64 longestFile = qint64{64} * 1024 * 1024; ///< bytes; two hundred thousand resources

QJsonObject toJson(const CommunicationService& resource)
{
    return {{u"id"_s, resource.id.toString()},
            {u"tenant"_s, resource.tenant.toString()},
            {u"subscriptionName"_s, resource.subscriptionName},
            {u"location"_s, resource.location},
            {u"dataLocation"_s, resource.dataLocation},
            {u"hostName"_s, resource.hostName()}};
}

std::optional<CommunicationService> fromJson(const QJsonObject& object)
{
    const Result<ResourceId> id = ResourceId::parse(object.value(u"id"_s).toString());
    if (!id) {
        return std::nullopt;
    }
    CommunicationService resource;
    resource.id = *id;
    resource.tenant = TenantId(object.value(u"tenant"_s).toString());
    resource.subscriptionName = externalText(object.value(u"subscriptionName"_s).toString());
    resource.location = object.value(u"location"_s).toString();
    resource.dataLocation = object.value(u"dataLocation"_s).toString();
    resource.setHostName(object.value(u"hostName"_s).toString());
    return resource;
}

} // namespace

KnownResources::KnownResources(const QString& file, const QString& armHost, const QString& account)
    : m_file(file)
    , m_armHost(armHost)
    , m_account(account)
{
}

std::optional<KnownResources::List> KnownResources::read() const
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > longestFile) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    List list;
    list.asOfUtc = QDateTime::fromString(object.value(u"asOf"_s).toString(), Qt::ISODate);
    if (object.value(u"format"_s).toInt() != format || object.value(u"armHost"_s).toString() != m_armHost ||
        object.value(u"account"_s).toString() != m_account || !list.asOfUtc.isValid()) {
        return std::nullopt;
    }
    for (const QJsonValue& value : object.value(u"resources"_s).toArray()) {
        if (const std::optional<CommunicationService> resource = fromJson(value.toObject())) {
            list.resources.append(*resource);
        }
    }
    shareTexts(list.resources);
    return list;
}

void KnownResources::write(const List& list) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QJsonArray resources;
    for (const CommunicationService& resource : list.resources) {
        resources.append(toJson(resource));
    }
    const QJsonObject object{{u"format"_s, format},
                             {u"armHost"_s, m_armHost},
                             {u"account"_s, m_account},
                             {u"asOf"_s, list.asOfUtc.toUTC().toString(Qt::ISODate)},
                             {u"resources"_s, resources}};
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen || file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) < 0 || !file.commit()) {
        qCWarning(logAzure) << "the list of resources could not be kept:" << file.errorString();
    }
}

void KnownResources::forget() const
{
    if (read()) {
        QFile::remove(m_file);
    }
}

} // namespace CommKeys
