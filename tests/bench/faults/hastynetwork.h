// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>

namespace CommKeys {

/// A network whose requests time out early.
class HastyNetwork final : public QNetworkAccessManager
{
public:
    explicit HastyNetwork(std::chrono::milliseconds timeout) : m_timeout(timeout) {}

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoingData) override
    {
        QNetworkRequest hasty = request;
        hasty.setTransferTimeout(static_cast<int>(m_timeout.count()));
        return QNetworkAccessManager::createRequest(operation, hasty, outgoingData);
    }

private:
    const std::chrono::milliseconds m_timeout;
};

} // namespace CommKeys
