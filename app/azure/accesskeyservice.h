// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "azure/communicationservicekeys.h"
#include "core/job.h"

namespace CommKeys {

/// The two questions about keys that Azure answers, as an interface: rotation/ knows no more of Azure than this.
class AccessKeyService
{
public:
    AccessKeyService() = default;
    virtual ~AccessKeyService() = default;
    Q_DISABLE_COPY_MOVE(AccessKeyService)

    /// Both keys. Each call is written to the customer's Activity Log: only when a person asks.
    [[nodiscard]] virtual JobOf<CommunicationServiceKeys>* listKeys(const CommunicationService& resource,
                                                                    QObject* parent) = 0;

    /// Makes a new key and returns it; the old one is refused from that moment. Sent exactly once, never again by
    /// itself. When it fails, Error::effect says whether it may have happened all the same.
    [[nodiscard]] virtual JobOf<CommunicationServiceKeys>* regenerateKey(const CommunicationService& resource,
                                                                         KeyType type, QObject* parent) = 0;
};

} // namespace CommKeys
