// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/permission.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class PermissionTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAContributorMay()
    {
        const Result<Page<Permission>> page = parsePermissionPage(
            "{\"value\":[{\"actions\":[\"*\"],\"notActions\":[\"Microsoft.Authorization/*/Delete\","
            "\"Microsoft.Authorization/*/Write\"],\"dataActions\":[],\"notDataActions\":[]}],\"nextLink\":null}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items.at(0).actions, QStringList(u"*"_s));
        QCOMPARE(page->items.at(0).notActions.size(), 2);
        QVERIFY(page->nextLink.isEmpty());
    }

    void anAbsentListOfExceptionsIsAnEmptyOne()
    {
        const Result<Page<Permission>> page =
            parsePermissionPage("{\"value\":[{\"actions\":[\"*/read\"]},{\"actions\":[],\"notActions\":null}]}");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QVERIFY(page->items.at(0).notActions.isEmpty() && page->items.at(1).actions.isEmpty());
    }

    void whatCannotBeReadIsNoProhibition_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty body") << QByteArray();
        QTest::newRow("html") << QByteArray("<html><title>Sign in</title></html>");
        QTest::newRow("cut off") << QByteArray("{\"value\":[{\"actions\":[\"*\"");
        QTest::newRow("no value") << QByteArray("{}");
        QTest::newRow("null entry") << QByteArray("{\"value\":[null]}");
        QTest::newRow("one odd entry of two") << QByteArray("{\"value\":[{\"actions\":[\"*\"]},{\"actions\":\"*\"}]}");
        QTest::newRow("a number among the actions") << QByteArray("{\"value\":[{\"actions\":[7]}]}");
        QTest::newRow("exceptions as a text")
            << QByteArray("{\"value\":[{\"actions\":[\"*\"],\"notActions\":\"*/write\"}]}");
        QTest::newRow("another casing") << QByteArray("{\"value\":[{\"Actions\":[\"*\"]}]}");
    }

    void whatCannotBeReadIsNoProhibition()
    {
        QFETCH(QByteArray, json);
        const Result<Page<Permission>> page = parsePermissionPage(json);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
        QVERIFY(page.error().message.size() > 20);
    }

    void starsStandForAnyLettersAndCasingMakesNoDifference_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isMatch");
        QTest::newRow("everything") << u"*"_s << true;
        QTest::newRow("itself") << regenerate << true;
        QTest::newRow("itself in capitals") << regenerate.toUpper() << true;
        QTest::newRow("the provider") << u"microsoft.communication/*"_s << true;
        QTest::newRow("the end") << u"*/action"_s << true;
        QTest::newRow("the middle") << u"*/communicationservices/*"_s << true;
        QTest::newRow("three stars") << u"Microsoft.*/*Services/*/Action"_s << true;
        QTest::newRow("a star for nothing") << regenerate + u'*' << true;
        QTest::newRow("stars side by side") << u"**"_s << true;
        QTest::newRow("reading") << u"*/read"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a part without a star") << u"Microsoft.Communication"_s << false;
        QTest::newRow("another provider") << u"Microsoft.Storage/*"_s << false;
        QTest::newRow("too much at the end") << regenerate + u"/*"_s << false;
        QTest::newRow("pieces that overlap") << u"*/regenerateKey/act*key/action"_s << false;
        QTest::newRow("a dot is a dot") << u"MicrosoftXCommunication/*"_s << false;
        QTest::newRow("the wrong order") << u"*action*regenerateKey*"_s << false;
    }

    void starsStandForAnyLettersAndCasingMakesNoDifference()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isMatch);
        QCOMPARE(isAllowed({Permission{{pattern}, {}}}, regenerate), isMatch);
        QCOMPARE(isAllowed({Permission{{u"*"_s}, {pattern}}}, regenerate), !isMatch);
    }

    void anExceptionCountsOnlyInItsOwnElement()
    {
        const Permission all{{u"*"_s}, {}};
        const Permission allButRegenerating{{u"*"_s}, {u"*/regenerateKey/*"_s}};
        const Permission reading{{u"*/read"_s}, {}};
        QVERIFY(!isAllowed({allButRegenerating}, regenerate));
        QVERIFY(!isAllowed({allButRegenerating, reading}, regenerate));
        QVERIFY(isAllowed({allButRegenerating, all}, regenerate));
        QVERIFY(isAllowed({all, allButRegenerating}, regenerate));
    }

    void whereNothingIsGrantedNothingIsAllowed()
    {
        QVERIFY(!isAllowed({}, regenerate));
        QVERIFY(!isAllowed({Permission()}, regenerate));
    }

    void hugeListsAndPatternsOfManyStarsTakeNoTime()
    {
        const QString stars = QString(u"*a"_s).repeated(20'000);
        QStringList many(20'000, u"Microsoft.Storage/*/read"_s);
        many.append(u"Microsoft.Communication/*"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!isAllowed({Permission{{stars}, {}}}, QString(30'000, u'a') + u'b'));
        QVERIFY(isAllowed({Permission{many, {stars}}}, regenerate));
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    const QString regenerate = u"Microsoft.Communication/communicationServices/regenerateKey/action"_s;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::PermissionTest)
#include "permissiontest.moc"
