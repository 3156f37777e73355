// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationrecord.h"
#include "support/exampleresource.h"

#include <QUuid>

namespace CommKeys {

/// A regeneration that has got as far as @p stage, with something in every member that it may have. The same @p number
/// gives the same one.
[[nodiscard]] inline RotationRecord exampleRecord(int number = 1,
                                                  RotationRecord::Stage stage = RotationRecord::Stage::Ended)
{
    const auto uuid = [number](const QString& name) {
        return QUuid::createUuidV5(QUuid(), name + QString::number(number)).toString(QUuid::WithoutBraces);
    };
    RotationRecord record;
    record.id = uuid(QStringLiteral("id"));
    record.armHost = QStringLiteral("management.azure.com");
    record.resource = exampleResource().id;
    record.tenant = exampleResource().tenant;
    record.type = number % 2 == 0 ? KeyType::Secondary : KeyType::Primary;
    record.account = QStringLiteral("megan@contoso.example");
    record.startedUtc = QDateTime(QDate(2026, 3, 1), QTime(9, 30, 0, 125), Qt::UTC).addSecs(number);
    record.stage = stage;
    record.fingerprintBefore = QString(64, u'a');
    record.clientRequestId = uuid(QStringLiteral("client"));
    if (stage == RotationRecord::Stage::Ended) {
        record.endedUtc = record.startedUtc.addMSecs(1'234);
        record.end = RotationEnd::Kept;
        record.fingerprintAfter = QString(64, u'b');
        record.requestId = uuid(QStringLiteral("request"));
        record.correlationId = uuid(QStringLiteral("correlation"));
        record.problem = QStringLiteral("Timeout");
    }
    return record;
}

} // namespace CommKeys
