// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QNetworkAccessManager>

namespace CommKeys {

/// The computer's clock, on which waiting takes a hundredth of its time: nobody waits for a retry here.
class HastyClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_clock.utcNow(); }
    void callAfter(std::chrono::milliseconds delay, QObject* context, std::function<void()> call) override
    {
        m_clock.callAfter(delay / 100, context, std::move(call));
    }

private:
    SystemClock m_clock;
};

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
