// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyspanel.h"

#include "common/messagebar.h"
#include "common/valuefield.h"
#include "keys/keycard.h"
#include "keys/keycopier.h"
#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QAction>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class KeysPanelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<KeysWorld>();
        m_panel = std::make_unique<KeysPanel>(m_world->clipboard, nullptr);
        m_problems = std::make_unique<QSignalSpy>(m_panel.get(), &KeysPanel::problem);
        m_panel->resize(420, 700);
        m_panel->show();
        m_panel->setSession(m_world->session);
    }

    void cleanup()
    {
        m_panel.reset();
        m_world.reset();
    }

    void withoutAResourceItSaysWhatToDo()
    {
        QVERIFY(says(*m_panel, u"Select a resource to see its keys."_s));
        QVERIFY(byName<QPushButton>(*m_panel, u"Get keys from Azure"_s) == nullptr);
        m_panel->fetchKeys();
        m_panel->copier().copy(KeyType::Primary, CopyAs::ConnectionString);
        QCOMPARE(requests(), 0);
    }

    void saysWhichResourceAndWhereItIs()
    {
        show();
        QVERIFY(says(*m_panel, u"acs-prod-00000"_s));
        QCOMPARE(byName<ValueField>(*m_panel, u"Endpoint"_s)->text(),
                 u"acs-prod-00000.unitedstates.communication.azure.com"_s);
        QCOMPARE(byName<ValueField>(*m_panel, u"Resource id"_s)->text(), m_world->resource().id.toString());
        QVERIFY(says(*m_panel, u"Production › rg-comm-00 · United States"_s));
    }

    void theEndpointCanBeCopied()
    {
        show();
        byName<QToolButton>(*m_panel, u"Copy endpoint"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), u"https://acs-prod-00000.unitedstates.communication.azure.com/"_s);
        QVERIFY(!m_world->clipboard.holdsSecret());
    }

    void endpointAndIdCanBeSelectedAndTheIdCopied()
    {
        show();
        for (const QString& name : {u"Endpoint"_s, u"Resource id"_s}) {
            auto* field = byName<ValueField>(*m_panel, name);
            QVERIFY(field->isReadOnly());
            QVERIFY(field->focusPolicy() & Qt::TabFocus);
            QTest::mouseDClick(field, Qt::LeftButton, {}, QPoint(10, field->height() / 2));
            QVERIFY(field->hasSelectedText());
        }
        byName<QToolButton>(*m_panel, u"Copy resource id"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->resource().id.toString());
    }

    void aValueThatIsCutShortIsWholeInItsToolTip()
    {
        m_panel->resize(m_panel->minimumSizeHint());
        show();
        QCOMPARE(byName<ValueField>(*m_panel, u"Resource id"_s)->toolTip(), m_world->resource().id.toString());
        m_panel->resize(3000, 600);
        QTRY_COMPARE(byName<ValueField>(*m_panel, u"Resource id"_s)->toolTip(), QString());
    }

    void showingAResourceReadsTheKeychainAndAsksAzureForNoKeys()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-12));
        show();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain, as of"_s));
        QVERIFY(says(card(KeyType::Secondary), u"In keychain, as of"_s));
        QCOMPARE(requests(), 0);
    }

    void keysThatCanBeHadAgainAreForgotten()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-12));
        show();
        QTRY_VERIFY(button(KeyType::Primary, u"Show"_s)->isEnabled());
        button(KeyType::Primary, u"Show"_s)->click();
        QVERIFY(button(KeyType::Primary, u"Hide"_s));
        m_panel->forgetKeys(u"The screen was locked."_s);
        QVERIFY(!button(KeyType::Primary, u"Show"_s)->isEnabled());
        QVERIFY(says(*m_panel, u"The screen was locked."_s));
        QVERIFY(says(card(KeyType::Primary), u"Forgotten"_s));
        m_panel->copier().copy(KeyType::Primary, CopyAs::ConnectionString);
        QVERIFY(!m_world->clipboard.holdsSecret());

        byName<QPushButton>(*m_panel, u"Read the keychain again"_s)->click();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain, as of"_s));
        QVERIFY(!says(*m_panel, u"The screen was locked."_s));
        QCOMPARE(requests(), 0);
    }

    void aKeyThatIsOnlyHereIsHiddenAndNotForgotten()
    {
        m_world->store->writeFails = locked();
        show();
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"only in memory"_s));
        button(KeyType::Primary, u"Show"_s)->click();
        QVERIFY(button(KeyType::Primary, u"Hide"_s));
        m_panel->forgetKeys(u"The screen was locked."_s);
        QVERIFY(button(KeyType::Primary, u"Show"_s));
        QVERIFY2(byName<QPushButton>(*m_panel, u"Try again"_s), "the way to keep it stays");
        QVERIFY(says(card(KeyType::Primary), u"only in memory"_s));
        QVERIFY(m_panel->holdsUnkeptKeys());
        m_panel->copier().copy(KeyType::Primary, CopyAs::ConnectionString);
        QVERIFY(m_world->clipboard.holdsSecret());
    }

    void previousKeyThatAzureStillReturns_replacesNothing_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<bool>("isRestarted");
        for (const KeyType type : {KeyType::Primary, KeyType::Secondary}) {
            for (const bool isRestarted : {false, true}) {
                QTest::addRow("%s, %s", qPrintable(apiName(type)), isRestarted ? "after a new start" : "at once")
                    << type << isRestarted;
            }
        }
    }

    void previousKeyThatAzureStillReturns_replacesNothing()
    {
        QFETCH(const KeyType, type);
        QFETCH(const bool, isRestarted);
        show();
        fetch();
        QTRY_VERIFY(says(card(type), u"In keychain ✓ current"_s));
        QSignalSpy ended(&m_world->session->rotations(), &RotationDesk::ended);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), type));
        QTRY_COMPARE(ended.size(), 1);
        const QString now = m_world->keyInAzure(type);
        QCOMPARE(m_world->keyInKeychain(type), now);
        if (isRestarted) {
            m_panel->setSession(nullptr);
            m_panel->setSession(m_world->session);
            show();
            QTRY_VERIFY(says(card(type), u"In keychain"_s));
        }
        SimulatedFault stale = SimulatedFault::beforeActing("POST", u"listKeys"_s, SimulatedFault::Reply::PreviousKeys);
        stale.times = 2;
        m_world->azure.faults().next = {stale};
        fetch();
        QTRY_VERIFY(
            says(*m_panel, u"Azure still returns the previous %1 key. It wasn't saved."_s.arg(displayName(type))));
        QCOMPARE(m_world->keyInKeychain(type), now);
        button(type, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), now);
        // It is asked again, until Azure has caught up.
        QVERIFY(says(*m_panel, u"Checking again in 5 second(s)."_s));
        m_world->clock->advance(5s);
        QTRY_VERIFY(says(*m_panel, u"Checking again in 15 second(s)."_s));
        QCOMPARE(m_world->keyInKeychain(type), now);
        m_world->clock->advance(15s);
        QTRY_VERIFY(!says(*m_panel, u"Azure still returns"_s));
        QTRY_VERIFY(says(card(type), u"In keychain ✓ current"_s));
        QCOMPARE(m_world->keyInKeychain(type), now);
        // A third key is taken.
        m_world->azure.regenerateElsewhere(m_world->resource().name(), type, m_world->clock->utcNow());
        fetch();
        QTRY_COMPARE(m_world->keyInKeychain(type), m_world->keyInAzure(type));
        QVERIFY(!says(*m_panel, u"Azure still returns"_s));
    }

    void previousKeyThatAzureGoesOnReturning_isAskedForOnlySoOften()
    {
        show();
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QSignalSpy ended(&m_world->session->rotations(), &RotationDesk::ended);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_COMPARE(ended.size(), 1);
        m_world->azure.faults().keyReadLag = 24h;
        const int before = m_world->azure.count("POST", u"listKeys"_s);
        fetch();
        for (const auto wait : {5s, 15s, 45s, 120s}) {
            QTRY_VERIFY(says(*m_panel, u"Checking again in %1 second(s)."_s.arg(wait.count())));
            m_world->clock->advance(wait);
        }
        QTRY_VERIFY(says(*m_panel, u"Get the keys again in a few minutes."_s));
        QCOMPARE(m_world->azure.count("POST", u"listKeys"_s), before + 5);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void keyThatSomebodyReplaced_isCalledReplaced()
    {
        m_world->azure.faults().activityLogLag = 0s;
        const QDateTime now = m_world->clock->utcNow();
        m_world->keep(m_world->keyInAzure(KeyType::Primary), m_world->keyInAzure(KeyType::Secondary), now.addDays(-3));
        m_world->azure.regenerateElsewhere(m_world->resource().name(), KeyType::Primary, now.addSecs(-3600));
        show();
        const QString sentence = u"Replaced 1 hour(s) ago by robin@contoso.example. This key no longer works."_s;
        QTRY_VERIFY(says(card(KeyType::Primary), sentence));
        QVERIFY(says(card(KeyType::Secondary), u"In keychain, as of"_s));
        // It can be copied, with that said at once.
        button(KeyType::Primary, u"Copy connection string"_s)->click();
        QVERIFY(says(*m_panel, u"You copied the stored primary key of acs-prod-00000. "_s + sentence));
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QVERIFY(!says(*m_panel, sentence));
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void keyOfADeletedResource_isNotOffered()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-79));
        show();
        QTRY_VERIFY(button(KeyType::Primary, u"Copy key"_s)->isEnabled());
        // The list says later when the resource was created.
        CommunicationService created = m_world->resource();
        created.createdUtc = m_world->clock->utcNow().addDays(-27);
        m_panel->showResource(created);
        QTRY_VERIFY(says(card(KeyType::Primary), u"Belongs to a deleted resource with the same name."_s));
        for (const QString& name : {u"Copy connection string"_s, u"Copy key"_s}) {
            QVERIFY(!button(KeyType::Primary, name)->isEnabled());
        }
        QVERIFY(!m_panel->copier().canCopy(KeyType::Primary, CopyAs::DotEnv));
        QVERIFY(m_panel->copier().canCopy(KeyType::Primary, CopyAs::Endpoint));
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QCOMPARE(m_world->keyInKeychain(KeyType::Secondary), m_world->keyInAzure(KeyType::Secondary));
    }

    void theAgeOfAKeyStandsBelowIt()
    {
        m_world->azure.faults().activityLogLag = 0s;
        show(u"acs-prod-00000"_s);
        QTRY_VERIFY(says(card(KeyType::Primary), u"egenerated"_s));
        QCOMPARE(requests(), 0);
    }

    void keptKeysAreCopiedOffline()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-12));
        show();
        QTRY_VERIFY(button(KeyType::Secondary, u"Copy connection string"_s)->isEnabled());
        button(KeyType::Secondary, u"Copy connection string"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"secondary"_s));
        button(KeyType::Primary, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), u"primary"_s);
        m_panel->copier().copy(KeyType::Primary, CopyAs::ConnectionString);
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"primary"_s));
        QVERIFY(m_world->clipboard.holdsSecret());
    }

    void everyFormOfAKeyGoesThroughTheGuardedClipboard()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        show();
        QTRY_VERIFY(button(KeyType::Secondary, u"Copy key"_s)->isEnabled());
        QSignalSpy copied(&m_world->clipboard, &SecretClipboard::copied);
        copyAs(KeyType::Secondary, u".env line"_s);
        QCOMPARE(KeysWorld::clipboardText(), u"COMMUNICATION_SERVICES_CONNECTION_STRING=\"%1\"\n"_s.arg(
                                                 KeysWorld::connectionString(u"secondary"_s)));
        copyAs(KeyType::Secondary, u"appsettings.json fragment"_s);
        QVERIFY(KeysWorld::clipboardText().contains(u"\"CommunicationServices\": \"endpoint="_s));
        copyAs(KeyType::Secondary, u"Kubernetes Secret"_s);
        QVERIFY(KeysWorld::clipboardText().contains(u"kind: Secret"_s));
        copyAs(KeyType::Secondary, u"Key"_s);
        QCOMPARE(KeysWorld::clipboardText(), u"secondary"_s);
        copyAs(KeyType::Secondary, u"Connection string"_s);
        QCOMPARE(KeysWorld::clipboardText(), KeysWorld::connectionString(u"secondary"_s));
        QVERIFY(m_world->clipboard.holdsSecret());
        QStringList told;
        for (const QList<QVariant>& arguments : copied) {
            told.append(arguments.first().toString());
        }
        QCOMPARE(told,
                 QStringList(
                     {u".env line of acs-prod-00000 (secondary)"_s, u"appsettings.json of acs-prod-00000 (secondary)"_s,
                      u"Kubernetes Secret of acs-prod-00000 (secondary)"_s, u"Key of acs-prod-00000 (secondary)"_s,
                      u"Connection string of acs-prod-00000 (secondary)"_s}));
    }

    void callsHoldNoSecretAndNeedNoKey()
    {
        show();
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain"_s));
        copyAs(KeyType::Primary, u"Azure CLI call: regenerate this key"_s);
        QVERIFY(KeysWorld::clipboardText().startsWith(u"az communication regenerate-key --name acs-prod-00000 "_s));
        QVERIFY(KeysWorld::clipboardText().endsWith(u" --key-type Primary"_s));
        copyAs(KeyType::Secondary, u"PowerShell call: regenerate this key"_s);
        QVERIFY(KeysWorld::clipboardText().endsWith(u" -KeyType 'Secondary'"_s));
        copyAs(KeyType::Primary, u"REST call: list keys"_s);
        QVERIFY(KeysWorld::clipboardText().startsWith(u"POST https://arm.own.example/subscriptions/"_s));
        copyAs(KeyType::Primary, u"Endpoint"_s);
        QCOMPARE(KeysWorld::clipboardText(), u"https://acs-prod-00000.unitedstates.communication.azure.com/"_s);
        QVERIFY(!m_world->clipboard.holdsSecret());
        for (const QString& text : {u"Key"_s, u"Connection string"_s, u".env line"_s, u"Kubernetes Secret"_s}) {
            QVERIFY2(!copyAction(KeyType::Primary, text)->isEnabled(), qPrintable(text));
        }
        QCOMPARE(requests(), 0);
    }

    void theClipboardIsToldWhatWasCopied()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        show();
        QTRY_VERIFY(button(KeyType::Primary, u"Copy key"_s)->isEnabled());
        QSignalSpy copied(&m_world->clipboard, &SecretClipboard::copied);
        button(KeyType::Primary, u"Copy connection string"_s)->click();
        QCOMPARE(copied.takeFirst().first().toString(), u"Connection string of acs-prod-00000 (primary)"_s);
        button(KeyType::Secondary, u"Copy key"_s)->click();
        QCOMPARE(copied.takeFirst().first().toString(), u"Key of acs-prod-00000 (secondary)"_s);
    }

    void keysThatAreAskedForAreFetchedOnceAndKept()
    {
        show();
        QVERIFY(says(*m_panel, u"Activity Log"_s));
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QVERIFY(says(card(KeyType::Secondary), u"In keychain ✓ current"_s));
        QCOMPARE(m_world->azure.count("POST", u"/listKeys"_s), 1);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->keyInKeychain(KeyType::Secondary), m_world->keyInAzure(KeyType::Secondary));
        button(KeyType::Primary, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        QVERIFY(!m_panel->holdsUnkeptKeys());
    }

    void askingAtOnceWaitsForTheKeychain()
    {
        show();
        m_panel->fetchKeys();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QCOMPARE(m_world->azure.count("POST", u"/listKeys"_s), 1);
    }

    void fetchingShowsProgressAndCanBeCancelled()
    {
        slowDown();
        show();
        fetch();
        QTRY_VERIFY(byName<QProgressBar>(*m_panel, u"Getting keys from Azure…"_s) != nullptr);
        QVERIFY(!byName<QPushButton>(*m_panel, u"Get keys from Azure"_s)->isEnabled());
        byName<QPushButton>(*m_panel, u"Cancel"_s)->click();
        QTRY_VERIFY(byName<QPushButton>(*m_panel, u"Get keys from Azure"_s)->isEnabled());
        QVERIFY(byName<QPushButton>(*m_panel, u"Cancel"_s) == nullptr);
        QVERIFY(byName<QProgressBar>(*m_panel, u"Getting keys from Azure…"_s) == nullptr);
        QVERIFY(m_problems->isEmpty());
    }

    void aRefusalIsToldAndChangesNothing()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow().addDays(-1));
        m_world->azure.faults().next << SimulatedFault::given("POST", u"/listKeys"_s, 403);
        show();
        fetch();
        QTRY_COMPARE(m_problems->size(), 1);
        QVERIFY(m_problems->first().first().value<Error>().kind == ErrorKind::Forbidden);
        QVERIFY(says(*m_panel, u"The keys could not be fetched"_s));
        QVERIFY(says(card(KeyType::Primary), u"In keychain, as of"_s));
        QVERIFY(button(KeyType::Primary, u"Copy key"_s)->isEnabled());
    }

    void aWaitThatTheServerAsksForIsTold()
    {
        SimulatedFault throttle = SimulatedFault::beforeActing("POST", u"/listKeys"_s, SimulatedFault::Reply::Throttle);
        throttle.retryAfter = 6s;
        m_world->azure.faults().next << throttle;
        show();
        fetch();
        QTRY_VERIFY(says(*m_panel, u"Azure is throttling requests. Retrying in 6"_s));
        m_world->clock->advance(6s);
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
    }

    void aLockedKeychainIsSaidAndLosesNothing()
    {
        m_world->store->readFails = locked();
        m_world->store->writeFails = locked();
        show();
        QTRY_VERIFY(says(*m_panel, u"The keychain is locked."_s));
        QVERIFY(says(card(KeyType::Primary), u"The keychain has not answered"_s));

        fetch();
        QTRY_VERIFY(says(*m_panel, u"only in memory until CommKeys closes. The keychain is locked."_s));
        QVERIFY(m_panel->holdsUnkeptKeys());
        button(KeyType::Primary, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
    }

    void keysThatCouldNotBeKeptAreThereAfterLookingAtAnotherResource()
    {
        m_world->store->writeFails = locked();
        show();
        fetch();
        QTRY_VERIFY(m_panel->holdsUnkeptKeys());
        show(u"acs-sms-00003"_s);
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain"_s));
        QVERIFY(!button(KeyType::Primary, u"Copy key"_s)->isEnabled());
        show();
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain ✗ only in memory"_s));
        button(KeyType::Primary, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
    }

    void tryingAgainKeepsWhatCouldNotBeKept()
    {
        m_world->store->writeFails = locked();
        show();
        fetch();
        QTRY_VERIFY(byName<QPushButton>(*m_panel, u"Try again"_s) != nullptr);
        m_world->store->writeFails.reset();
        byName<QPushButton>(*m_panel, u"Try again"_s)->click();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QVERIFY(byName<QPushButton>(*m_panel, u"Try again"_s) == nullptr);
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
        QCOMPARE(m_world->azure.count("POST", u"/listKeys"_s), 1);
        QVERIFY(!m_panel->holdsUnkeptKeys());
    }

    void anAnswerForAResourceThatIsNoLongerShownIsIgnored()
    {
        slowDown();
        show();
        fetch();
        QTRY_COMPARE(requests(), 1);
        show(u"acs-sms-00003"_s);
        m_world->clock->advance(10s);
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain"_s));
        QTest::qWait(50);
        QVERIFY(!button(KeyType::Primary, u"Copy key"_s)->isEnabled());
        QVERIFY(m_problems->isEmpty());
        QCOMPARE(m_world->keyInKeychain(KeyType::Primary), QString());
    }

    void aRefreshedListKeepsWhatIsShown()
    {
        show();
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        CommunicationService renewed = m_world->resource();
        renewed.dataLocation = u"Europe"_s;
        m_panel->showResource(renewed);
        QVERIFY(says(*m_panel, u"Production › rg-comm-00 · Europe"_s));
        QVERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
    }

    void aRegenerationIsAskedForAndNotBegun()
    {
        show();
        QSignalSpy requested(m_panel.get(), &KeysPanel::regenerateRequested);
        button(KeyType::Secondary, u"Regenerate secondary key…"_s)->click();
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().at(0).value<CommunicationService>().name(), u"acs-prod-00000"_s);
        QVERIFY(requested.first().at(1).value<KeyType>() == KeyType::Secondary);
        QCOMPARE(requests(), 0);
    }

    void aNewKeyIsShownAsSoonAsItsRegenerationEnds()
    {
        show();
        const QString before = m_world->keyInAzure(KeyType::Primary);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QVERIFY(!button(KeyType::Primary, u"Regenerate primary key…"_s)->isEnabled());
        QVERIFY(!button(KeyType::Secondary, u"Regenerate secondary key…"_s)->isEnabled());
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        QTRY_VERIFY(button(KeyType::Primary, u"Regenerate primary key…"_s)->isEnabled());
        button(KeyType::Primary, u"Copy key"_s)->click();
        QCOMPARE(KeysWorld::clipboardText(), m_world->keyInAzure(KeyType::Primary));
        QVERIFY(KeysWorld::clipboardText() != before);
    }

    void aRegenerationThatWasCancelledLeavesTheButtonsFree()
    {
        slowDown();
        show();
        const Result<RotationJob*> job =
            m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary);
        QTRY_VERIFY((*job)->state() == RotationPlan::State::Checking);
        QVERIFY(!button(KeyType::Primary, u"Regenerate primary key…"_s)->isEnabled());
        (*job)->cancel();
        QTRY_VERIFY(button(KeyType::Primary, u"Regenerate primary key…"_s)->isEnabled());
    }

    void keysThatAreStillComingWhenARegenerationBeginsAreNotTaken()
    {
        slowDown();
        show();
        fetch();
        QTRY_COMPARE(requests(), 1);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_VERIFY(byName<QPushButton>(*m_panel, u"Cancel"_s) == nullptr);
        QVERIFY(!byName<QPushButton>(*m_panel, u"Get keys from Azure"_s)->isEnabled());
    }

    void aNewKeyThatCouldNotBeKeptIsSaidAndCanBeKeptLater()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        show();
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_VERIFY(byName<QPushButton>(*m_panel, u"Try again"_s) != nullptr);
        QVERIFY(m_problems->isEmpty());
        m_world->store->writeFails.reset();
        byName<QPushButton>(*m_panel, u"Try again"_s)->click();
        QTRY_COMPARE(m_world->keyInKeychain(KeyType::Primary), m_world->keyInAzure(KeyType::Primary));
    }

    void aNewKeyOfAnotherResourceThatCouldNotBeKeptIsAProblemOfTheWindow()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        show(u"acs-sms-00003"_s);
        QTRY_COMPARE(m_problems->size(), 1);
        QVERIFY(m_problems->first().first().value<Error>().message.contains(u"acs-prod-00000"_s));
        QVERIFY(m_panel->holdsUnkeptKeys());
        show();
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain ✗ only in memory"_s));
    }

    void anotherSessionBeginsWithNothing()
    {
        show();
        fetch();
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
        m_panel->setSession(nullptr);
        QVERIFY(says(*m_panel, u"Select a resource to see its keys."_s));
        show();
        QVERIFY(says(*m_panel, u"Select a resource to see its keys."_s));
    }

    void closingThePanelDuringAFetchEndsIt()
    {
        slowDown();
        show();
        fetch();
        QTRY_COMPARE(requests(), 1);
        m_panel.reset();
        m_world->clock->advance(10s);
        QTest::qWait(50);
        QVERIFY(m_world->keyInKeychain(KeyType::Primary).isEmpty());
    }

    void aKeyThatWasKeptElsewhereIsKeptHereToo()
    {
        m_world->store->probeSays = StoreHealth::Ready;
        m_world->store->writeFails = locked();
        show();
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain ✗ only in memory"_s));
        m_world->store->writeFails.reset();
        KeptKeys news = m_world->session->keptKeys().unsaved(m_world->resource().id);
        news.primary->keptAtUtc = m_world->clock->utcNow().addSecs(-1); // noted before the panel was told
        QVERIFY(finishedResult(m_world->session->keptKeys().keep(news, nullptr)));
        m_panel->readAgain(m_world->resource().id);
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain ✓ current"_s));
    }

    void whatTheKeychainHoldsIsReadAnewWhenItHasChangedElsewhere()
    {
        show();
        QTRY_VERIFY(says(card(KeyType::Primary), u"Not in keychain"_s));
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        m_panel->readAgain(m_world->resource(u"acs-sms-00003"_s).id);
        QTest::qWait(20);
        QVERIFY(says(card(KeyType::Primary), u"Not in keychain"_s));
        m_panel->readAgain(m_world->resource().id);
        QTRY_VERIFY(says(card(KeyType::Primary), u"In keychain, as of"_s));
    }

private:
    /// What **Copy as** of a card offers, as it is when the menu has opened.
    [[nodiscard]] QAction* copyAction(KeyType type, const QString& text) const
    {
        QMenu* menu = button(type, u"Copy as"_s)->menu();
        emit menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text().remove(u'&') == text) {
                return action;
            }
        }
        return nullptr;
    }
    void copyAs(KeyType type, const QString& text) const
    {
        QAction* action = copyAction(type, text);
        QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(text));
        action->trigger();
    }

    void show(const QString& name = u"acs-prod-00000"_s) { m_panel->showResource(m_world->resource(name)); }

    void fetch()
    {
        auto* fetch = byName<QPushButton>(*m_panel, u"Get keys from Azure"_s);
        QTRY_VERIFY(fetch->isEnabled());
        fetch->click();
    }

    void slowDown() { m_world->azure.faults().latency = 10s; }

    /// Those that have to do with keys, and are written to the customer's Activity Log.
    [[nodiscard]] int requests() const { return m_world->azure.count("POST", u"Key"_s); }
    [[nodiscard]] QWidget& card(KeyType type) const
    {
        return *byName<KeyCard>(*m_panel, type == KeyType::Primary ? u"Primary key"_s : u"Secondary key"_s);
    }
    [[nodiscard]] QPushButton* button(KeyType type, const QString& name) const
    {
        return byName<QPushButton>(card(type), name);
    }
    [[nodiscard]] static Error locked() { return Error::of(ErrorKind::KeychainLocked, u"The keychain is locked."_s); }

    std::unique_ptr<KeysWorld> m_world;
    std::unique_ptr<KeysPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_problems;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::KeysPanelTest)
#include "keyspaneltest.moc"
