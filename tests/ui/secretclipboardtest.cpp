// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretclipboard.h"

#include "common/secretmimedata.h"
#include "support/manualclock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class SecretClipboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_system->clear();
        m_clock = std::make_unique<ManualClock>();
        m_clipboard = std::make_unique<SecretClipboard>(*m_system, *m_clock, nullptr);
        m_countdown = std::make_unique<QSignalSpy>(m_clipboard.get(), &SecretClipboard::countdown);
        m_cleared = std::make_unique<QSignalSpy>(m_clipboard.get(), &SecretClipboard::cleared);
        m_notCleared = std::make_unique<QSignalSpy>(m_clipboard.get(), &SecretClipboard::notCleared);
    }

    void tellsWhatWasCopiedAndForHowLong()
    {
        QSignalSpy copied(m_clipboard.get(), &SecretClipboard::copied);
        copy(u"a secret"_s);

        QCOMPARE(m_system->text(), u"a secret"_s);
        QVERIFY(m_clipboard->holdsSecret());
        QCOMPARE(copied.size(), 1);
        QCOMPARE(copied.first().at(0).toString(), u"Key of acs-prod-00000 (primary)"_s);
        QCOMPARE(copied.first().at(1).value<std::chrono::seconds>(), 30s);
    }

    void aSecretIsPlainTextWithTheMarksThatHistoriesLookFor()
    {
        copy(u"a secret"_s);
        const QMimeData* data = m_system->mimeData();

        QVERIFY(!data->hasHtml());
        QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
        const QByteArray zero(4, '\0');
        QCOMPARE(data->data(u"ExcludeClipboardContentFromMonitorProcessing"_s), zero);
        QCOMPARE(data->data(u"CanIncludeInClipboardHistory"_s), zero);
        QCOMPARE(data->data(u"CanUploadToCloudClipboard"_s), zero);
    }

    void aSecretNeverGoesToTheSelection()
    {
        if (!m_system->supportsSelection()) {
            QSKIP("this platform has no selection");
        }
        m_system->setText(u"selected before"_s, QClipboard::Selection);
        copy(u"a secret"_s);
        QCOMPARE(m_system->text(QClipboard::Selection), u"selected before"_s);
    }

    void aSecretIsGoneAfterItsTime()
    {
        copy(u"a secret"_s);
        turn(29s);
        QCOMPARE(m_system->text(), u"a secret"_s);
        QVERIFY(m_cleared->isEmpty());
        turn(1s);
        QCOMPARE(m_system->text(), QString());
        QCOMPARE(m_cleared->size(), 1);
        QVERIFY(!m_clipboard->holdsSecret());
    }

    void theTimeCanBeSet()
    {
        m_clipboard->setClearsAfter(5s);
        copy(u"a secret"_s);
        turn(4s);
        QVERIFY(m_clipboard->holdsSecret());
        turn(1s);
        QVERIFY(!m_clipboard->holdsSecret());
    }

    void countsDownEverySecond()
    {
        m_clipboard->setClearsAfter(4s);
        copy(u"a secret"_s);
        turn(4s);
        QCOMPARE(told(), (QList<qint64>{4, 3, 2, 1}));
        QCOMPARE(m_cleared->size(), 1);
    }

    void aComputerThatSleptClearsWhenItWakes()
    {
        copy(u"a secret"_s);
        m_clock->advance(8h);
        QTRY_COMPARE(m_cleared->size(), 1);
        QCOMPARE(m_system->text(), QString());
    }

    void textThatSomebodyElseHasCopiedSinceStays()
    {
        copy(u"a secret"_s);
        m_system->setText(u"of somebody else"_s);
        QVERIFY(!m_clipboard->holdsSecret());
        turn(1s);
        QCOMPARE(m_cleared->size(), 1);
        turn(60s);
        QCOMPARE(m_system->text(), u"of somebody else"_s);
        QCOMPARE(m_cleared->size(), 1);
    }

    void clearingLeavesTheTextOfOthers()
    {
        copy(u"a secret"_s);
        m_system->setText(u"of somebody else"_s);
        m_clipboard->clearNow();
        QCOMPARE(m_system->text(), u"of somebody else"_s);
        QCOMPARE(m_cleared->size(), 1);
        m_clipboard->clearNow();
        QCOMPARE(m_cleared->size(), 1);
    }

    void theSameTextCopiedByHandCountsAsOurs()
    {
        copy(u"a secret"_s);
        m_system->setText(u"a secret"_s);
        m_clipboard->clearNow();
        QCOMPARE(m_system->text(), QString());
    }

    void aSecondCopyBeginsItsOwnTime()
    {
        copy(u"a secret"_s);
        turn(20s);
        copy(u"another secret"_s);
        m_countdown->clear();
        turn(29s);
        QCOMPARE(m_system->text(), u"another secret"_s);
        QCOMPARE(m_countdown->size(), 29);
        turn(1s);
        QCOMPARE(m_system->text(), QString());
    }

    void plainTextHasNoMarksAndStays()
    {
        m_clipboard->copyPlain(u"host.example"_s);
        QVERIFY(!m_system->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QVERIFY(!m_clipboard->holdsSecret());
        turn(60s);
        m_clipboard->clearNow();
        QCOMPARE(m_system->text(), u"host.example"_s);
        QVERIFY(m_countdown->isEmpty());
        QVERIFY(m_cleared->isEmpty());
    }

    void plainTextEndsTheCountdownOfASecret()
    {
        copy(u"a secret"_s);
        m_clipboard->copyPlain(u"host.example"_s);
        QCOMPARE(m_cleared->size(), 1);
        turn(60s);
        QCOMPARE(m_countdown->size(), 1);
        QCOMPARE(m_system->text(), u"host.example"_s);
    }

    void quittingTakesTheSecretBack()
    {
        copy(u"a secret"_s);
        QVERIFY(QMetaObject::invokeMethod(QCoreApplication::instance(), "aboutToQuit", Qt::DirectConnection));
        QCOMPARE(m_system->text(), QString());
    }

    void content_expired_keepsFormatsWithoutText()
    {
        SecretMimeData content(Secret::copyOf(u"a secret"_s));
        const QStringList formats = content.formats();
        QCOMPARE(content.text(), u"a secret"_s);
        QCOMPARE(content.data(u"text/plain"_s), "a secret"_ba);
        content.expire();
        QCOMPARE(content.text(), QString());
        QCOMPARE(content.data(u"text/plain"_s), QByteArray());
        QCOMPARE(content.formats(), formats);
        QCOMPARE(content.data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    }

    void sameTextOfOthers_timeUp_isCleared()
    {
        copy(u"a secret"_s);
        m_system->setText(u"a secret"_s);
        turn(1s);
        QCOMPARE(m_cleared->size(), 1);
        turn(28s);
        QCOMPARE(m_system->text(), u"a secret"_s);
        QCOMPARE(m_countdown->size(), 1);
        turn(1s);
        QCOMPARE(m_system->text(), QString());
        QCOMPARE(m_cleared->size(), 1);
    }

    void textPutBack_once_isClearedAgain()
    {
        copy(u"a secret"_s);
        m_clipboard->clearNow();
        m_system->setText(u"a secret"_s);
        turn(1s);
        QCOMPARE(m_system->text(), QString());
        turn(1s);
        QVERIFY(m_notCleared->isEmpty());
    }

    void textPutBack_always_isReportedAndRetriedAtNextKey()
    {
        copy(u"a secret"_s);
        m_clipboard->clearNow();
        for (int i = 0; i < 3; ++i) {
            m_system->setText(u"a secret"_s);
            turn(1s);
        }
        QCOMPARE(m_notCleared->size(), 1);
        QCOMPARE(m_system->text(), u"a secret"_s);
        turn(60s);
        QCOMPARE(m_system->text(), u"a secret"_s);

        QEvent press(QEvent::MouseButtonPress);
        QCoreApplication::sendEvent(m_clipboard.get(), &press);
        m_clock->advance(100ms);
        QTRY_COMPARE(m_system->text(), QString());
        turn(1s);
        QCOMPARE(m_cleared->size(), 2);
        QCOMPARE(m_notCleared->size(), 1);
    }

    void textOfOthers_afterClearing_stays()
    {
        copy(u"a secret"_s);
        m_clipboard->clearNow();
        m_system->setText(u"of somebody else"_s);
        turn(5s);
        QCOMPARE(m_system->text(), u"of somebody else"_s);
        QVERIFY(m_notCleared->isEmpty());
    }

    void copy_whileNotCleared_countsDownAgain()
    {
        copy(u"a secret"_s);
        m_clipboard->clearNow();
        copy(u"another secret"_s);
        turn(5s);
        QCOMPARE(m_system->text(), u"another secret"_s);
        QVERIFY(m_clipboard->holdsSecret());
    }

    void anEmptySecretIsNotCopied()
    {
        m_system->setText(u"of somebody else"_s);
        m_clipboard->copy(Secret(), u"nothing"_s);
        QCOMPARE(m_system->text(), u"of somebody else"_s);
        QVERIFY(m_countdown->isEmpty());
    }

private:
    void copy(const QString& text) { m_clipboard->copy(Secret::copyOf(text), u"Key of acs-prod-00000 (primary)"_s); }

    void turn(std::chrono::seconds by)
    {
        for (; by > 0s; by -= 1s) {
            m_clock->advance(1s);
            QCoreApplication::processEvents();
        }
    }

    QList<qint64> told() const
    {
        QList<qint64> seconds;
        for (const QList<QVariant>& arguments : *m_countdown) {
            seconds << arguments.first().value<std::chrono::seconds>().count();
        }
        return seconds;
    }

    QClipboard* m_system = QGuiApplication::clipboard();
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<QSignalSpy> m_countdown;
    std::unique_ptr<QSignalSpy> m_cleared;
    std::unique_ptr<QSignalSpy> m_notCleared;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SecretClipboardTest)
#include "secretclipboardtest.moc"
