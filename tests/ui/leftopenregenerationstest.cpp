// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/leftopenregenerations.h"

#include "common/messagebar.h"
#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUuid>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class LeftOpenRegenerationsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_world = std::make_unique<KeysWorld>();
        m_window = std::make_unique<QWidget>();
        m_bar = new MessageBar(m_world->clipboard, m_window.get());
        m_leftOpen = new LeftOpenRegenerations(*m_bar, m_window.get());
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void nothingIsSaidWhereNothingIsOpen()
    {
        m_leftOpen->setSession(m_world->session);
        QVERIFY(!m_bar->isVisible());
    }

    void whatIsOpenIsNamedAndNothingIsAskedOfAzure()
    {
        const RotationRecord record = leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        const QString begun = QLocale().toString(record.startedUtc.toLocalTime(), QLocale::ShortFormat);
        QCOMPARE(m_bar->text(),
                 u"What became of the regeneration of the primary key of acs-prod-00000, begun %1, is not known."_s.arg(
                     begun));
        QCOMPARE(m_bar->level(), MessageBar::Level::Warning);
        QVERIFY(button(u"Find out"_s));
        QTest::qWait(20);
        QVERIFY(m_world->azure.log().isEmpty());
    }

    void aKeyThatWasReplacedIsKept()
    {
        leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        button(u"Find out"_s)->click();
        QTRY_COMPARE(m_bar->text(), u"The primary key that acs-prod-00000 accepts now is in your keychain."_s);
        QCOMPARE(m_bar->level(), MessageBar::Level::Success);
        QVERIFY(!button(u"Try again"_s));
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/regenerateKey"_s), 0);
        QVERIFY(m_world->session->journal().openRecords().isEmpty());
        m_leftOpen->look();
        QVERIFY(m_bar->isVisible()); // to be read
    }

    void aKeyThatIsTheSameMeansThatNothingHadHappened()
    {
        leaveOpen(KeyType::Secondary, m_world->keyInAzure(KeyType::Secondary));
        m_leftOpen->setSession(m_world->session);
        button(u"Find out"_s)->click();
        QTRY_COMPARE(m_bar->text(), u"acs-prod-00000 still has the secondary key from before: nothing had happened."_s);
        QCOMPARE(m_bar->level(), MessageBar::Level::Success);
        QVERIFY(m_world->session->journal().openRecords().isEmpty());
    }

    void whatCannotBeFoundOutHasItsReasonAndAnotherTry()
    {
        leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        button(u"Find out"_s)->click();
        QTRY_VERIFY(m_bar->text().contains(u"it is still not known whether the primary key was replaced"_s));
        QCOMPARE(m_bar->level(), MessageBar::Level::Warning);
        byName<QToolButton>(*m_window, u"Details"_s)->click();
        QVERIFY(byName<QPlainTextEdit>(*m_window, u"Error details"_s)->toPlainText().contains(u"403"_s));
        button(u"Try again"_s)->click();
        QTRY_VERIFY(m_bar->text().contains(u"is in your keychain"_s));
    }

    void aKeychainThatRefusesDoesNotLoseTheKey()
    {
        leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        m_world->store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
        button(u"Find out"_s)->click();
        QTRY_VERIFY(m_bar->text().contains(u"is only in memory"_s));
        QVERIFY(m_bar->text().contains(u"The keychain is locked."_s));
        QVERIFY(m_world->session->keptKeys().hasUnsaved());
        m_world->store->writeFails.reset();
        button(u"Try again"_s)->click();
        QTRY_VERIFY(m_bar->text().contains(u"is in your keychain"_s));
    }

    void severalAreFoundOutOneAfterTheOther()
    {
        leaveOpen(KeyType::Primary, u"the key before"_s);
        leaveOpen(KeyType::Secondary, m_world->keyInAzure(KeyType::Secondary));
        m_leftOpen->setSession(m_world->session);
        QCOMPARE(m_bar->text().count(u'\n'), 1);
        button(u"Find out"_s)->click();
        QTRY_VERIFY(m_bar->text().contains(u"The primary key that acs-prod-00000 accepts now is in your keychain."_s));
        QVERIFY(m_bar->text().contains(u"still has the secondary key from before"_s));
    }

    void whatRunsInThisWindowIsNotAskedAbout()
    {
        m_leftOpen->setSession(m_world->session);
        m_world->azure.faults().latency = 10s;
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        while (m_world->azure.count("POST", u"/regenerateKey"_s) == 0) {
            m_world->clock->advance(10s);
            QTest::qWait(5);
        }
        QVERIFY(!m_world->session->journal().openRecords().isEmpty());
        m_leftOpen->look();
        QVERIFY(!m_bar->isVisible());
        m_world->clock->advance(10s);
        QTRY_VERIFY(!m_world->session->rotations().isBusy());
        QVERIFY(!m_bar->isVisible());
    }

    void aKeyThatIsKnownAndOnlyInMemoryIsNotAskedAbout()
    {
        m_leftOpen->setSession(m_world->session);
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_VERIFY(m_world->session->keptKeys().hasUnsaved() && !m_world->session->rotations().isBusy());
        m_leftOpen->look();
        QVERIFY(!m_bar->isVisible());
    }

    void theQuestionGoesWhenSomethingElseHasAnsweredIt()
    {
        const RotationRecord record = leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_world->session->rotations().takeUp(record));
        QVERIFY(!m_bar->isVisible());
    }

    void withoutASessionNothingIsSaid()
    {
        leaveOpen(KeyType::Primary, u"the key before"_s);
        m_leftOpen->setSession(m_world->session);
        button(u"Find out"_s)->click();
        m_leftOpen->setSession(nullptr);
        QVERIFY(!m_bar->isVisible());
        QTest::qWait(20);
        QVERIFY(!m_bar->isVisible());
    }

private:
    // As a program leaves it that ends after it has sent the request.
    RotationRecord leaveOpen(KeyType type, const QString& keyBefore)
    {
        RotationJournal& journal = m_world->session->journal();
        static_cast<void>(journal.open());
        RotationRecord record;
        record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        record.armHost = u"arm.own.example"_s;
        record.resource = m_world->resource().id;
        record.tenant = m_world->resource().tenant;
        record.type = type;
        record.startedUtc = m_world->clock->utcNow().addSecs(-3'600);
        record.stage = RotationRecord::Stage::Sent;
        record.fingerprintBefore = journal.fingerprintOf(Secret::copyOf(keyBefore));
        const Result<Done> written = journal.append(record);
        QTest::qVerify(written.isOk(), "written", "the journal took it", __FILE__, __LINE__);
        return record;
    }

    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_window, name); }

    std::unique_ptr<KeysWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    MessageBar* m_bar = nullptr;
    LeftOpenRegenerations* m_leftOpen = nullptr;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::LeftOpenRegenerationsTest)
#include "leftopenregenerationstest.moc"
