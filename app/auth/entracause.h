// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/entraerror.h"

namespace CommKeys {

/// What lies behind a refusal, as far as the next step goes.
enum class EntraCause {
    MoreProof,
    ConditionalAccess,
    ManagedDevice,
    StrangerHere,
    InvitationOpen,
    OutboundBlocked,
    InboundBlocked,
    NoAzureHere,
    Password,
    LockedOut,
    Disabled,
    NoBrowserSession,
    NotAssigned,
    Revoked,
    Expired,
    SingleTenantApplication,
    UsedCode,
    Declined,
    Consent,
    AdminConsent,
    ForeignApplication,
    UnknownApplication,
    ConfidentialApplication,
    RedirectAddress,
    UnknownTenant,
    OtherCloud,
    DeviceCodeOver,
    Busy,
    SignInNeeded,  ///< by its word, and it has no number
    SignInMayHelp, ///< by its word; its number is none of ours, so nothing is claimed about the reason
    Unknown,
};

/// By the first number of the refusal that is known, else by its word.
[[nodiscard]] EntraCause entraCauseOf(const EntraRefusal& refusal);

/// Whether the person can set it right by signing in, or it cannot be ruled out.
[[nodiscard]] bool helpsToSignIn(EntraCause cause);

} // namespace CommKeys
