// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "selfcheck/selfcheck.h"

#include "britishenglish.h"
#include "ui/windowworld.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class SelfCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<WindowWorld>(); }
    void cleanup() { m_world.reset(); }

    void doesTheMainJobAndTellsEveryStep()
    {
        const QString picture = m_world->folder.filePath(u"picture.png"_s);
        const QString before = keyInAzure();
        run(picture);
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_lines.size(), 11);
        QCOMPARE(m_lines.first(), u"1. Listed 33 resources in 6 subscriptions."_s);
        QCOMPARE(m_lines.at(1), u"2. Chose acs-prod-00000 in Production, resource group rg-comm-00."_s);
        QVERIFY(m_lines.contains(u"7. The window says that the new key is in the keychain."_s));
        QVERIFY(m_lines.contains(u"9. The keychain holds the same."_s));
        QVERIFY(!QImage(picture).isNull());
        QVERIFY(keyInAzure() != before);
        QCOMPARE(m_world->azure.count("POST", u"regenerateKey"_s), 1);
    }

    void tellsNoKey()
    {
        const QString before = keyInAzure();
        run({});
        const QString told = m_lines.join(u'\n');
        for (const QString& key : {before, keyInAzure()}) {
            QVERIFY(!told.contains(key.left(12)));
        }
        QVERIFY(!told.contains(u"accesskey"_s));
    }

    void withoutAKeychainItSaysSoAndGoesOn()
    {
        m_world->store->probeSays = StoreHealth::Missing;
        m_world->store->writeFails = Error::of(ErrorKind::KeychainMissing, u"There is none."_s);
        m_world->store->readFails = m_world->store->writeFails;
        run({});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_lines.contains(
            u"7. There is a new key. It is in memory only, since there is no keychain that takes it."_s));
    }

    void aKeychainThatForgetsIsFoundOut()
    {
        m_world->store->forgetsWhatItTook = true;
        run({});
        QVERIFY2(!m_lines.contains(u"9. The keychain holds the same."_s), "it took the key and did not keep it");
    }

    void aProblemThatTheWindowStillShowsAtTheEndIsAFailure()
    {
        m_world->store->forgetsWrites = 1;
        run({});
        QVERIFY(m_lines.contains(u"9. The keychain holds the same."_s));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_lines.last().startsWith(u"Failed in step 11: the window says: “The keys are not in the keychain"_s),
                 qPrintable(m_lines.last()));
    }

    void aRefusedRegenerationIsAFailure()
    {
        m_world->azure.faults().next = {SimulatedFault::given(
            "POST", u"regenerateKey"_s, 403, R"({"error":{"code":"AuthorizationFailed","message":"Not allowed."}})")};
        run({});
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(m_lines.last(), u"Failed in step 7: the key was not regenerated."_s);
    }

    void givesUpWhenNothingComes()
    {
        m_world->azure.faults().next = {
            SimulatedFault::beforeActing("GET", u"/tenants"_s, SimulatedFault::Reply::Silence)};
        run({}, 300ms);
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(m_lines.last(), u"Failed in step 1: waited in vain for the list of resources."_s);
    }

    void whatWentWrongInTheWindowIsTold()
    {
        m_world->azure.faults().next = {SimulatedFault::given("GET", u"/tenants"_s, 403)};
        run({}, 300ms);
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_lines.last().startsWith(
                     u"Failed in step 1: waited in vain for the list of resources; the window says: “"_s),
                 qPrintable(m_lines.last()));
    }

    void aPictureThatCannotBeWrittenIsAFailure()
    {
        run(m_world->folder.filePath(u"no/such/folder.png"_s));
        QCOMPARE(m_exitCode, 1);
        QVERIFY(m_lines.last().contains(u"could not be written"_s));
    }

private:
    void run(const QString& picture, std::chrono::milliseconds patience = 60s)
    {
        SelfCheck check(*m_world->window, picture, nullptr);
        check.setPatience(patience);
        QSignalSpy told(&check, &SelfCheck::told);
        QSignalSpy finished(&check, &SelfCheck::finished);
        check.start();
        m_world->window->openDemo();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 70'000);
        m_exitCode = finished.first().first().toInt();
        m_lines.clear();
        for (const QList<QVariant>& line : told) {
            m_lines.append(line.first().toString());
        }
    }
    [[nodiscard]] QString keyInAzure() const
    {
        return m_world->azure.currentKey(u"acs-prod-00000"_s, KeyType::Primary);
    }

    std::unique_ptr<WindowWorld> m_world;
    QStringList m_lines;
    int m_exitCode = -1;
    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SelfCheckTest)
#include "selfchecktest.moc"
