// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/signoutnotes.h"

#include "core/logging.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

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
    QList<Note> notes = all();
    const QStringList names = QStringList{login.environment} + login.aliases;
    for (const QString& name : names) {
        const Note note{homeAccountId, name};
        if (!notes.contains(note)) {
            notes.append(note);
        }
    }
    save(notes);
}

void SignOutNotes::takeBack(const QString& homeAccountId, const LoginService& login)
{
    QList<Note> notes = all();
    const auto gone = notes.removeIf([&](const Note& note) { return isAbout(note, homeAccountId, login); });
    if (gone > 0) {
        save(notes);
    }
}

void SignOutNotes::save(const QList<Note>& notes) const
{
    if (m_file.isEmpty()) {
        return;
    }
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
