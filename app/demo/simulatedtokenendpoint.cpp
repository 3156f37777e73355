// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedtokenendpoint.h"

#include "demo/simulatedclaims.h"
#include "demo/simulateddevicelogin.h"
#include "demo/simulatedtokenreply.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUuid>

#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::chrono::minutes codeLife = 10min;
constexpr int refreshTokenDays = 90;

using Problem = std::optional<SimulatedEntraError>;

/// A grant that was found good, and the nonce that goes with it.
struct Found
{
    SimulatedGrant grant;
    QString nonce;
};
using Redeemed = std::variant<Found, SimulatedEntraError>;

QString exactTime(const QDateTime& utc)
{
    return utc.toString(u"yyyy-MM-dd'T'hh:mm:ss.zzz'0000Z'"_s);
}

Problem problemOfClient(const SimulatedEntraCall& call)
{
    const SimulatedForm& form = call.form();
    const QString client = form.value(u"client_id"_s);
    if (call.request().verb != "POST") {
        return SimulatedEntraError::of(900561, {u"POST"_s, QString::fromLatin1(call.request().verb)});
    }
    if (call.authority().isEmpty()) {
        return SimulatedEntraError::of(90002, {call.segment()});
    }
    if (form.hasDuplicates()) {
        return SimulatedEntraError::of(90013);
    }
    for (const QString& field : {u"grant_type"_s, u"client_id"_s}) {
        if (form.value(field).isEmpty()) {
            return SimulatedEntraError::missing(field);
        }
    }
    if (!isUuid(client)) {
        return SimulatedEntraError::of(700016, {client});
    }
    // Their presence is enough: an empty secret is one too.
    if (form.has(u"client_secret"_s) || form.has(u"client_assertion"_s)) {
        return SimulatedEntraError::of(700025);
    }
    return SimulatedClaims::parse(form.value(u"claims"_s)) ? std::nullopt : Problem(SimulatedEntraError::of(90013));
}

bool isSameClient(const SimulatedEntraCall& call, const SimulatedGrant& grant)
{
    return call.form().value(u"client_id"_s).compare(grant.client, Qt::CaseInsensitive) == 0;
}

bool answersChallenge(const QString& verifier, const QString& challenge)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return challenge.toLatin1() == hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Redeemed redeemCode(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    const SimulatedForm& form = call.form();
    for (const QString& field : {u"code"_s, u"redirect_uri"_s, u"code_verifier"_s}) {
        if (form.value(field).isEmpty()) {
            return SimulatedEntraError::missing(field);
        }
    }
    SimulatedCode* code = state.grants.code(form.value(u"code"_s));
    if (!code || !isSameClient(call, code->grant)) {
        return SimulatedEntraError::of(70000, {u"code"_s});
    }
    if (code->isRedeemed) {
        return SimulatedEntraError::of(54005);
    }
    if (call.utcNow() >= code->issuedUtc.addMSecs(std::chrono::milliseconds(codeLife).count())) {
        return SimulatedEntraError::of(70008);
    }
    if (call.authority() != code->authority) {
        return SimulatedEntraError::of(700005);
    }
    if (form.value(u"redirect_uri"_s) != code->redirectUri) {
        return SimulatedEntraError::of(500112, {form.value(u"redirect_uri"_s), code->redirectUri});
    }
    if (!answersChallenge(form.value(u"code_verifier"_s), code->challenge)) {
        return SimulatedEntraError::of(501481);
    }
    code->isRedeemed = true;
    return Found{code->grant, code->nonce};
}

Redeemed redeemRefreshToken(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    const QString text = call.form().value(u"refresh_token"_s);
    if (text.isEmpty()) {
        return SimulatedEntraError::missing(u"refresh_token"_s);
    }
    SimulatedRefreshToken* token = state.grants.refreshToken(text);
    if (!token || !isSameClient(call, token->grant)) {
        return SimulatedEntraError::of(70000, {u"refresh_token"_s});
    }
    if (token->revokedUtc) {
        return SimulatedEntraError::of(50173, {exactTime(token->issuedUtc), exactTime(*token->revokedUtc)});
    }
    if (token->isExpired || call.utcNow() >= token->usedUtc.addDays(refreshTokenDays)) {
        return SimulatedEntraError::of(700082, {exactTime(token->issuedUtc)});
    }
    token->usedUtc = call.utcNow();
    return Found{token->grant, {}};
}

Redeemed redeemDeviceCode(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    if (call.form().value(u"device_code"_s).isEmpty()) {
        return SimulatedEntraError::missing(u"device_code"_s);
    }
    if (const Problem problem = pollDeviceCode(call, state)) {
        return *problem;
    }
    return Found{state.grants.deviceCode(call.form().value(u"device_code"_s))->grant, {}};
}

Redeemed redeemGrant(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    const QString type = call.form().value(u"grant_type"_s);
    if (type == "authorization_code"_L1) {
        return redeemCode(call, state);
    }
    if (type == "refresh_token"_L1) {
        return redeemRefreshToken(call, state);
    }
    // MSAL for JavaScript sends the short name, which is older than RFC 8628.
    if (type == "urn:ietf:params:oauth:grant-type:device_code"_L1 || type == "device_code"_L1) {
        return redeemDeviceCode(call, state);
    }
    return SimulatedEntraError::of(70003, {type});
}

/// Scopes of the request; without any, those of the sign-in.
Problem problemOfScopes(const SimulatedEntraCall& call, const SimulatedScopes& scopes)
{
    if (scopes.resources().size() > 1) {
        return SimulatedEntraError::of(700022, {call.form().value(u"scope"_s)});
    }
    return scopes.problem(call.cloud(), call.segment());
}

QJsonObject claimsOfPolicy(const SimulatedTenant& tenant)
{
    static const QUuid policies(u"d4d1c6f0-5a6b-4e0f-8f43-6a9c3b2f9e57"_s);
    const QString id = QUuid::createUuidV5(policies, tenant.id.toString()).toString(QUuid::WithoutBraces);
    const QJsonObject policy{{u"essential"_s, true}, {u"values"_s, QJsonArray{id}}};
    return {{u"access_token"_s, QJsonObject{{u"capolids"_s, policy}}}};
}

/// What the tenant says to it.
Problem refusalOfTenant(const SimulatedEntraCall& call, const SimulatedEntraPolicy& policy,
                        const SimulatedTokenOrder& order)
{
    if (!order.person.isMemberOf(order.tenant.id)) {
        return SimulatedEntraError::of(
            50020, {order.person.upn, order.person.home.toString(), order.tenant.displayName, order.grant.client});
    }
    if (const int code = policy.refusalOf(order.tenant)) {
        return SimulatedEntraError::of(code, {order.person.upn, order.tenant.displayName});
    }
    if (policy.blocks(order.tenant)) {
        return SimulatedEntraError::of(53003).with(claimsOfPolicy(order.tenant));
    }
    const QString resource = order.scopes.audience();
    const bool isSilent = call.form().value(u"grant_type"_s) == "refresh_token"_L1;
    if (isSilent && policy.wantsMfa(order.tenant, order.person.upn)) {
        return SimulatedEntraError::of(50076, {resource}).with(claimsOfPolicy(order.tenant));
    }
    const bool asksForChallenge =
        !policy.claimsChallenge.isEmpty() && SimulatedClaims::contains(order.claims, policy.claimsChallenge);
    if (policy.claimsOnlyInteractively && asksForChallenge &&
        !SimulatedClaims::contains(order.grant.claims, policy.claimsChallenge)) {
        return SimulatedEntraError::of(50078, {resource}).with(policy.claimsChallenge);
    }
    return std::nullopt;
}

} // namespace

SimulatedAnswer redeem(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    if (const Problem problem = problemOfClient(call)) {
        return call.refuse(*problem, state.policy.refusalForm);
    }
    const QString asked = call.form().value(u"scope"_s);
    if (const Problem problem = problemOfScopes(call, SimulatedScopes::parse(asked))) {
        return call.refuse(*problem, state.policy.refusalForm);
    }
    const Redeemed redeemed = redeemGrant(call, state);
    if (const auto* problem = std::get_if<SimulatedEntraError>(&redeemed)) {
        return call.refuse(*problem, state.policy.refusalForm);
    }
    const auto& [grant, nonce] = std::get<Found>(redeemed);
    const std::optional<SimulatedPerson> person = personOf(call.estate(), grant.upn);
    if (!person) {
        return call.refuse(SimulatedEntraError::of(50034, {grant.upn}), state.policy.refusalForm);
    }
    const SimulatedScopes scopes = SimulatedScopes::parse(asked.isEmpty() ? grant.scope : asked);
    const QJsonObject claims = SimulatedClaims::parse(call.form().value(u"claims"_s)).value_or(QJsonObject());
    const SimulatedTokenOrder order{
        grant, *person, call.tenantFor(*person), scopes, SimulatedClaims::merged(grant.claims, claims), nonce};
    if (const Problem refusal = refusalOfTenant(call, state.policy, order)) {
        return call.refuse(*refusal, state.policy.refusalForm);
    }
    return tokenReply(call, state, order);
}

} // namespace CommKeys
