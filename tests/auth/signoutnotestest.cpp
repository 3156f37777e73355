// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/signoutnotes.h"
#include "support/lockfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace CommKeys {

class SignOutNotesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// As several processes do: each has an object of its own.
    void changesAtTheSameTimeLoseNothing()
    {
        constexpr int writers = 4;
        constexpr int each = 25;
        SignOutNotes(file()).add(u"to be taken back"_s, login());
        std::vector<std::unique_ptr<QThread>> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back(QThread::create([this, writer] {
                SignOutNotes notes(file());
                for (int i = 0; i < each; ++i) {
                    notes.add(u"%1 %2"_s.arg(writer).arg(i), login());
                }
                notes.takeBack(u"to be taken back"_s, login());
            }));
        }
        for (const auto& thread : threads) {
            thread->start();
        }
        for (const auto& thread : threads) {
            thread->wait();
        }
        QCOMPARE(SignOutNotes(file()).all().size(), writers * each);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"signed-out"_s});
    }

    void aLockThatWasLeftBehindKeepsNoSignOutFromBeingNoted_data()
    {
        QTest::addColumn<QByteArray>("content");
        const LeftLock other = LeftLock::ofAnotherComputer(0);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("of another computer") << QByteArray::number(other.pid) + '\n' + other.program + '\n' +
                                                    other.host + '\n' + other.machineId + '\n' + other.bootId + '\n';
    }

    void aLockThatWasLeftBehindKeepsNoSignOutFromBeingNoted()
    {
        QFETCH(QByteArray, content);
        QVERIFY(LeftLock().writeAsIs(file() + u".lock"_s, content));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"without a lock"_s));
        QElapsedTimer timer;
        timer.start();
        SignOutNotes(file()).add(u"somebody"_s, login());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(SignOutNotes(file()).all().size(), 1);
    }

    void withoutAFileNothingIsNoted()
    {
        SignOutNotes notes{QString()};
        notes.add(u"somebody"_s, login());
        QVERIFY(notes.all().isEmpty());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"signed-out"_s); }

    static LoginService login()
    {
        LoginService login;
        login.environment = u"login.example.net"_s;
        return login;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::SignOutNotesTest)
#include "signoutnotestest.moc"
