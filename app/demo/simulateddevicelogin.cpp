// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulateddevicelogin.h"

#include "demo/simulatedscopes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

using State = SimulatedDeviceCode::State;

constexpr std::chrono::seconds life = 15min;
constexpr std::chrono::seconds slower = 5s;
constexpr std::chrono::milliseconds forgiven = 500ms;

std::optional<SimulatedEntraError> problemOf(const SimulatedEntraCall& call)
{
    const SimulatedForm& form = call.form();
    if (call.request().verb != "POST") {
        return SimulatedEntraError::of(900561, {u"POST"_s, QString::fromLatin1(call.request().verb)});
    }
    if (call.authority().isEmpty()) {
        return SimulatedEntraError::of(90002, {call.segment()});
    }
    for (const QString& field : {u"client_id"_s, u"scope"_s}) {
        if (form.value(field).isEmpty()) {
            return SimulatedEntraError::missing(field);
        }
    }
    if (!isUuid(form.value(u"client_id"_s))) {
        return SimulatedEntraError::of(700016, {form.value(u"client_id"_s)});
    }
    return SimulatedScopes::parse(form.value(u"scope"_s)).problem(call.cloud(), call.segment());
}

/// The page on which a person types the code. The real public cloud has a short address for it.
QString pageOf(const SimulatedEntraCall& call)
{
    const bool isPublic = call.cloud().login == SimulatedCloud::publicCloud().login;
    return isPublic ? u"https://microsoft.com/devicelogin"_s : call.address(u"device"_s);
}

void approve(const SimulatedEntraCall& call, SimulatedEntraPolicy& policy, SimulatedDeviceCode& code)
{
    const std::optional<SimulatedPerson> person = personOf(call.estate(), policy.person);
    if (!person) {
        return;
    }
    code.state = State::Approved;
    code.grant.upn = person->upn;
    const SimulatedTenant* named = call.estate().tenant(TenantId(code.authority));
    policy.signedInAt(named ? *named : *call.estate().tenant(person->startTenant()), person->upn);
}

/// What the person does who was not asked on a page.
void applyPolicy(const SimulatedEntraCall& call, SimulatedEntraPolicy& policy, SimulatedDeviceCode& code)
{
    if (code.state != State::Waiting) {
        return;
    }
    if (policy.deviceLogin == SimulatedDeviceLogin::Approve) {
        approve(call, policy, code);
    } else if (policy.deviceLogin == SimulatedDeviceLogin::Decline) {
        code.state = State::Declined;
    }
}

bool isTooSoon(const SimulatedDeviceCode& code, const QDateTime& utcNow)
{
    return code.polledUtc.isValid() &&
           utcNow < code.polledUtc.addMSecs((std::chrono::milliseconds(code.interval) - forgiven).count());
}

} // namespace

SimulatedAnswer startDeviceLogin(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    if (const auto problem = problemOf(call)) {
        return call.refuse(*problem);
    }
    SimulatedDeviceCode code;
    code.grant.client = call.form().value(u"client_id"_s);
    code.grant.scope = call.form().value(u"scope"_s);
    code.authority = call.authority();
    code.expiresUtc = call.utcNow().addSecs(life.count());
    code.interval = state.policy.deviceLoginInterval;
    const QString text = state.grants.add(code);
    return SimulatedAnswer::json(
        200, {{u"user_code"_s, code.userCode},
              {u"device_code"_s, text},
              {u"verification_uri"_s, pageOf(call)},
              {u"expires_in"_s, qint64(life.count())},
              {u"interval"_s, qint64(code.interval.count())},
              {u"message"_s, u"To sign in, use a web browser to open the page %1 and enter the code %2 to "
                             "authenticate."_s.arg(pageOf(call), code.userCode)}});
}

SimulatedAnswer deviceLoginPage(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    const QString typed = call.form().value(u"code"_s);
    if (typed.isEmpty()) {
        return call.page(200, u"Enter code"_s, u"Enter the code displayed on your app or device."_s);
    }
    SimulatedDeviceCode* code = state.grants.deviceCodeOf(typed);
    if (!code || code->state != State::Waiting || code->expiresUtc <= call.utcNow()) {
        return call.page(SimulatedEntraError::of(70018));
    }
    if (state.policy.declineNext || state.policy.deviceLogin == SimulatedDeviceLogin::Decline) {
        state.policy.declineNext = false;
        code->state = State::Declined;
        return call.page(200, u"Declined"_s, u"You did not sign in. You may now close this window."_s);
    }
    approve(call, state.policy, *code);
    return call.page(200, u"Signed in"_s, u"You have signed in on your device. You may now close this window."_s);
}

std::optional<SimulatedEntraError> pollDeviceCode(const SimulatedEntraCall& call, SimulatedEntraState& state)
{
    SimulatedDeviceCode* code = state.grants.deviceCode(call.form().value(u"device_code"_s));
    const QString client = call.form().value(u"client_id"_s);
    if (!code || client.compare(code->grant.client, Qt::CaseInsensitive) != 0) {
        return SimulatedEntraError::of(70018);
    }
    if (code->isRedeemed) {
        return SimulatedEntraError::of(54005);
    }
    if (code->expiresUtc <= call.utcNow()) {
        return SimulatedEntraError::of(70019);
    }
    const bool tooSoon = isTooSoon(*code, call.utcNow());
    code->polledUtc = call.utcNow();
    if (tooSoon) {
        code->interval += slower;
        return SimulatedEntraError::of(70016).as(u"slow_down"_s);
    }
    applyPolicy(call, state.policy, *code);
    if (code->state == State::Waiting) {
        return SimulatedEntraError::of(70016);
    }
    if (code->state == State::Declined) {
        return SimulatedEntraError::of(65004).as(u"authorization_declined"_s);
    }
    code->isRedeemed = true;
    return std::nullopt;
}

} // namespace CommKeys
