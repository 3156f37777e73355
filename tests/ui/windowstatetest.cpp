// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/windowstate.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class WindowStateTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead()
    {
        WindowState state;
        state.geometry = "geo\0metry";
        state.splitter = "splitter";
        state.columns = QByteArray(3, '\0');
        state.filter = u"acs, \"prod\" = ü"_s;
        state.tenant = TenantId(u"aaaa2222-3333-4444-5555-666677778888"_s);
        state.subscription = SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s);
        state.chosen = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), u"rg"_s, u"acs"_s);
        const WindowStateFile file(m_folder.filePath(u"state.ini"_s));
        file.write(state);
        QCOMPARE(file.read(), state);
    }

    void noFileIsTheDefault()
    {
        QCOMPARE(WindowStateFile(m_folder.filePath(u"absent.ini"_s)).read(), WindowState());
        QCOMPARE(WindowStateFile({}).read(), WindowState());
        WindowStateFile({}).write(WindowState());
    }

    void rubbishIsTheDefault()
    {
        const QString path = m_folder.filePath(u"rubbish.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[list]\nchosen=/subscriptions/../secrets\n\0\x01\x02[[[");
        file.close();
        QCOMPARE(WindowStateFile(path).read(), WindowState());
    }

    void aFileThatCannotBeWrittenIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
        // A folder is where the file should be: refused to everybody, root included.
        const QString path = m_folder.filePath(u"folder"_s);
        QVERIFY(QDir().mkpath(path));
        WindowStateFile(path).write(WindowState());
    }

    void theDaysOfTheReminderAreKeptAtOnceAndOutliveTheState()
    {
        const QTemporaryDir folder;
        const WindowStateFile file(folder.filePath(u"window.ini"_s));
        QVERIFY(!file.day(WindowStateFile::Day::ReminderClosed).isValid());
        file.setDay(WindowStateFile::Day::ReminderClosed, QDate(2026, 1, 15));
        file.write({});
        QCOMPARE(file.day(WindowStateFile::Day::ReminderClosed), QDate(2026, 1, 15));
        QVERIFY(!file.day(WindowStateFile::Day::ReminderNotified).isValid());
        const WindowStateFile none{QString()};
        none.setDay(WindowStateFile::Day::ReminderClosed, QDate(2026, 1, 15));
        QVERIFY(!none.day(WindowStateFile::Day::ReminderClosed).isValid());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WindowStateTest)
#include "windowstatetest.moc"
