// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "demo/simulatedestate.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace CommKeys {

/// What a person does with a device code that waits for an answer.
enum class SimulatedDeviceLogin {
    Wait,    ///< nothing, until the page of the code is opened
    Approve, ///< signs in as SimulatedEntraPolicy::person
    Decline,
};

/// Where a refusal has its number. The sign-in service does not fill in all of them every time.
enum class SimulatedRefusalForm {
    Whole,          ///< `error_codes`, the description and `error_uri`
    CodesAsTexts,   ///< `error_codes` has texts in place of numbers; no `error_uri`
    NoCodes,        ///< the description and `error_uri`
    UriOnly,        ///< `error_uri`; the description is a sentence without a number
    DescriptionOnly ///< the description
};

/// How the simulated Entra ID behaves from now on. A value: copy it, change it, set it. Levers that are used up are off
/// again afterwards. Tenants are named by id, by display name or by domain.
struct SimulatedEntraPolicy
{
    QString person = QStringLiteral("avery@contoso.example"); ///< who signs in when the request names nobody
    bool declineNext = false;                                 ///< the next consent is refused (AADSTS65004); used up
    QStringList mfaTenants; ///< refreshing there fails (AADSTS50076) until the person has signed in interactively there
    QStringList mfaDone;    ///< who has: "upn tenant-id" each; the simulation adds to it
    QStringList blockedTenants; ///< Conditional Access lets nobody in (AADSTS53003), interactively either
    /// Tenants whose token endpoint refuses whoever asks, each with the number of its refusal: {"Fabrikam": 90072}.
    QJsonObject refusals;
    SimulatedRefusalForm refusalForm = SimulatedRefusalForm::Whole; ///< of every refusal of the token endpoint
    QStringList revoke;               ///< people all of whose refresh tokens of now are revoked (50173); used up
    bool expireRefreshTokens = false; ///< all refresh tokens of now are too old (700082); used up
    int transientFailures = 0;        ///< so many POSTs fail with 503 (AADSTS90033); counts down
    SimulatedDeviceLogin deviceLogin = SimulatedDeviceLogin::Wait;
    std::chrono::seconds deviceLoginInterval{5}; ///< how long a program waits between two questions
    std::chrono::seconds accessTokenLifetime{3600};
    /// Resource Manager refuses every token that does not satisfy these claims. Empty: none are wanted.
    QJsonObject claimsChallenge;
    /// The last parts of the paths for which it does, such as "listKeys" and "regenerateKey". Empty: for all.
    QStringList claimsOperations;
    bool claimsOnlyInteractively = false; ///< a refresh token does not get them (AADSTS50078)

    /// The number of the refusal with which @p tenant answers everybody; 0: it does not.
    [[nodiscard]] int refusalOf(const SimulatedTenant& tenant) const;
    [[nodiscard]] bool blocks(const SimulatedTenant& tenant) const;
    /// True when @p upn has to sign in interactively at @p tenant first.
    [[nodiscard]] bool wantsMfa(const SimulatedTenant& tenant, const QString& upn) const;
    /// Notes that @p upn has signed in interactively at @p tenant.
    void signedInAt(const SimulatedTenant& tenant, const QString& upn);

    /// From JSON with the members above; `deviceLogin` is "wait", "approve" or "decline", `refusalForm`
    /// "whole", "codesAsTexts", "noCodes", "uriOnly" or "descriptionOnly", the lifetime is
    /// `accessTokenLifetimeSeconds`, the interval `deviceLoginIntervalSeconds`. What is missing is as above. Fails with
    /// InvalidInput that names the member for anything it does not know.
    [[nodiscard]] static Result<SimulatedEntraPolicy> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace CommKeys
