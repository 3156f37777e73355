// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled by tests that expect it to fail, once for each MISUSE, and once without any, which has to compile.

#include "core/secret.h"

#include <QDebug>
#include <QTextStream>
#include <QVariant>

#include <iostream>

using CommKeys::Secret;

void use(const Secret& secret)
{
#if MISUSE == 1
    qDebug() << secret;
#elif MISUSE == 2
    QTextStream(stdout) << secret;
#elif MISUSE == 3
    std::cout << secret;
#elif MISUSE == 4
    const QString text = secret;
#elif MISUSE == 5
    Q_UNUSED(secret == QStringLiteral("a key"));
#elif MISUSE == 6
    const QVariant variant = secret;
#elif MISUSE == 7
    const QString text = QStringLiteral("%1").arg(secret);
#elif MISUSE == 8
    QDataStream stream;
    stream << secret;
#else
    Q_UNUSED(secret.size());
#endif
}
