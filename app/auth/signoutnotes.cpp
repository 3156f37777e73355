// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/signoutnotes.h"

#include "core/lockholder.h"
#include "core/logging.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// The window's thread waits: a turn takes as long as a disk does for a line or two.
constexpr std::chrono::milliseconds longestWait = 500ms;
constexpr std::chrono::milliseconds betweenTries = 5ms;
/// For the lock of another computer on a shared home.
constexpr std::chrono::milliseconds longestTurn = 30s;

/// Leaves a note without spaces and ends of lines, whatever a service calls its people.
QByteArray encoded(const QString& text)
{
    return text.toUtf8().toPercentEncoding(":@");
}

QString decoded(const QByteArray& text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

bool isAbout(const SignOutNotes::Note& note, const QString& homeAccountId, const LoginService& login)
{
    return note.homeAccountId.compare(homeAccountId, Qt::CaseInsensitive) == 0 && login.answersTo(note.environment);
}

} // namespace

QList<SignOutNotes::Note> SignOutNotes::all() const
{
    QList<Note> notes;
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return notes;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.trimmed().split(' ');
        if (words.size() == 2) {
            notes.append({decoded(words.at(0)), decoded(words.at(1))});
        }
    }
    return notes;
}

void SignOutNotes::add(const QString& homeAccountId, const LoginService& login)
{
    change([&](QList<Note>& notes) {
        const QStringList names = QStringList{login.environment} + login.aliases;
        for (const QString& name : names) {
            const Note note{homeAccountId, name};
            if (!notes.contains(note)) {
                notes.append(note);
            }
        }
        return true;
    });
}

void SignOutNotes::takeBack(const QString& homeAccountId, const LoginService& login)
{
    change([&](QList<Note>& notes) {
        return notes.removeIf([&](const Note& note) { return isAbout(note, homeAccountId, login); }) > 0;
    });
}

/// Reads, changes and writes in one turn. @p change returns whether there is something to write.
void SignOutNotes::change(const std::function<bool(QList<Note>&)>& change)
{
    if (m_file.isEmpty()) {
        return;
    }
    QLockFile lock(m_file + u".lock"_s);
    lock.setStaleLockTime(static_cast<int>(longestTurn.count()));
    const QDeadlineTimer limit(longestWait);
    while (!tryLockNow(lock) && lock.error() == QLockFile::LockFailedError && !limit.hasExpired()) {
        QThread::msleep(betweenTries.count());
    }
    if (!lock.isLocked()) {
        qCWarning(logAuth) << "the notes of sign-outs are changed without a lock";
    }
    QList<Note> notes = all();
    if (change(notes)) {
        save(notes);
    }
}

void SignOutNotes::save(const QList<Note>& notes) const
{
    if (notes.isEmpty()) {
        QFile::remove(m_file);
        return;
    }
    QSaveFile file(m_file);
    bool isSaved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const Note& note : notes) {
        const QByteArray line = encoded(note.homeAccountId) + ' ' + encoded(note.environment) + '\n';
        isSaved = isSaved && file.write(line) == line.size();
    }
    if (!isSaved || !file.commit()) {
        qCWarning(logAuth) << "A sign-out could not be noted:" << file.errorString();
    }
}

} // namespace CommKeys
