// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entracause.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

using Cause = EntraCause;

struct CodeCause
{
    int code;
    Cause cause;
};

/// Source: "Microsoft Entra authentication and authorization error codes"; those with a mark, which it does not list:
/// https://login.microsoftonline.com/error?code=<number>.
constexpr std::array causesOfCodes{
    CodeCause{50011, Cause::RedirectAddress},
    CodeCause{16000, Cause::StrangerHere},
    CodeCause{50020, Cause::StrangerHere},
    CodeCause{50034, Cause::StrangerHere},
    CodeCause{50177, Cause::StrangerHere},
    CodeCause{50178, Cause::StrangerHere},
    CodeCause{51004, Cause::StrangerHere},
    CodeCause{90072, Cause::StrangerHere},
    CodeCause{90084, Cause::StrangerHere},
    CodeCause{50014, Cause::InvitationOpen},
    CodeCause{50002, Cause::OutboundBlocked},
    CodeCause{500021, Cause::OutboundBlocked}, // *
    CodeCause{500212, Cause::OutboundBlocked}, // *
    CodeCause{500213, Cause::InboundBlocked},  // *
    CodeCause{50001, Cause::NoAzureHere},
    CodeCause{500011, Cause::NoAzureHere},
    CodeCause{500014, Cause::NoAzureHere}, // *
    CodeCause{650052, Cause::NoAzureHere}, // *
    CodeCause{50055, Cause::Password},
    CodeCause{50056, Cause::Password},
    CodeCause{50064, Cause::Password},
    CodeCause{50125, Cause::Password},
    CodeCause{50126, Cause::Password},
    CodeCause{50135, Cause::Password},
    CodeCause{50144, Cause::Password},
    CodeCause{50053, Cause::LockedOut},
    CodeCause{50057, Cause::Disabled},
    CodeCause{500571, Cause::Disabled}, // *
    CodeCause{50058, Cause::NoBrowserSession},
    CodeCause{50072, Cause::MoreProof},
    CodeCause{50074, Cause::MoreProof},
    CodeCause{50076, Cause::MoreProof},
    CodeCause{50078, Cause::MoreProof},
    CodeCause{50079, Cause::MoreProof},
    CodeCause{50158, Cause::MoreProof},
    CodeCause{50005, Cause::ManagedDevice},
    CodeCause{50097, Cause::ManagedDevice},
    CodeCause{50127, Cause::ManagedDevice},
    CodeCause{50129, Cause::ManagedDevice},
    CodeCause{50155, Cause::ManagedDevice},
    CodeCause{50187, Cause::ManagedDevice},
    CodeCause{53000, Cause::ManagedDevice},
    CodeCause{53001, Cause::ManagedDevice},
    CodeCause{530003, Cause::ManagedDevice}, // *
    CodeCause{50105, Cause::NotAssigned},
    CodeCause{50132, Cause::Revoked},
    CodeCause{50133, Cause::Revoked},
    CodeCause{50139, Cause::Revoked},
    CodeCause{50173, Cause::Revoked},
    CodeCause{50194, Cause::SingleTenantApplication},
    CodeCause{50131, Cause::ConditionalAccess},
    CodeCause{53002, Cause::ConditionalAccess},
    CodeCause{53003, Cause::ConditionalAccess},
    CodeCause{53004, Cause::ConditionalAccess},
    CodeCause{53011, Cause::ConditionalAccess},
    CodeCause{530031, Cause::ConditionalAccess}, // *
    CodeCause{530032, Cause::ConditionalAccess},
    CodeCause{530034, Cause::ConditionalAccess},
    CodeCause{530035, Cause::ConditionalAccess},
    CodeCause{54005, Cause::UsedCode},
    CodeCause{65001, Cause::Consent},
    CodeCause{650057, Cause::Consent},
    CodeCause{90008, Cause::Consent},
    CodeCause{65004, Cause::Declined},
    CodeCause{65002, Cause::ForeignApplication},
    CodeCause{70008, Cause::Expired},
    CodeCause{700082, Cause::Expired},
    CodeCause{700084, Cause::Expired},
    CodeCause{70043, Cause::Expired},
    CodeCause{70018, Cause::DeviceCodeOver},
    CodeCause{70019, Cause::DeviceCodeOver},
    CodeCause{70020, Cause::DeviceCodeOver},
    CodeCause{70001, Cause::UnknownApplication},
    CodeCause{700016, Cause::UnknownApplication},
    CodeCause{700011, Cause::UnknownApplication},
    CodeCause{7000112, Cause::UnknownApplication},
    CodeCause{7000218, Cause::ConfidentialApplication},
    CodeCause{50059, Cause::UnknownTenant},
    CodeCause{50128, Cause::UnknownTenant},
    CodeCause{90002, Cause::UnknownTenant},
    CodeCause{90038, Cause::OtherCloud},
    CodeCause{90094, Cause::AdminConsent},
    CodeCause{90095, Cause::AdminConsent},
    CodeCause{50033, Cause::Busy},
    CodeCause{50087, Cause::Busy},
    CodeCause{50166, Cause::Busy},
    CodeCause{50196, Cause::Busy},
    CodeCause{90006, Cause::Busy},
    CodeCause{90012, Cause::Busy},
    CodeCause{90024, Cause::Busy},
    CodeCause{90033, Cause::Busy},
    CodeCause{90055, Cause::Busy},
};

struct WordCause
{
    QLatin1StringView word;
    Cause cause;
};

constexpr std::array causesOfWords{
    WordCause{"access_denied"_L1, Cause::Declined},
    WordCause{"authorization_declined"_L1, Cause::Declined},
    WordCause{"expired_token"_L1, Cause::DeviceCodeOver},
    WordCause{"code_expired"_L1, Cause::DeviceCodeOver},
    WordCause{"bad_verification_code"_L1, Cause::DeviceCodeOver},
    WordCause{"temporarily_unavailable"_L1, Cause::Busy},
    WordCause{"consent_required"_L1, Cause::Consent},
    WordCause{"interaction_required"_L1, Cause::SignInNeeded},
    WordCause{"login_required"_L1, Cause::SignInNeeded},
    WordCause{"invalid_grant"_L1, Cause::SignInNeeded},
};

} // namespace

EntraCause entraCauseOf(const EntraRefusal& refusal)
{
    for (const int code : refusal.codes) {
        const auto* found = std::find_if(causesOfCodes.begin(), causesOfCodes.end(),
                                         [code](const CodeCause& entry) { return entry.code == code; });
        if (found != causesOfCodes.end()) {
            return found->cause;
        }
    }
    const auto* found = std::find_if(causesOfWords.begin(), causesOfWords.end(),
                                     [&](const WordCause& entry) { return entry.word == refusal.error; });
    if (found == causesOfWords.end()) {
        return Cause::Unknown;
    }
    return found->cause == Cause::SignInNeeded && !refusal.codes.isEmpty() ? Cause::SignInMayHelp : found->cause;
}

bool helpsToSignIn(EntraCause cause)
{
    constexpr std::array helpful{Cause::MoreProof, Cause::Password, Cause::NoBrowserSession, Cause::Revoked,
                                 Cause::Expired,   Cause::Consent,  Cause::SignInNeeded,     Cause::SignInMayHelp};
    return std::find(helpful.begin(), helpful.end(), cause) != helpful.end();
}

} // namespace CommKeys
