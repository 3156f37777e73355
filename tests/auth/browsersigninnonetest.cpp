// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersignin.h"

#include "auth/entraworld.h"
#include "auth/interactivetokenjob.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

class BrowserSignInNoneTest final : public QObject
{
    Q_OBJECT

private slots:
    void aBuildWithoutItSaysSoAndNamesAnotherWay()
    {
        QVERIFY(!hasBrowserSignIn());
        EntraWorld world;
        const Result<TokenAnswer> answer =
            finishedResult(new InteractiveTokenJob(world.client(), {SignInWay::Browser}, this));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::ToolMissing);
        QCOMPARE(answer.error().message, u"This build of CommKeys has no sign-in through the browser."_s);
        QCOMPARE(answer.error().advice, u"Sign in with a code instead."_s);
        QVERIFY(world.opened.isEmpty());
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::BrowserSignInNoneTest)
#include "browsersigninnonetest.moc"
