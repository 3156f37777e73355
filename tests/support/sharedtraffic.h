// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace CommKeys {

/// The recorded traffic beside the project; the folder is not part of it, and tests that read it say that they skip
/// when it is not there.
[[nodiscard]] inline bool haveSharedTraffic()
{
    return QDir(QStringLiteral(COMMKEYS_SHARED_TRAFFIC)).exists();
}

[[nodiscard]] inline QJsonDocument sharedTraffic(const QString& fileName)
{
    QFile file(QStringLiteral(COMMKEYS_SHARED_TRAFFIC "/") + fileName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/// A recorded body as the bytes that came: some files hold it as text, some as JSON.
[[nodiscard]] inline QByteArray bodyBytes(const QJsonValue& body)
{
    if (body.isString()) {
        return body.toString().toUtf8();
    }
    return body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson();
}

} // namespace CommKeys
