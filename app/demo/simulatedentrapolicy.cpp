// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedentrapolicy.h"

#include "demo/simulatedmembers.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QHash<QString, SimulatedDeviceLogin>& deviceLogins()
{
    static const QHash<QString, SimulatedDeviceLogin> names{{u"wait"_s, SimulatedDeviceLogin::Wait},
                                                            {u"approve"_s, SimulatedDeviceLogin::Approve},
                                                            {u"decline"_s, SimulatedDeviceLogin::Decline}};
    return names;
}

const QHash<QString, SimulatedRefusalForm>& refusalForms()
{
    static const QHash<QString, SimulatedRefusalForm> names{
        {u"whole"_s, SimulatedRefusalForm::Whole},
        {u"codesAsTexts"_s, SimulatedRefusalForm::CodesAsTexts},
        {u"noCodes"_s, SimulatedRefusalForm::NoCodes},
        {u"uriOnly"_s, SimulatedRefusalForm::UriOnly},
        {u"descriptionOnly"_s, SimulatedRefusalForm::DescriptionOnly}};
    return names;
}

bool names(const QStringList& list, const SimulatedTenant& tenant)
{
    return std::any_of(list.begin(), list.end(), [&tenant](const QString& name) {
        return TenantId(name) == tenant.id || name.compare(tenant.displayName, Qt::CaseInsensitive) == 0 ||
               name.compare(tenant.defaultDomain, Qt::CaseInsensitive) == 0;
    });
}

QString entryOf(const SimulatedTenant& tenant, const QString& upn)
{
    return (upn + u' ' + tenant.id.toString()).toLower();
}

} // namespace

int SimulatedEntraPolicy::refusalOf(const SimulatedTenant& tenant) const
{
    for (auto refusal = refusals.begin(); refusal != refusals.end(); ++refusal) {
        if (names({refusal.key()}, tenant)) {
            return refusal.value().toInt();
        }
    }
    return 0;
}

bool SimulatedEntraPolicy::blocks(const SimulatedTenant& tenant) const
{
    return names(blockedTenants, tenant);
}

bool SimulatedEntraPolicy::wantsMfa(const SimulatedTenant& tenant, const QString& upn) const
{
    return names(mfaTenants, tenant) && !mfaDone.contains(entryOf(tenant, upn), Qt::CaseInsensitive);
}

void SimulatedEntraPolicy::signedInAt(const SimulatedTenant& tenant, const QString& upn)
{
    if (wantsMfa(tenant, upn)) {
        mfaDone.append(entryOf(tenant, upn));
    }
}

Result<SimulatedEntraPolicy> SimulatedEntraPolicy::fromJson(const QJsonObject& json)
{
    using SimulatedMembers::into;
    SimulatedEntraPolicy policy;
    const Result<Done> read = SimulatedMembers::read(
        json, {{u"person"_s, into(policy.person)},
               {u"declineNext"_s, into(policy.declineNext)},
               {u"mfaTenants"_s, into(policy.mfaTenants)},
               {u"mfaDone"_s, into(policy.mfaDone)},
               {u"blockedTenants"_s, into(policy.blockedTenants)},
               {u"refusals"_s, into(policy.refusals)},
               {u"refusalForm"_s, into<SimulatedRefusalForm>(policy.refusalForm, refusalForms())},
               {u"revoke"_s, into(policy.revoke)},
               {u"expireRefreshTokens"_s, into(policy.expireRefreshTokens)},
               {u"transientFailures"_s, into(policy.transientFailures)},
               {u"deviceLogin"_s, into<SimulatedDeviceLogin>(policy.deviceLogin, deviceLogins())},
               {u"deviceLoginIntervalSeconds"_s, into(policy.deviceLoginInterval)},
               {u"accessTokenLifetimeSeconds"_s, into(policy.accessTokenLifetime)},
               {u"claimsChallenge"_s, into(policy.claimsChallenge)},
               {u"claimsOperations"_s, into(policy.claimsOperations)},
               {u"claimsOnlyInteractively"_s, into(policy.claimsOnlyInteractively)}});
    return read ? Result<SimulatedEntraPolicy>(policy) : read.error();
}

QJsonObject SimulatedEntraPolicy::toJson() const
{
    return {{u"person"_s, person},
            {u"declineNext"_s, declineNext},
            {u"mfaTenants"_s, QJsonArray::fromStringList(mfaTenants)},
            {u"mfaDone"_s, QJsonArray::fromStringList(mfaDone)},
            {u"blockedTenants"_s, QJsonArray::fromStringList(blockedTenants)},
            {u"refusals"_s, refusals},
            {u"refusalForm"_s, refusalForms().key(refusalForm)},
            {u"revoke"_s, QJsonArray::fromStringList(revoke)},
            {u"expireRefreshTokens"_s, expireRefreshTokens},
            {u"transientFailures"_s, transientFailures},
            {u"deviceLogin"_s, deviceLogins().key(deviceLogin)},
            {u"deviceLoginIntervalSeconds"_s, qint64(deviceLoginInterval.count())},
            {u"accessTokenLifetimeSeconds"_s, qint64(accessTokenLifetime.count())},
            {u"claimsChallenge"_s, claimsChallenge},
            {u"claimsOperations"_s, QJsonArray::fromStringList(claimsOperations)},
            {u"claimsOnlyInteractively"_s, claimsOnlyInteractively}};
}

} // namespace CommKeys
