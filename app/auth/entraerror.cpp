// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/entraerror.h"

#include "auth/entracause.h"
#include "core/externaltext.h"
#include "core/redaction.h"
#include "http/errorbody.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

using Cause = EntraCause;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::EntraError)
};

ErrorKind kindOf(Cause cause)
{
    switch (cause) {
    case Cause::ConditionalAccess:
    case Cause::ManagedDevice:
    case Cause::StrangerHere:
    case Cause::InvitationOpen:
    case Cause::OutboundBlocked:
    case Cause::InboundBlocked:
    case Cause::NoAzureHere:
    case Cause::LockedOut:
    case Cause::Disabled:
    case Cause::NotAssigned:
    case Cause::Consent:
    case Cause::AdminConsent:
        return ErrorKind::Forbidden;
    case Cause::SingleTenantApplication:
    case Cause::ForeignApplication:
    case Cause::UnknownApplication:
    case Cause::ConfidentialApplication:
    case Cause::RedirectAddress:
    case Cause::UnknownTenant:
    case Cause::OtherCloud:
        return ErrorKind::InvalidInput;
    case Cause::DeviceCodeOver:
        return ErrorKind::Timeout;
    case Cause::Busy:
    case Cause::Unknown:
        return ErrorKind::Server;
    default:
        return ErrorKind::NotSignedIn;
    }
}

QString messageOf(Cause cause)
{
    switch (cause) {
    case Cause::MoreProof:
        return Text::tr("The tenant wants a further proof of who you are (multi-factor authentication).");
    case Cause::ConditionalAccess:
        return Text::tr("A Conditional Access policy of the tenant blocks the sign-in.");
    case Cause::ManagedDevice:
        return Text::tr("The tenant admits only devices that it manages.");
    case Cause::StrangerHere:
        return Text::tr("The tenant does not know this account.");
    case Cause::InvitationOpen:
        return Text::tr("Your invitation to this tenant hasn't been accepted yet.");
    case Cause::OutboundBlocked:
        return Text::tr("Your organization doesn't allow access to this tenant.");
    case Cause::InboundBlocked:
        return Text::tr("This tenant doesn't accept accounts from your organization.");
    case Cause::NoAzureHere:
        return Text::tr("Azure Resource Manager isn't available in this tenant.");
    case Cause::Password:
        return Text::tr("The password is wrong or has expired.");
    case Cause::LockedOut:
        return Text::tr("The account is locked after too many sign-in attempts.");
    case Cause::Disabled:
        return Text::tr("The account is disabled.");
    case Cause::NotAssigned:
        return Text::tr("The account may not use this application: nobody has assigned it.");
    case Cause::Revoked:
        return Text::tr("The sign-in was revoked, or the password has changed.");
    case Cause::Expired:
        return Text::tr("The sign-in has expired.");
    case Cause::SingleTenantApplication:
        return Text::tr("The application belongs to a single tenant, and none was named.");
    case Cause::UsedCode:
        return Text::tr("The answer of the browser had been used already.");
    case Cause::Declined:
        return Text::tr("The sign-in was declined, or something forbids it.");
    case Cause::Consent:
        return Text::tr("The application has not been allowed to act for you there.");
    case Cause::AdminConsent:
        return Text::tr("An administrator of the tenant has to allow the application first.");
    case Cause::ForeignApplication:
        return Text::tr("The application is Microsoft's own and may not be used for this service.");
    case Cause::UnknownApplication:
        return Text::tr("The tenant knows no application with the id that the settings name.");
    case Cause::ConfidentialApplication:
        return Text::tr("The application is registered as a web application, which needs a secret.");
    case Cause::RedirectAddress:
        return Text::tr("The application is not registered for programs on a desktop.");
    case Cause::UnknownTenant:
        return Text::tr("There is no such tenant.");
    case Cause::OtherCloud:
        return Text::tr("The tenant belongs to another national cloud.");
    case Cause::DeviceCodeOver:
        return Text::tr("The code is no longer good.");
    case Cause::Busy:
        return Text::tr("The sign-in service is busy.");
    case Cause::NoBrowserSession:
    case Cause::SignInNeeded:
        return Text::tr("Your sign-in is no longer accepted.");
    case Cause::SignInMayHelp:
    case Cause::Unknown:
        break;
    }
    return Text::tr("The sign-in service refused.");
}

QString adviceOf(Cause cause)
{
    switch (cause) {
    case Cause::MoreProof:
    case Cause::Consent:
        return Text::tr("Sign in to this tenant.");
    case Cause::ConditionalAccess:
        return Text::tr("Ask an administrator of the tenant which conditions apply, such as a network or a device. "
                        "When you meet them, try again.");
    case Cause::ManagedDevice:
        return Text::tr("Use a computer that the tenant manages, and there the sign-in of the Azure CLI.");
    case Cause::StrangerHere:
        return Text::tr("Sign in with another account, or have this one invited as a guest.");
    case Cause::InvitationOpen:
        return Text::tr("Accept the invitation that was sent to you by e-mail, then try again.");
    case Cause::OutboundBlocked:
        return Text::tr("Ask an administrator of your organization.");
    case Cause::NoAzureHere:
        return Text::tr("The tenant may have no Azure subscription. Ask an administrator of the tenant.");
    case Cause::LockedOut:
        return Text::tr("Wait a few minutes, then try again.");
    case Cause::OtherCloud:
        return Text::tr("Choose that cloud in the settings.");
    case Cause::InboundBlocked:
    case Cause::Disabled:
    case Cause::NotAssigned:
    case Cause::AdminConsent:
        return Text::tr("Ask an administrator of the tenant.");
    case Cause::SingleTenantApplication:
        return Text::tr("Enter that tenant in the settings.");
    case Cause::Declined:
    case Cause::UsedCode:
        return Text::tr("Sign in once more if that was a mistake.");
    case Cause::ForeignApplication:
        return Text::tr("Register an application of your own and enter its id in the settings; README.md says how.");
    case Cause::UnknownApplication:
        return Text::tr("Check the application id and the tenant in the settings.");
    case Cause::ConfidentialApplication:
    case Cause::RedirectAddress:
        return Text::tr("In its registration, add the platform “Mobile and desktop applications” with the address "
                        "http://localhost, and allow public client flows.");
    case Cause::UnknownTenant:
        return Text::tr("Check the tenant in the settings.");
    case Cause::DeviceCodeOver:
        return Text::tr("Get a new code.");
    case Cause::Busy:
        return Text::tr("Wait a little and try again.");
    case Cause::SignInMayHelp:
        return Text::tr("Signing in again may help.");
    case Cause::Unknown:
        return Text::tr("The details hold what it said and the ids by which Microsoft's support finds it.");
    default:
        return Text::tr("Sign in again.");
    }
}

QString textMember(const QJsonObject& object, QLatin1StringView name)
{
    return externalText(redacted(object.value(name).toString().left(2000)), Lines::Several);
}

void appendCode(QList<int>& codes, const QString& digits)
{
    if (const int code = digits.toInt(); code > 0 && !codes.contains(code)) {
        codes.append(code);
    }
}

} // namespace

QList<int> entraCodesIn(const QString& description, const QString& uri)
{
    static const QRegularExpression inDescription(u"^\\s*AADSTS(\\d{1,9})\\b"_s);
    QList<int> codes;
    appendCode(codes, inDescription.match(description).captured(1));
    appendCode(codes, QUrlQuery(QUrl(uri)).queryItemValue(u"code"_s));
    return codes;
}

QString entraWords(const EntraRefusal& refusal)
{
    // "AADSTS50076: Due to … Trace ID: … Correlation ID: … Timestamp: …"
    static const QRegularExpression around(u"^\\s*AADSTS\\d+:\\s*|\\s*Trace ID:.*$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString words = refusal.description;
    return words.remove(around).simplified().left(300);
}

EntraRefusal parseEntraRefusal(const HttpAnswer& answer)
{
    const QJsonObject object = parseJsonBody(answer.body).object();
    EntraRefusal refusal;
    refusal.error = textMember(object, "error"_L1);
    refusal.suberror = textMember(object, "suberror"_L1);
    refusal.description = textMember(object, "error_description"_L1);
    refusal.traceId = textMember(object, "trace_id"_L1);
    refusal.correlationId = textMember(object, "correlation_id"_L1);
    refusal.claims = object.value("claims"_L1).toString().left(10'000);
    const QJsonArray codes = object.value("error_codes"_L1).toArray();
    for (const QJsonValue& code : codes) {
        appendCode(refusal.codes, code.toVariant().toString());
    }
    const QList<int> others = entraCodesIn(object.value("error_description"_L1).toString().left(2000),
                                           object.value("error_uri"_L1).toString().left(2000));
    for (const int code : others) {
        appendCode(refusal.codes, QString::number(code));
    }
    return refusal;
}

Error entraError(const EntraRefusal& refusal, const SignInHint& hint)
{
    const Cause cause = entraCauseOf(refusal);
    Error error = Error::of(kindOf(cause), messageOf(cause), adviceOf(cause));
    const QString words = entraWords(refusal);
    if (!words.isEmpty() && (cause == Cause::SignInMayHelp || cause == Cause::Unknown)) {
        //: %1: what the service said, in its own words
        error.message = Text::tr("The sign-in service refused. It says: %1").arg(words);
    }
    error.detail.code = refusal.codes.isEmpty() ? refusal.error : u"AADSTS%1"_s.arg(refusal.codes.constFirst());
    error.detail.message = refusal.description;
    error.detail.target = refusal.suberror;
    error.requestId = refusal.traceId; // Entra sends it as x-ms-request-id, too
    error.correlationId = refusal.correlationId;
    if (helpsToSignIn(cause)) {
        error.signIn = SignInHint{hint.tenant, refusal.claims.isEmpty() ? hint.claims : refusal.claims};
    }
    return error;
}

Error entraError(const HttpAnswer& answer, const SignInHint& hint)
{
    const EntraRefusal refusal = parseEntraRefusal(answer);
    Error error = entraError(refusal, hint);
    error.httpStatus = answer.status;
    if (refusal.error.isEmpty()) {
        error.detail = parseErrorBody(answer.body, answer.header("content-type"));
        error.message = Text::tr("The answer (HTTP %1) is not one that the sign-in service gives.").arg(answer.status);
        error.advice = Text::tr("Is a proxy or a sign-in page of the network in the way? If not, try again later.");
    }
    return error;
}

} // namespace CommKeys
