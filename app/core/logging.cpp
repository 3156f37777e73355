// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"

#include "core/redaction.h"

#include <cstdio>

namespace CommKeys {

Q_LOGGING_CATEGORY(logHttp, "commkeys.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "commkeys.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logAzure, "commkeys.azure", QtInfoMsg)
Q_LOGGING_CATEGORY(logKeychain, "commkeys.keychain", QtInfoMsg)
Q_LOGGING_CATEGORY(logRotation, "commkeys.rotation", QtInfoMsg)
Q_LOGGING_CATEGORY(logSettings, "commkeys.settings", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "commkeys.ui", QtInfoMsg)

void installRedactingMessageHandler()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
        const QByteArray line = qFormatLogMessage(type, context, redacted(message)).toLocal8Bit();
        std::fprintf(stderr, "%s\n", line.constData());
    });
}

} // namespace CommKeys
