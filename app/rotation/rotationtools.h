// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/accesskeyservice.h"
#include "azure/preflightservice.h"
#include "core/clock.h"
#include "keychain/keptkeysstore.h"
#include "rotation/rotationjournal.h"

#include <QString>

namespace CommKeys {

/// What regenerations of one session work with; all of it outlives them.
struct RotationTools
{
    AccessKeyService& keys;
    PreflightService& preflight;
    KeptKeysStore& kept;
    RotationJournal& journal;
    Clock& clock;
    QString armHost;    ///< host[:port] of the cloud's Azure Resource Manager
    QString account;    ///< who asks for it; may be empty
    QString lockFolder; ///< of the person's own; empty: no other process has these resources
};

} // namespace CommKeys
