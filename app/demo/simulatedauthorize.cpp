// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedauthorize.h"

#include "demo/simulatedclaims.h"
#include "demo/simulatedscopes.h"
#include "demo/simulatedtokenreply.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool isGoodRedirect(const QString& uri)
{
    static const QRegularExpression localhost(QRegularExpression::anchoredPattern(u"http://localhost(:[0-9]{1,5})?"_s));
    return localhost.match(uri).hasMatch();
}

SimulatedAnswer redirected(const SimulatedEntraCall& call, SimulatedForm fields)
{
    const SimulatedForm& form = call.form();
    if (form.has(u"state"_s)) {
        fields.add(u"state"_s, form.value(u"state"_s));
    }
    if (fields.has(u"code"_s)) {
        static const QUuid sessions(u"8b7c2a0e-0c4b-4f39-9c38-3d1a7f5f1d62"_s);
        fields.add(u"session_state"_s,
                   QUuid::createUuidV5(sessions, fields.value(u"code"_s)).toString(QUuid::WithoutBraces));
    }
    SimulatedAnswer answer;
    answer.status = 302;
    // An address without a path gets its slash here.
    answer.headers = {{"location"_ba, form.value(u"redirect_uri"_s).toLatin1() + "/?" + fields.encoded()}};
    return answer;
}

SimulatedAnswer redirected(const SimulatedEntraCall& call, const SimulatedEntraError& error)
{
    SimulatedForm fields;
    fields.add(u"error"_s, error.error);
    fields.add(u"error_description"_s, call.description(error));
    return redirected(call, fields);
}

/// What is told on a page: without a client and an address there is nowhere to go back to.
std::optional<SimulatedEntraError> problemOfClient(const SimulatedEntraCall& call)
{
    const SimulatedForm& form = call.form();
    const QString client = form.value(u"client_id"_s);
    const QString redirect = form.value(u"redirect_uri"_s);
    if (call.request().verb != "GET") {
        return SimulatedEntraError::of(900561, {u"GET"_s, QString::fromLatin1(call.request().verb)});
    }
    if (call.authority().isEmpty()) {
        return SimulatedEntraError::of(90002, {call.segment()});
    }
    if (form.hasDuplicates()) {
        return SimulatedEntraError::of(90013);
    }
    if (client.isEmpty()) {
        return SimulatedEntraError::missing(u"client_id"_s);
    }
    if (!isUuid(client)) {
        return SimulatedEntraError::of(700016, {client});
    }
    if (!isGoodRedirect(redirect)) {
        return SimulatedEntraError::of(50011, {redirect, client});
    }
    return std::nullopt;
}

std::optional<SimulatedEntraError> problemOfChallenge(const SimulatedForm& form)
{
    static const QRegularExpression sha256(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_-]{43}"_s));
    const bool isGood =
        form.value(u"code_challenge_method"_s) == "S256"_L1 && sha256.match(form.value(u"code_challenge"_s)).hasMatch();
    return isGood ? std::nullopt : std::optional(SimulatedEntraError::of(501491));
}

/// What is told to the program.
std::optional<SimulatedEntraError> problemOfRequest(const SimulatedEntraCall& call)
{
    static const QStringList prompts{QString(), u"login"_s, u"none"_s, u"consent"_s, u"select_account"_s};
    const SimulatedForm& form = call.form();
    for (const QString& field : {u"response_type"_s, u"scope"_s}) {
        if (form.value(field).isEmpty()) {
            return SimulatedEntraError::missing(field);
        }
    }
    if (form.value(u"response_type"_s) != "code"_L1) {
        return SimulatedEntraError::of(70005, {form.value(u"response_type"_s)});
    }
    if (form.has(u"response_mode"_s) && form.value(u"response_mode"_s) != "query"_L1) {
        return SimulatedEntraError::of(70007, {form.value(u"response_mode"_s)});
    }
    if (!prompts.contains(form.value(u"prompt"_s))) {
        return SimulatedEntraError::of(90023);
    }
    if (!SimulatedClaims::parse(form.value(u"claims"_s))) {
        return SimulatedEntraError::of(90013);
    }
    if (const auto problem = SimulatedScopes::parse(form.value(u"scope"_s)).problem(call.cloud(), call.segment())) {
        return problem;
    }
    return problemOfChallenge(form);
}

/// What the person and the tenant say to it.
std::optional<SimulatedEntraError> refusalOfPerson(const SimulatedEntraCall& call, SimulatedEntraPolicy& policy,
                                                   const SimulatedPerson& person)
{
    const SimulatedTenant& tenant = call.tenantFor(person);
    if (call.form().value(u"prompt"_s) == "none"_L1) { // this browser remembers nobody
        const QString resource = SimulatedScopes::parse(call.form().value(u"scope"_s)).audience();
        return policy.wantsMfa(tenant, person.upn)
                   ? SimulatedEntraError::of(50076, {resource}).as(u"interaction_required"_s)
                   : SimulatedEntraError::of(50058);
    }
    if (policy.declineNext) {
        policy.declineNext = false;
        return SimulatedEntraError::of(65004);
    }
    if (policy.blocks(tenant)) {
        return SimulatedEntraError::of(53003).as(u"access_denied"_s);
    }
    return std::nullopt;
}

SimulatedAnswer signedIn(const SimulatedEntraCall& call, SimulatedEntraState& state, const SimulatedPerson& person)
{
    const SimulatedForm& form = call.form();
    state.policy.signedInAt(call.tenantFor(person), person.upn);

    SimulatedCode code;
    code.grant = {person.upn, form.value(u"client_id"_s), form.value(u"scope"_s),
                  SimulatedClaims::parse(form.value(u"claims"_s)).value_or(QJsonObject())};
    code.authority = call.authority();
    code.redirectUri = form.value(u"redirect_uri"_s);
    code.challenge = form.value(u"code_challenge"_s);
    code.nonce = form.value(u"nonce"_s);
    code.issuedUtc = call.utcNow();

    SimulatedForm fields;
    fields.add(u"code"_s, state.grants.add(code));
    if (form.value(u"client_info"_s) == "1"_L1) {
        fields.add(u"client_info"_s, clientInfoOf(person));
    }
    return redirected(call, fields);
}

} // namespace

SimulatedAnswer authorize(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    if (const auto problem = problemOfClient(call)) {
        return call.page(*problem);
    }
    if (const auto problem = problemOfRequest(call)) {
        return redirected(call, *problem);
    }
    const QString hint = call.form().value(u"login_hint"_s);
    const QString upn = hint.isEmpty() ? state.policy.person : hint;
    const std::optional<SimulatedPerson> person = personOf(call.estate(), upn);
    if (!person) {
        return call.page(SimulatedEntraError::of(50034, {upn}));
    }
    const SimulatedTenant& tenant = call.tenantFor(*person);
    if (!person->isMemberOf(tenant.id)) {
        return call.page(SimulatedEntraError::of(
            50020, {upn, person->home.toString(), tenant.displayName, call.form().value(u"client_id"_s)}));
    }
    if (const auto refusal = refusalOfPerson(call, state.policy, *person)) {
        return redirected(call, *refusal);
    }
    return signedIn(call, state, *person);
}

} // namespace CommKeys
