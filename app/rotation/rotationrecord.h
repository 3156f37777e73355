// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/keytype.h"
#include "core/resourceid.h"
#include "rotation/rotationoutcome.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace CommKeys {

/// One regeneration as it is known: what the journal keeps of it and the history shows. It holds no secret; a key is in
/// it only as a fingerprint with the journal's salt.
struct RotationRecord
{
    /// How far it has got, told apart by what has to be done after a crash.
    enum class Stage {
        Intended, ///< nothing has gone out yet
        Sent,     ///< the request has gone out, or is about to this instant
        Unclear,  ///< the answer was lost and the service could not be asked: still to be resolved
        Ended,    ///< `end` says how
    };

    QString id;      ///< a UUID
    QString armHost; ///< host[:port] of the cloud's Azure Resource Manager
    ResourceId resource;
    TenantId tenant;
    KeyType type = KeyType::Primary;
    QString account;      ///< who asked for it
    QDateTime startedUtc; ///< UTC
    QDateTime endedUtc;   ///< UTC; invalid while it is open
    Stage stage = Stage::Intended;
    std::optional<RotationEnd> end;
    QString fingerprintBefore;  ///< salted SHA-256 in hex; empty: not known
    QString fingerprintAfter;   ///< the same of the new key
    bool mayBeOld = false;      ///< fingerprintAfter may be that of the key from before: nobody knows that one
    bool isFromListing = false; ///< fingerprintAfter is what listKeys returned after a lost answer
    QString clientRequestId;    ///< x-ms-client-request-id of the POST
    QString requestId;          ///< x-ms-request-id
    QString correlationId;      ///< x-ms-correlation-request-id
    QString problem;            ///< problemOf() what went wrong; empty: nothing

    bool operator==(const RotationRecord&) const = default;

    [[nodiscard]] bool isOpen() const { return stage != Stage::Ended; }

    /// From the beginning to the end, never below zero, whatever was done to the clock; nothing while it is open.
    [[nodiscard]] std::optional<std::chrono::milliseconds> duration() const;

    /// What a record may say of an error: its kind and the service's code, redacted. "Conflict (ScopeLocked)".
    [[nodiscard]] static QString problemOf(const Error& error);
};

/// The names as they stand in files; not translated.
[[nodiscard]] QString nameOf(RotationRecord::Stage stage);
[[nodiscard]] QString nameOf(RotationEnd end);

} // namespace CommKeys
