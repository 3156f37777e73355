// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

namespace CommKeys {

/// A request body that can be read once and not rewound.
///
/// QNetworkAccessManager sends a request again, up to three times and whatever its verb, when the connection closes
/// before the answer is complete (Qt 6.4.2: QHttpNetworkConnectionChannel, closeAndResendCurrentRequest). For
/// regenerateKey that would destroy a key that the server has just made. Qt gives up when it cannot rewind the body
/// (QNetworkReply::ContentReSendError), and this body cannot be rewound. tests/http/httpjobtest counts the requests.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(const QByteArray& bytes, QObject* parent);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qsizetype m_read = 0;
};

} // namespace CommKeys
