// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/keytype.h"
#include "demo/simulatedkeys.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace CommKeys {

/// One Communication Services resource as the service holds it, with the spellings of its creator (azure-api §0.4).
struct SimulatedResource
{
    QString id; ///< word for word what the service answers, whatever casing a client asks with
    SubscriptionId subscription;
    QString group;
    QString name;
    QString location;
    QString dataLocation;
    QString hostName;
    QString provisioningState;
    QString createdBy;
    QDateTime createdUtc;
    QDateTime deletedUtc;                ///< invalid: it exists
    std::optional<QJsonObject> tags;     ///< nothing: the member is missing
    std::optional<QJsonObject> identity; ///< nothing: the member is missing
    QStringList linkedDomains;           ///< empty: the member is missing
    bool localAuthDisabled = false;      ///< told only from api-version 2025-05-01 on
    SimulatedKeyFormat keyFormat = SimulatedKeyFormat::Marked;
    int incarnation = 0; ///< how often it was deleted and created again: another resource under the same id
    int primaryGeneration = 0;
    int secondaryGeneration = 0;

    /// The resource as an answer of @p apiVersion shows it.
    [[nodiscard]] QJsonObject toJson(const QString& apiVersion) const;

    [[nodiscard]] QString key(QByteArrayView seed, KeyType type) const;
    void regenerate(KeyType type);
    /// Deletes it and creates another one under its id.
    void recreate(const QDateTime& utcNow);
    /// `endpoint=https://HOST/;accesskey=KEY`
    [[nodiscard]] QString connectionString(const QString& key) const;
};

} // namespace CommKeys
