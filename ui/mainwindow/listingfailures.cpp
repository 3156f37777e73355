// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/listingfailures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ListingFailures)
};

// More names than this make a sentence that nobody reads; the details have them all.
constexpr qsizetype mostNames = 3;
// Each is a button in the window's message.
constexpr qsizetype mostTenants = 3;

/// Tenants answer in another order each time.
QList<ListingFailure> sorted(QList<ListingFailure> failures)
{
    std::stable_sort(failures.begin(), failures.end(), [](const ListingFailure& a, const ListingFailure& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return failures;
}

QStringList namesOf(const QList<ListingFailure>& failures, ListingFailure::Scope scope)
{
    QStringList names;
    for (const ListingFailure& failure : failures) {
        if (failure.scope == scope) {
            names.append(failure.name);
        }
    }
    return names;
}

QString shortened(const QStringList& names)
{
    if (names.size() <= mostNames) {
        return QLocale().createSeparatedList(names);
    }
    //: A list of names that is cut short. %1: the first of them. %n: how many more there are
    return Text::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - mostNames))
        .arg(names.first(mostNames).join(u", "_s));
}

QString sentence(const Inventory& inventory, const QList<ListingFailure>& failures)
{
    QStringList sentences;
    const QStringList tenants = namesOf(failures, ListingFailure::Scope::Tenant);
    if (!tenants.isEmpty()) {
        //: %1: how many of the %n. %2: their names
        sentences.append(
            Text::tr("%1 of %n tenant(s) could not be listed: %2.", nullptr, static_cast<int>(inventory.tenants.size()))
                .arg(QLocale().toString(tenants.size()), shortened(tenants)));
    }
    const QStringList subscriptions = namesOf(failures, ListingFailure::Scope::Subscription);
    if (!subscriptions.isEmpty()) {
        //: %1: how many of the %n. %2: their names
        sentences.append(Text::tr("%1 of %n subscription(s) could not be listed: %2.", nullptr,
                                  static_cast<int>(inventory.subscriptions.size()))
                             .arg(QLocale().toString(subscriptions.size()), shortened(subscriptions)));
    }
    const QStringList entries = namesOf(failures, ListingFailure::Scope::Entry);
    if (!entries.isEmpty()) {
        QStringList names;
        for (const QString& entry : entries) {
            names.append(entry.section(u'/', -1)); // of an id
        }
        //: %n: how many entries of Azure's lists. %1: their names
        sentences.append(
            Text::tr("%n entry(ies) from Azure couldn't be read: %1.", nullptr, static_cast<int>(entries.size()))
                .arg(shortened(names)));
    }
    return sentences.join(u' ');
}

ErrorDetail detailOf(const ListingFailure& failure)
{
    ErrorDetail detail = failure.error.detail;
    if (detail.message.isEmpty()) {
        detail.message = failure.error.message;
    }
    if (!failure.error.requestId.isEmpty()) {
        detail.additionalInfo.append({u"x-ms-request-id"_s, failure.error.requestId});
    }
    ErrorDetail named;
    named.target = failure.name;
    named.code = nameOf(failure.error.kind);
    named.details = {detail};
    return named;
}

// Of the tenant that wants the sign-in; a subscription has another name than its tenant.
QString tenantName(const Inventory& inventory, const ListingFailure& failure)
{
    const auto tenant =
        std::find_if(inventory.tenants.begin(), inventory.tenants.end(),
                     [&failure](const Tenant& candidate) { return candidate.id == failure.error.signIn->tenant; });
    const bool isKnown = failure.scope == ListingFailure::Scope::Subscription && tenant != inventory.tenants.end();
    return isKnown && !tenant->displayName.isEmpty() ? tenant->displayName : failure.name;
}

} // namespace

Error describeFailures(const Inventory& inventory, const QSet<TenantId>& signedInTo)
{
    const QList<ListingFailure> failures = sorted(inventory.failures);
    const Error& first = failures.constFirst().error;
    const bool isOne = failures.size() == 1;
    const bool sameReason = std::all_of(failures.begin(), failures.end(), [&first](const ListingFailure& failure) {
        return failure.error.message == first.message;
    });
    Error error = isOne ? first : Error::of(first.kind, {});
    error.message = sentence(inventory, failures);
    const bool isOfEntries = failures.constFirst().scope == ListingFailure::Scope::Entry;
    if (sameReason && !isOfEntries) { // the sentence says it
        error.message += u' ' + first.message;
        error.advice = first.advice;
    }
    const bool isInVain = std::all_of(failures.begin(), failures.end(), [&signedInTo](const ListingFailure& failure) {
        return failure.error.signIn && signedInTo.contains(failure.error.signIn->tenant);
    });
    if (isInVain) {
        error.advice = Text::tr("Signing in didn't help. Ask an administrator of the tenant.");
    }
    if (!isOne) {
        for (const ListingFailure& failure : failures) {
            error.detail.details.append(detailOf(failure));
        }
    }
    return error;
}

QList<Tenant> tenantsToExclude(const Inventory& inventory, const QSet<TenantId>& signedInTo)
{
    QList<Tenant> closed;
    QList<Tenant> asking;
    const QList<ListingFailure> failures = sorted(inventory.failures);
    for (const ListingFailure& failure : failures) {
        const Error& error = failure.error;
        const bool isRefusal = error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotSignedIn ||
                               error.kind == ErrorKind::InvalidInput ||
                               (error.httpStatus >= 400 && error.httpStatus < 500);
        if (failure.scope == ListingFailure::Scope::Tenant && isRefusal && error.kind != ErrorKind::Throttled) {
            const bool mayOpen = error.signIn && !signedInTo.contains(error.signIn->tenant);
            (mayOpen ? asking : closed).append({failure.tenant, failure.name, {}});
        }
    }
    return closed.isEmpty() ? asking : closed;
}

QSet<TenantId> refusedTenants(const Inventory& inventory)
{
    QSet<TenantId> tenants;
    for (const ListingFailure& failure : inventory.failures) {
        if (failure.error.signIn) {
            tenants.insert(failure.error.signIn->tenant);
        }
    }
    return tenants;
}

QList<TenantToSignIn> tenantsToSignIn(const Inventory& inventory, const QSet<TenantId>& signedInTo)
{
    QList<TenantToSignIn> tenants;
    const QList<ListingFailure> failures = sorted(inventory.failures);
    for (const ListingFailure& failure : failures) {
        const std::optional<SignInHint>& hint = failure.error.signIn;
        const bool isNew = hint && !signedInTo.contains(hint->tenant) &&
                           std::none_of(tenants.begin(), tenants.end(), [&hint](const TenantToSignIn& tenant) {
                               return tenant.hint.tenant == hint->tenant;
                           });
        if (isNew && tenants.size() < mostTenants) {
            tenants.append({tenantName(inventory, failure), *hint});
        }
    }
    return tenants;
}

} // namespace CommKeys
