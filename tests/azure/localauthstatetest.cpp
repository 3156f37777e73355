// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/localauthstate.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class LocalAuthStateTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhetherTheKeysAreDisabled_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("told"); // -1: it does not tell
        QTest::newRow("disabled") << QByteArray("{\"properties\":{\"disableLocalAuth\":true}}") << 1;
        QTest::newRow("enabled") << QByteArray("{\"properties\":{\"disableLocalAuth\":false}}") << 0;
        QTest::newRow("absent") << QByteArray("{\"properties\":{\"hostName\":\"h\"}}") << -1;
        QTest::newRow("null") << QByteArray("{\"properties\":{\"disableLocalAuth\":null}}") << -1;
        QTest::newRow("a text") << QByteArray("{\"properties\":{\"disableLocalAuth\":\"true\"}}") << -1;
        QTest::newRow("at another place") << QByteArray("{\"disableLocalAuth\":true}") << -1;
        QTest::newRow("no properties") << QByteArray("{}") << -1;
    }

    void readsWhetherTheKeysAreDisabled()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, told);
        const Result<LocalAuthState> state = parseLocalAuthState(json);
        QVERIFY(state);
        QCOMPARE(state->disabled ? int(*state->disabled) : -1, told);
    }

    void whatIsNoResourceIsAnError()
    {
        for (const QByteArray& json :
             {QByteArray(), QByteArray("[]"), QByteArray("<html></html>"), QByteArray("{\"p")}) {
            const Result<LocalAuthState> state = parseLocalAuthState(json);
            QVERIFY(!state);
            QCOMPARE(state.error().kind, ErrorKind::BadAnswer);
        }
    }

    void knowsTheErrorsOfAnOlderCloud_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isUnknown");
        QTest::newRow("gateway") << 400 << u"InvalidApiVersionParameter"_s << true;
        QTest::newRow("provider") << 400 << u"NoRegisteredProviderFound"_s << true;
        QTest::newRow("another casing") << 400 << u"noregisteredproviderfound"_s << true;
        QTest::newRow("another 400") << 400 << u"BadRequest"_s << false;
        QTest::newRow("another status") << 403 << u"InvalidApiVersionParameter"_s << false;
        QTest::newRow("no code") << 400 << QString() << false;
    }

    void knowsTheErrorsOfAnOlderCloud()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(bool, isUnknown);
        Error error;
        error.httpStatus = status;
        error.detail.code = code;
        QCOMPARE(isUnknownApiVersion(error), isUnknown);
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::LocalAuthStateTest)
#include "localauthstatetest.moc"
