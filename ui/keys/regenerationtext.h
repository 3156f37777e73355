// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "core/error.h"
#include "rotation/rotationoutcome.h"

#include <QString>

namespace CommKeys {

/// A regeneration has left something to do, reported away from its dialog. @p reason is what went wrong.
[[nodiscard]] Error errorAfter(const CommunicationService& resource, const RotationOutcome& outcome, Error reason);

/// The outcome that was reported first was wrong.
[[nodiscard]] QString correctedText(const CommunicationService& resource, const RotationOutcome& outcome);

} // namespace CommKeys
