// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"
#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

#include <optional>

namespace CommKeys {

/// One access key and the connection string that goes with it. Each may be missing from an answer.
struct AccessKey
{
    std::optional<Secret> key;
    std::optional<Secret> connectionString;

    [[nodiscard]] bool isEmpty() const { return !key && !connectionString; }
    bool operator==(const AccessKey&) const = default;
};

/// The answer of listKeys and regenerateKey: four members, all of them optional. A member that is absent has not
/// changed; regenerateKey answers with the regenerated pair only.
/// Source: CommunicationServiceKeys, Microsoft.Communication 2023-04-01.
struct CommunicationServiceKeys
{
    AccessKey primary;
    AccessKey secondary;
    QString requestId = {};     ///< x-ms-request-id of the answer, for the history
    QString correlationId = {}; ///< x-ms-correlation-request-id

    [[nodiscard]] const AccessKey& at(KeyType type) const { return type == KeyType::Primary ? primary : secondary; }
    [[nodiscard]] AccessKey& at(KeyType type) { return type == KeyType::Primary ? primary : secondary; }
    bool operator==(const CommunicationServiceKeys&) const = default;
};

/// Overwrites @p json when done. Fails with BadAnswer when it is no JSON object, when a member is no text, or when
/// there is not one of the four: an answer that carries no key is never a success.
[[nodiscard]] Result<CommunicationServiceKeys> parseCommunicationServiceKeys(QByteArray& json);

} // namespace CommKeys
