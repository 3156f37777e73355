// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"

#include <QNetworkReply>

namespace CommKeys {

/// A reply to a request that never left the process. It behaves as the one of a real request does: nothing is said
/// before the event loop runs, then metaDataChanged, readyRead, and errorOccurred where there is an error, before
/// finished; abort() ends it with OperationCanceledError.
class SimulatedNetworkReply final : public QNetworkReply
{
    Q_OBJECT

public:
    SimulatedNetworkReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, QObject* parent);

    /// Says @p answer now. Called from the event loop; does nothing once the reply is finished.
    void deliver(const SimulatedAnswer& answer);

    void abort() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;

private:
    void fail(NetworkError error, const QString& text);
    void finish();

    QByteArray m_body;
    qsizetype m_position = 0;
};

} // namespace CommKeys
