// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/accountbutton.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class AccountButtonTest final : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsMadeOfAnAddress_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"avery.hart@contoso.example"_s << u"Avery Hart"_s << u"AH"_s;
        QTest::newRow("one word") << u"avery@contoso.example"_s << u"Avery"_s << u"A"_s;
        QTest::newRow("three words") << u"avery_lee-hart@contoso.example"_s << u"Avery Lee Hart"_s << u"AH"_s;
        QTest::newRow("another script") << u"émile@contoso.example"_s << u"Émile"_s << u"É"_s;
        QTest::newRow("no address") << u"11112222-3333"_s << u"11112222-3333"_s << u"1"_s;
        QTest::newRow("nothing before the at") << u"@contoso.example"_s << u"@contoso.example"_s << u"@"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }

    void aNameIsMadeOfAnAddress()
    {
        QFETCH(const QString, account);
        QTEST(personName(account), "name");
        QTEST(initialsOf(personName(account)), "initials");
    }
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::AccountButtonTest)
#include "accountbuttontest.moc"
