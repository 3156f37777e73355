// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedentraerror.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Refusal
{
    QString error;
    QString message;
    QString suberror = {};
    int status = 400;
};

/// About the request: whoever wrote the client has to mend it.
QHash<int, Refusal> refusalsOfRequests()
{
    return {
        {50011,
         {u"invalid_request"_s,
          u"The redirect URI '%1' specified in the request does not match the redirect URIs configured for the "
          "application '%2'. Make sure the redirect URI sent in the request matches one added to your "
          "application in the Azure portal."_s}},
        {50049, {u"invalid_instance"_s, u"Unknown or invalid instance."_s}},
        {500011,
         {u"invalid_resource"_s,
          u"The resource principal named %1 was not found in the tenant named %2. This can happen if the "
          "application has not been installed by the administrator of the tenant or consented to by any user "
          "in the tenant. You might have sent your authentication request to the wrong tenant."_s}},
        {501491, {u"invalid_request"_s, u"Invalid size of Code_Challenge parameter."_s}},
        {70003, {u"unsupported_grant_type"_s, u"The app requested an unsupported grant type '%1'."_s}},
        {70005, {u"unsupported_response_type"_s, u"The app requested an unsupported response type '%1'."_s}},
        {70007, {u"invalid_request"_s, u"The app requested an unsupported response mode '%1'."_s}},
        {70011,
         {u"invalid_scope"_s,
          u"The provided request must include a 'scope' input parameter. The provided value for the input "
          "parameter 'scope' is not valid. The scope %1 is not valid."_s}},
        {700016,
         {u"unauthorized_client"_s,
          u"Application with identifier '%1' was not found in the directory. This can happen if the "
          "application has not been installed by the administrator of the tenant or consented to by any user "
          "in the tenant. You may have sent your authentication request to the wrong tenant."_s}},
        {700022,
         {u"invalid_request"_s,
          u"The provided value for the input parameter scope is not valid because it contains more than one "
          "resource. Scope %1 is not valid."_s}},
        {700025,
         {u"invalid_client"_s,
          u"Client is public so neither 'client_assertion' nor 'client_secret' should be presented."_s,
          {},
          401}},
        {90002,
         {u"invalid_tenant"_s,
          u"Tenant '%1' not found. Check to make sure you have the correct tenant ID and are signing into the "
          "correct cloud. Check with your subscription administrator, this may happen if there are no active "
          "subscriptions for the tenant."_s}},
        {90013, {u"invalid_request"_s, u"Invalid input received from the user."_s}},
        {90023, {u"invalid_request"_s, u"Unsupported 'prompt' value."_s}},
        {900144, {u"invalid_request"_s, u"The request body must contain the following parameter: '%1'."_s}},
        {900561, {u"invalid_request"_s, u"The endpoint only accepts %1 requests. Received a %2 request."_s}},
    };
}

/// About codes and refresh tokens.
QHash<int, Refusal> refusalsOfGrants()
{
    return {
        {50173,
         {u"invalid_grant"_s,
          u"The provided grant has expired due to it being revoked, a fresh auth token is needed. The user "
          "might have changed or reset their password. The grant was issued on '%1' and the TokensValidFrom "
          "date (before which tokens are not valid) for this user is '%2'."_s}},
        {500112,
         {u"invalid_grant"_s, u"The reply address '%1' does not match the reply address '%2' provided when requesting "
                              "Authorization code."_s}},
        {501481,
         {u"invalid_grant"_s,
          u"The Code_Verifier does not match the code_challenge supplied in the authorization request."_s}},
        {54005,
         {u"invalid_grant"_s,
          u"OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an "
          "existing refresh token."_s}},
        {70000,
         {u"invalid_grant"_s,
          u"Provided grant is invalid or malformed. The provided value for the '%1' parameter is not valid."_s}},
        {70008,
         {u"invalid_grant"_s,
          u"The provided authorization code or refresh token has expired due to inactivity. Send a new "
          "interactive authorization request for this user and resource."_s}},
        {70016,
         {u"authorization_pending"_s, u"OAuth 2.0 device flow error. Authorization is pending. Continue polling."_s}},
        {70018,
         {u"bad_verification_code"_s,
          u"Invalid verification code due to User typing in wrong user code for device code flow."_s}},
        {70019, {u"expired_token"_s, u"Verification code expired. Have the user retry the sign-in."_s}},
        {700005,
         {u"invalid_grant"_s,
          u"Provided Authorization Code is intended to use against other tenant, thus rejected."_s}},
        {700082,
         {u"invalid_grant"_s,
          u"The refresh token has expired due to inactivity. The token was issued on %1 and was inactive for "
          "90.00:00:00."_s,
          u"bad_token"_s}},
        {90033, {u"temporarily_unavailable"_s, u"A transient error has occurred. Please try again."_s, {}, 503}},
    };
}

/// About people and what their tenants want of them.
QHash<int, Refusal> refusalsOfPeople()
{
    return {
        {50020,
         {u"invalid_grant"_s,
          u"User account '%1' from identity provider 'https://sts.windows.net/%2/' does not exist in tenant "
          "'%3' and cannot access the application '%4' in that tenant. The account needs to be added as an "
          "external user in the tenant first. Sign out and sign in again with a different Azure Active "
          "Directory user account."_s}},
        {50034,
         {u"invalid_grant"_s,
          u"The user account %1 does not exist in the directory. To sign into this application, the account "
          "must be added to the directory."_s}},
        {50058, {u"login_required"_s, u"A silent sign-in request was sent but no user is signed in."_s}},
        {50076,
         {u"invalid_grant"_s,
          u"Due to a configuration change made by your administrator, or because you moved to a new location, "
          "you must use multi-factor authentication to access '%1'."_s,
          u"basic_action"_s}},
        {50078,
         {u"interaction_required"_s,
          u"Presented multi-factor authentication has expired due to policies configured by your "
          "administrator, you must refresh your multi-factor authentication to access '%1'."_s,
          u"basic_action"_s}},
        {53003,
         {u"invalid_grant"_s,
          u"Access has been blocked by Conditional Access policies. The access policy does not allow token "
          "issuance."_s,
          u"message_only"_s}},
        {65004, {u"access_denied"_s, u"User declined to consent to access the app."_s}},
    };
}

/// Of a tenant that no sign-in opens. Sentences: published answers, shortened.
QHash<int, Refusal> refusalsOfTenants()
{
    return {
        {50057, {u"invalid_grant"_s, u"The user account '%1' is disabled."_s}},
        {50105,
         {u"invalid_grant"_s,
          u"Your administrator has configured the application to block users unless they are specifically granted "
          "('assigned') access to the application. The signed-in user '%1' is blocked because they are not a direct "
          "member of a group with access, nor had access directly assigned by an administrator."_s}},
        {500014,
         {u"invalid_resource"_s,
          u"The service principal for the resource in the tenant '%2' is disabled. This indicates "
          "that a subscription within the tenant has lapsed, or that the administrator for this "
          "tenant has disabled the application."_s}},
        {500021, {u"access_denied"_s, u"Access to '%2' tenant is denied."_s}},
        {530003,
         {u"interaction_required"_s, u"Your device is required to be managed to access this resource."_s,
          u"message_only"_s}},
        {65002,
         {u"invalid_request"_s, u"Consent between first party application and first party resource must be configured "
                                "via preauthorization."_s}},
        {90072,
         {u"interaction_required"_s,
          u"User account '%1' from identity provider 'live.com' does not exist in tenant '%2' and cannot access the "
          "application in that tenant. The account needs to be added as an external user in the tenant first."_s}},
    };
}

const QHash<int, Refusal>& refusals()
{
    static const QHash<int, Refusal> all = [] {
        QHash<int, Refusal> table = refusalsOfRequests();
        table.insert(refusalsOfGrants());
        table.insert(refusalsOfPeople());
        table.insert(refusalsOfTenants());
        return table;
    }();
    return all;
}

/// QString::arg would take a "%2" that a client sent for a place of its own.
QString filledIn(const QString& sentence, const QStringList& details)
{
    QString text;
    for (qsizetype index = 0; index < sentence.size(); ++index) {
        const int number = sentence.at(index) == u'%' ? sentence.mid(index + 1, 1).toInt() : 0;
        text += number > 0 ? details.value(number - 1) : QString(sentence.at(index));
        index += number > 0 ? 1 : 0;
    }
    return text;
}

} // namespace

SimulatedEntraError SimulatedEntraError::of(int code, const QStringList& details)
{
    const auto found = refusals().constFind(code);
    if (found == refusals().cend()) {
        return {code, u"invalid_grant"_s, u"The request was refused."_s, {}, {}, 400};
    }
    return {code, found->error, filledIn(found->message, details), found->suberror, {}, found->status};
}

SimulatedEntraError SimulatedEntraError::missing(const QString& field)
{
    return of(900144, {field});
}

SimulatedEntraError SimulatedEntraError::as(const QString& otherError) const
{
    SimulatedEntraError renamed = *this;
    renamed.error = otherError;
    return renamed;
}

SimulatedEntraError SimulatedEntraError::with(const QJsonObject& wantedClaims) const
{
    SimulatedEntraError wanting = *this;
    wanting.claims = wantedClaims;
    return wanting;
}

} // namespace CommKeys
