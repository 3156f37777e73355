// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QString>

namespace CommKeys {

/// What came back: a status, headers, the whole body. A value, so that everything that reads it is a pure function.
struct HttpAnswer
{
    int status = 0;
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;

    /// A header's value, whatever the casing of its name; empty when it is not there.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace CommKeys
