// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersignin.h"
#include "azure/pagedlistjob.h"
#include "session/livesessionopener.h"
#include "support/finishedresult.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

/// The demo of a build that has no sign-in through the browser.
class DemoWithoutBrowserTest final : public QObject
{
    Q_OBJECT

private slots:
    void itSignsInWithACodeAndAsksNobody()
    {
        QVERIFY(!hasBrowserSignIn());
        int opened = 0;
        LiveSessionOpener opener(std::make_shared<SystemClock>(), QString(), [&opened](const QUrl&) {
            ++opened;
            return true;
        });
        const auto session = finishedResult(opener.openDemo(this));
        QVERIFY2(session, session ? "" : qPrintable(session.error().toText()));
        QVERIFY((*session)->isDemo());
        QCOMPARE((*session)->account(), u"avery@contoso.example"_s);
        QVERIFY(finishedResult((*session)->arm().listTenants(this)));
        QCOMPARE(opened, 0);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::DemoWithoutBrowserTest)
#include "demowithoutbrowsertest.moc"
