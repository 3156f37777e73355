// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/recordtext.h"

#include "core/externaltext.h"
#include "rotation/rotationhistory.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int fingerprintLetters = 16;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::RecordText)
};

QString shortened(const QString& fingerprint)
{
    return fingerprint.isEmpty() ? QString() : fingerprint.left(fingerprintLetters) + u'…';
}

QString utcText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

QString resultText(const RotationRecord& record)
{
    if (!record.end) {
        return Words::tr("Not known yet");
    }
    switch (*record.end) {
    case RotationEnd::Kept:
        return record.mayBeOld ? Words::tr("In the keychain; may be the key from before")
                               : Words::tr("New key, in the keychain");
    case RotationEnd::NotKept:
        return Words::tr("New key, only in memory");
    case RotationEnd::Unchanged:
        return Words::tr("Key has not changed");
    case RotationEnd::Unclear:
        return Words::tr("Not known");
    }
    Q_UNREACHABLE();
}

QString durationText(const RotationRecord& record)
{
    const auto duration = record.duration();
    //: A length of time. %1: seconds, "1.2"
    return duration ? Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(duration->count()) / 1'000, 'f', 1))
                    : QString();
}

QString beginText(const RotationRecord& record)
{
    return QLocale().toString(record.startedUtc.toLocalTime(), QLocale::ShortFormat);
}

QString detailsText(const RotationRecord& record)
{
    QStringList lines;
    const auto add = [&lines](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            //: A line of details. %1: what it is, "Request id". %2: the value
            lines.append(Words::tr("%1: %2").arg(name, externalText(value)));
        }
    };
    add(Words::tr("Resource"), record.resource.toString());
    add(Words::tr("Key"), displayName(record.type));
    add(Words::tr("Result"), resultText(record));
    add(Words::tr("Problem"), record.problem);
    add(Words::tr("Begun"), utcText(record.startedUtc));
    add(Words::tr("Ended"), utcText(record.endedUtc));
    add(Words::tr("Who"), record.account);
    add(Words::tr("Tenant"), record.tenant.toString());
    //: Before part of the hash of the key that was replaced
    add(Words::tr("Fingerprint before"), shortened(record.fingerprintBefore));
    //: Before part of the hash of the new key
    add(Words::tr("Fingerprint after"), shortened(record.fingerprintAfter));
    add(Words::tr("Client request id"), record.clientRequestId);
    add(Words::tr("Request id"), record.requestId);
    add(Words::tr("Correlation id"), record.correlationId);
    add(Words::tr("Id in the journal"), record.id);
    lines.append(QString());
    lines.append(RotationHistory::requestLine(record));
    lines.append(QString::fromUtf8(RotationHistory::requestBody(record)));
    return lines.join(u'\n');
}

} // namespace CommKeys
