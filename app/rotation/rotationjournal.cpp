// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationjournal.h"

#include "core/lockholder.h"
#include "core/logging.h"
#include "core/redaction.h"
#include "keychain/canonicalkey.h"
#include "rotation/filesync.h"
#include "rotation/journalline.h"
#include "rotation/keyreplacement.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// A turn lasts as long as a disk takes for one line.
constexpr std::chrono::milliseconds longestWait = 3s;
constexpr std::chrono::milliseconds betweenTries = 5ms;
/// For the lock of another computer on a shared home; whether a process of this one has ended, QLockFile sees by
/// itself.
constexpr std::chrono::milliseconds longestTurn = 30s;
/// The checksum of the first line, and so of its salt.
constexpr qsizetype firstBytesSize = 16;

QByteArray freshSalt()
{
    std::array<quint32, saltSize / sizeof(quint32)> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return {reinterpret_cast<const char*>(bits.data()), saltSize};
}

/// The net below the rule that no caller hands over a secret: ids and codes are a server's words.
RotationRecord withoutSecrets(RotationRecord record)
{
    for (QString* const text : {&record.armHost, &record.account, &record.clientRequestId, &record.requestId,
                                &record.correlationId, &record.problem}) {
        *text = redacted(*text);
    }
    return record;
}

} // namespace

RotationJournal::RotationJournal(const QString& folder, QObject* parent) : QObject(parent), m_folder(folder) {}

Result<Done> RotationJournal::open()
{
    if (m_folder.isEmpty()) {
        m_salt = m_salt.isEmpty() ? freshSalt() : m_salt;
        m_isOpen = true;
        return Done();
    }
    QDir().mkpath(m_folder);
    Result<Done> opened = openFile();
    m_isOpen = opened.isOk();
    tellChange();
    return opened;
}

Result<Done> RotationJournal::openFile()
{
    QLockFile lock(fileName() + u".lock"_s);
    const Result<Done> turn = takeTurn(lock);
    if (!turn && !QFile::exists(fileName())) {
        return turn;
    }
    if (const Result<Done> read = takeIn(turn.isOk()); !read) {
        return read;
    }
    if (!m_hasGoodLine && !turn) {
        return turn;
    }
    m_salt = m_salt.isEmpty() ? freshSalt() : m_salt;
    return m_hasGoodLine ? Result<Done>(Done()) : write(encodeJournalHead(m_salt));
}

Result<Done> RotationJournal::append(const RotationRecord& record)
{
    if (!m_isOpen) {
        if (Result<Done> opened = open(); !opened) {
            return opened;
        }
    }
    const QByteArray line = encodeJournalLine(withoutSecrets(record), m_salt);
    const std::optional<JournalLine> written = readJournalLine(QByteArrayView(line).chopped(1));
    if (!written || !written->record) {
        return Error::invalidInput(tr("This regeneration cannot be noted: a part of it is missing or too long."));
    }
    Result<Done> appended = Done();
    if (m_folder.isEmpty()) {
        take(*written);
    } else {
        appended = appendInTurn(line);
        if (appended && find(record.id) != written->record) {
            appended = cannotWrite(tr("It gave back something else."));
        }
    }
    tellChange();
    return appended;
}

Result<Done> RotationJournal::appendInTurn(const QByteArray& line)
{
    QLockFile lock(fileName() + u".lock"_s);
    if (Result<Done> turn = takeTurn(lock); !turn) {
        return turn;
    }
    if (Result<Done> read = takeIn(true); !read) {
        return read;
    }
    if (m_isOfOtherVersion) {
        return Error::of(ErrorKind::Refused,
                         tr("The journal of regenerations was written by a newer CommKeys, and cannot be continued."),
                         tr("Use the newest CommKeys on this computer. The journal is %1.").arg(fileName()));
    }
    return write(m_hasGoodLine ? line : encodeJournalHead(m_salt) + line);
}

/// QLockFile rather than flock(): one class for three systems, and a lock that says who has it. Its own way of waiting
/// begins with 100 ms and doubles, so that who is unlucky never gets a turn.
Result<Done> RotationJournal::takeTurn(QLockFile& lock) const
{
    lock.setStaleLockTime(static_cast<int>(longestTurn.count()));
    const QDeadlineTimer limit(longestWait);
    bool hasTurn = tryLockNow(lock);
    while (!hasTurn) {
        if (lock.error() != QLockFile::LockFailedError) {
            return cannotWrite({});
        }
        if (limit.hasExpired()) {
            return Error::of(ErrorKind::Conflict, tr("Another CommKeys is writing to the journal of regenerations."),
                             tr("Wait a moment, then try again. The journal is %1.").arg(fileName()));
        }
        QThread::msleep(betweenTries.count());
        // What was left behind is looked for at the end, too: a file that names nobody has to be some seconds old.
        hasTurn = limit.hasExpired() ? tryLockNow(lock) : lock.tryLock(0);
    }
    return Done();
}

/// In one write, so that a reader sees little of half a line. What was written in part is cut off again; where that
/// fails too, the next line begins on a line of its own.
Result<Done> RotationJournal::write(const QByteArray& bytes)
{
    QFile file(fileName());
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return cannotWrite(file.errorString());
    }
    const qint64 before = file.size();
    const QByteArray whole = m_hasTail ? '\n' + bytes : bytes;
    const bool isWritten = file.write(whole) == whole.size();
    const QString problem = isWritten ? QString() : file.errorString();
    if (!isWritten || !syncFile(file) || (isNew && !syncFolder(m_folder))) {
        file.resize(before);
        return cannotWrite(problem);
    }
    file.close();
    return takeIn(true);
}

Result<Done> RotationJournal::takeIn(bool isMyTurn)
{
    QFile file(fileName());
    if (!file.exists()) {
        beginAgain();
        return Done();
    }
    bool isRead = file.open(QIODevice::ReadOnly);
    const QByteArray firstBytes = file.read(firstBytesSize);
    if (isRead && (file.size() < m_end || !firstBytes.startsWith(m_firstBytes))) {
        beginAgain();
    }
    isRead = isRead && file.seek(m_end);
    const QByteArray bytes = isRead ? file.readAll() : QByteArray();
    if (!isRead || file.error() != QFile::NoError) {
        Error error =
            Error::of(ErrorKind::Refused, tr("The journal of regenerations (%1) cannot be read.").arg(fileName()),
                      tr("Without it CommKeys regenerates no key, so that none is lost. Check who may read the file."));
        error.detail.message = redacted(file.errorString());
        return error;
    }
    m_firstBytes = firstBytes;
    const QByteArrayView view(bytes);
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = bytes.indexOf('\n', begin)) >= 0; begin = end + 1) {
        takeLine(view.sliced(begin, end - begin));
    }
    m_end += begin;
    takeTail(view.sliced(begin), isMyTurn);
    return Done();
}

void RotationJournal::takeTail(QByteArrayView tail, bool isMyTurn)
{
    const std::optional<JournalLine> line = readJournalLine(tail);
    if (line) {
        take(*line);
    }
    m_hasTail = !tail.isEmpty();
    m_isTailDamaged = m_hasTail && !line && (isMyTurn || m_isTailDamaged);
}

void RotationJournal::takeLine(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    if (const std::optional<JournalLine> line = readJournalLine(bytes)) {
        take(*line);
        return;
    }
    ++m_damaged;
    const QList<JournalLine> lines = wholeLinesInside(bytes);
    for (const JournalLine& line : lines) {
        take(line);
    }
}

void RotationJournal::take(const JournalLine& line)
{
    m_hasGoodLine = true;
    if (line.version != journalVersion) {
        m_isOfOtherVersion = true;
        return;
    }
    m_salt = m_salt.isEmpty() ? line.salt : m_salt;
    if (!line.record) {
        return;
    }
    RotationRecord record = *line.record;
    if (line.salt != m_salt) {
        // Of a journal that was replaced: never equal to ours, which would read as "the key has changed".
        record.fingerprintBefore.clear();
        record.fingerprintAfter.clear();
    }
    const auto place = m_places.constFind(record.id);
    if (place == m_places.constEnd()) {
        m_places.insert(record.id, m_records.size());
        m_records.append(record);
        m_hasNews = true;
    } else if (m_records.at(*place) != record) {
        m_records[*place] = record;
        m_hasNews = true;
    }
}

/// The file is gone or another one. What is known stays known.
void RotationJournal::beginAgain()
{
    m_firstBytes.clear();
    m_end = 0;
    m_damaged = 0;
    m_isTailDamaged = false;
    m_hasTail = false;
    m_hasGoodLine = false;
    m_isOfOtherVersion = false;
}

void RotationJournal::reload()
{
    if (m_folder.isEmpty() || !m_isOpen) {
        return;
    }
    if (const Result<Done> read = takeIn(false); !read) {
        qCWarning(logRotation).noquote() << read.error().message << read.error().detail.message;
    }
    tellChange();
}

QList<RotationRecord> RotationJournal::records() const
{
    return {m_records.crbegin(), m_records.crend()};
}

QList<RotationRecord> RotationJournal::openRecords() const
{
    QList<RotationRecord> open = records();
    open.removeIf([](const RotationRecord& record) { return !record.isOpen(); });
    return open;
}

std::optional<RotationRecord> RotationJournal::find(const QString& id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? std::nullopt : std::optional(m_records.at(*place));
}

QString RotationJournal::fingerprintOf(const Secret& key) const
{
    return m_salt.isEmpty() || key.isEmpty() ? QString() : canonicalKey(key).fingerprint(m_salt);
}

std::optional<Replacement> RotationJournal::replacementOf(const ResourceId& resource, KeyType type, const Secret& key)
{
    if (!m_folder.isEmpty() && m_isOpen) {
        static_cast<void>(takeIn(false)); // what cannot be read now is reported by the next reload()
        // Later, for the caller is in the middle of a decision.
        QMetaObject::invokeMethod(this, &RotationJournal::tellChange, Qt::QueuedConnection);
    }
    return replacementIn(records(), resource, type, fingerprintOf(key));
}

QString RotationJournal::fileName() const
{
    return m_folder.isEmpty() ? QString() : QDir(m_folder).filePath(u"regenerations.journal"_s);
}

void RotationJournal::tellChange()
{
    if (std::exchange(m_hasNews, false)) {
        emit changed();
    }
}

Error RotationJournal::cannotWrite(const QString& reason) const
{
    Error error =
        Error::of(ErrorKind::Refused, tr("The journal of regenerations (%1) cannot be written.").arg(fileName()),
                  tr("Without it CommKeys regenerates no key, so that none is lost. Check whether the disk is "
                     "full, and who may write there."));
    error.detail.message = redacted(reason);
    return error;
}

} // namespace CommKeys
