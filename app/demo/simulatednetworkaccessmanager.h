// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QNetworkAccessManager>

namespace CommKeys {

class SimulatedAzure;

/// A network that ends inside the process: every request is answered by one SimulatedAzure, none reaches a socket,
/// whatever its host and scheme. A host that is not simulated is not found.
///
/// @p azure and @p clock must outlive it. The clock turns the simulation's delays, so a test can skip them.
class SimulatedNetworkAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    SimulatedNetworkAccessManager(SimulatedAzure& azure, Clock& clock, QObject* parent = nullptr);

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoingData) override;

private:
    SimulatedAzure& m_azure;
    Clock& m_clock;
};

} // namespace CommKeys
