// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/listingfailures.h"

#include "britishenglish.h"
#include "ui/resources.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ListingFailuresTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneFailureIsNamedAndKeepsItsDetails()
    {
        Error forbidden = Error::of(ErrorKind::Forbidden, u"You may not read it."_s, u"Ask its owner."_s);
        forbidden.requestId = u"request-1"_s;
        forbidden.detail.code = u"AuthorizationFailed"_s;
        const Error told = describeFailures(inventory({failure(u"Staging"_s, forbidden)}));
        QCOMPARE(told.message, u"1 of 4 subscriptions could not be listed: Staging. You may not read it."_s);
        QCOMPARE(told.advice, u"Ask its owner."_s);
        QCOMPARE(told.requestId, u"request-1"_s);
        QCOMPARE(told.detail.code, u"AuthorizationFailed"_s);
    }

    void severalFailuresAreNamedEachWithItsOwnWords()
    {
        Error first = Error::of(ErrorKind::Forbidden, u"Not allowed."_s);
        first.requestId = u"request-1"_s;
        const Error second = Error::of(ErrorKind::Timeout, u"No answer."_s);
        const Error told = describeFailures(inventory({failure(u"Staging"_s, first), failure(u"Sandbox"_s, second)}));
        QCOMPARE(told.message, u"2 of 4 subscriptions could not be listed: Sandbox and Staging."_s);
        const QString text = told.toText();
        for (const QString& part :
             {u"Staging"_s, u"Not allowed."_s, u"request-1"_s, u"Sandbox"_s, u"No answer."_s, u"Timeout"_s}) {
            QVERIFY2(text.contains(part), qPrintable(part));
        }
    }

    void manyNamesAreCutShortAndStandInTheDetails()
    {
        QList<ListingFailure> failures;
        for (const QString& name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}) {
            failures.append(failure(name, Error::of(ErrorKind::Server, u"Out of order."_s)));
        }
        const Error told = describeFailures(inventory(failures));
        QCOMPARE(told.message, u"5 of 4 subscriptions could not be listed: A, B, C and 2 more. Out of order."_s);
        QVERIFY(told.toText().contains(u"target: E"_s));
    }

    void tenantsAreCountedByThemselves()
    {
        ListingFailure tenant = failure(u"Fabrikam"_s, Error::of(ErrorKind::NotSignedIn, u"Consent is missing."_s));
        tenant.scope = ListingFailure::Scope::Tenant;
        const ListingFailure subscription = failure(u"Staging"_s, Error::of(ErrorKind::Network, u"No connection."_s));
        const Error told = describeFailures(inventory({tenant, subscription}));
        QCOMPARE(told.message, u"1 of 1 tenant could not be listed: Fabrikam. "
                               "1 of 4 subscriptions could not be listed: Staging."_s);
        QCOMPARE(told.kind, ErrorKind::NotSignedIn);
    }

    void entryThatCannotBeRead_isNamedAndCounted()
    {
        const QString id = u"/subscriptions/x/resourceGroups/g/providers/p/t/"_s;
        QList<ListingFailure> failures;
        for (const QString& name : {u"mail-0"_s, u"mail-1"_s}) {
            Error error = Error::badAnswer(u"An entry of Production could not be read."_s);
            error.detail.target = u"Production"_s;
            failures.append({ListingFailure::Scope::Entry, id + name, error, {}, {}});
        }
        const Error told = describeFailures(inventory(failures));
        QVERIFY(told.message.startsWith(u"2 "_s));
        QVERIFY(told.message.endsWith(u" from Azure couldn't be read: mail-0 and mail-1."_s));
        for (const QString& part : {id + u"mail-0"_s, id + u"mail-1"_s, u"Production"_s}) {
            QVERIFY2(told.toText().contains(part), qPrintable(part));
        }
        failures.append(failure(u"Staging"_s, Error::of(ErrorKind::Forbidden, u"Not allowed."_s)));
        QVERIFY(describeFailures(inventory(failures)).message.startsWith(u"1 of 4 subscriptions"_s));
    }

    void eachTenantThatWantsASignInIsNamedOnce()
    {
        Inventory listed = inventory({});
        listed.tenants = {{TenantId(fabrikamId), u"Fabrikam"_s, {}}};
        ListingFailure tenant = failure(u"Contoso"_s, wantsSignIn(contosoId, u"{\"c\":1}"_s));
        tenant.scope = ListingFailure::Scope::Tenant;
        listed.failures = {tenant, failure(u"Staging"_s, wantsSignIn(fabrikamId)),
                           failure(u"Sandbox"_s, wantsSignIn(fabrikamId)),
                           failure(u"Test"_s, Error::of(ErrorKind::Forbidden, u"Not allowed."_s))};
        const QList<TenantToSignIn> told = tenantsToSignIn(listed);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.at(0).name, u"Contoso"_s);
        QCOMPARE(told.at(0).hint.tenant, TenantId(contosoId));
        QCOMPARE(told.at(0).hint.claims, u"{\"c\":1}"_s);
        QVERIFY2(told.at(1).name == u"Fabrikam"_s, "the tenant signs in, not its subscription");
    }

    void failures_areInTheOrderOfTheirNames()
    {
        QString first;
        for (const QStringList& names :
             {QStringList{u"Three"_s, u"Four"_s, u"Five"_s}, QStringList{u"Five"_s, u"Three"_s, u"Four"_s}}) {
            QList<ListingFailure> failures;
            for (const QString& name : names) {
                failures.append(failure(name, wantsSignIn(name)));
            }
            const Inventory listed = inventory(failures);
            const QString text = describeFailures(listed).toText();
            QVERIFY2(text.contains(u"Five, Four and Three"_s) || text.contains(u"Five, Four, and Three"_s),
                     qPrintable(text));
            QCOMPARE(tenantsToSignIn(listed).first().name, u"Five"_s);
            QVERIFY(first.isEmpty() || first == text);
            first = text;
        }
    }

    void tenantSignedInToInVain_isNotOfferedAgain()
    {
        ListingFailure contoso = failure(u"Contoso"_s, wantsSignIn(contosoId));
        ListingFailure fabrikam = failure(u"Fabrikam"_s, wantsSignIn(fabrikamId));
        for (ListingFailure* tenant : {&contoso, &fabrikam}) {
            tenant->scope = ListingFailure::Scope::Tenant;
            tenant->error.advice = u"Sign in to this tenant."_s;
        }
        const QSet<TenantId> signedInTo{TenantId(fabrikamId)};
        const Inventory both = inventory({contoso, fabrikam});
        QCOMPARE(tenantsToSignIn(both, signedInTo).size(), 1);
        QCOMPARE(describeFailures(both, signedInTo).advice, u"Sign in to this tenant."_s);
        QCOMPARE(refusedTenants(both), (QSet<TenantId>{TenantId(contosoId), TenantId(fabrikamId)}));
        const Inventory one = inventory({fabrikam});
        QVERIFY(tenantsToSignIn(one, signedInTo).isEmpty());
        QCOMPARE(describeFailures(one, signedInTo).advice,
                 u"Signing in didn't help. Ask an administrator of the tenant."_s);
    }

    void tenantsToExclude_areThoseThatNoSignInOpens_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("isOffered");
        Error refused = Error::of(ErrorKind::Server, u"refused"_s);
        refused.httpStatus = 400;
        Error throttled = Error::of(ErrorKind::Throttled, u"slow down"_s);
        throttled.httpStatus = 429;
        Error broken = Error::of(ErrorKind::Server, u"broken"_s);
        broken.httpStatus = 502;
        QTest::newRow("disabled") << Error::of(ErrorKind::Forbidden, u"disabled"_s) << true;
        QTest::newRow("unknown application") << Error::of(ErrorKind::InvalidInput, u"unknown"_s) << true;
        QTest::newRow("refused") << refused << true;
        QTest::newRow("wants a sign-in") << wantsSignIn(fabrikamId) << true;
        QTest::newRow("throttled") << throttled << false;
        QTest::newRow("broken") << broken << false;
        QTest::newRow("no network") << Error::of(ErrorKind::Network, u"down"_s) << false;
        QTest::newRow("time-out") << Error::of(ErrorKind::Timeout, u"late"_s) << false;
    }

    void tenantsToExclude_areThoseThatNoSignInOpens()
    {
        QFETCH(const Error, error);
        QFETCH(const bool, isOffered);
        ListingFailure fabrikam = failure(u"Fabrikam"_s, error);
        QVERIFY(tenantsToExclude(inventory({fabrikam})).isEmpty()); // a subscription is no tenant
        fabrikam.scope = ListingFailure::Scope::Tenant;
        fabrikam.tenant = TenantId(fabrikamId);
        QCOMPARE(tenantsToExclude(inventory({fabrikam})).size(), isOffered ? 1 : 0);
    }

    void tenantsToExclude_doNotIncludeThoseThatASignInMayOpen()
    {
        ListingFailure closed = failure(u"Contoso"_s, Error::of(ErrorKind::Forbidden, u"disabled"_s));
        ListingFailure asking = failure(u"Fabrikam"_s, wantsSignIn(fabrikamId));
        closed.tenant = TenantId(contosoId);
        asking.tenant = TenantId(fabrikamId);
        closed.scope = asking.scope = ListingFailure::Scope::Tenant;
        const QList<Tenant> offered = tenantsToExclude(inventory({asking, closed}));
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().id, closed.tenant);
        QCOMPARE(tenantsToExclude(inventory({asking, closed}), {TenantId(fabrikamId)}).size(), 2);
    }

    void noMoreThanThreeTenantsAreOffered()
    {
        QList<ListingFailure> failures;
        for (const QString& name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s}) {
            failures.append(failure(name, wantsSignIn(name)));
        }
        QCOMPARE(tenantsToSignIn(inventory(failures)).size(), 3);
    }

private:
    [[nodiscard]] static Error wantsSignIn(const QString& tenant, const QString& claims = {})
    {
        Error error = Error::of(ErrorKind::NotSignedIn, u"It wants more."_s);
        error.signIn = SignInHint{TenantId(tenant), claims};
        return error;
    }
    [[nodiscard]] static ListingFailure failure(const QString& name, const Error& error)
    {
        return {ListingFailure::Scope::Subscription, name, error};
    }
    [[nodiscard]] static Inventory inventory(const QList<ListingFailure>& failures)
    {
        Inventory inventory;
        inventory.tenants.resize(1);
        inventory.subscriptions.resize(4);
        inventory.failures = failures;
        return inventory;
    }
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ListingFailuresTest)
#include "listingfailurestest.moc"
