// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "keychain/keptkeysstore.h"
#include "rotation/rotationrecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

class QLockFile;

namespace CommKeys {

struct JournalLine;

/// What was about to happen to which key, written down before it happens, so that after a crash or a power cut the
/// program knows which regenerations it has to ask the service about; and what has happened, for ever.
///
/// One file, `regenerations.journal`, that only grows: a line is the whole state of one regeneration at one time, and
/// the last good line of an id counts. No secret is in it. What is damaged is passed over and counted, and hides
/// nothing else. Several processes may share it; they take turns with a lock file, and each takes in what the others
/// have written. What memory says of it is always what was read from the file.
///
/// The format of a line is in journalline.h.
class RotationJournal final : public QObject, public ReplacedKeys
{
    Q_OBJECT

public:
    /// @p folder is the person's own; empty: nothing but memory, for the demo. Does nothing yet: see open().
    RotationJournal(const QString& folder, QObject* parent);

    /// Reads what is there; makes folder and file when they are missing, the file for its owner alone. Error when it
    /// cannot be read or made. A journal that can only be read is opened; append() says what is wrong then.
    [[nodiscard]] Result<Done> open();

    /// Writes the state of a regeneration. With Done it is on the disk, also after a power cut; with an Error (the disk
    /// is full, the folder is gone or read-only, another process is at it for too long, a newer CommKeys has written
    /// it) it is neither there nor in memory. Takes in what others have written. May wait for seconds, in the calling
    /// thread. Opens the journal if that has not been done, or has failed.
    [[nodiscard]] Result<Done> append(const RotationRecord& record);

    /// Takes in what others have appended since; reads no more than that, and never waits.
    void reload();

    /// All regenerations, the one that was begun last first.
    [[nodiscard]] QList<RotationRecord> records() const;
    [[nodiscard]] QList<RotationRecord> openRecords() const;
    [[nodiscard]] std::optional<RotationRecord> find(const QString& id) const;

    /// How many lines could not be read.
    [[nodiscard]] int damagedLines() const { return m_damaged + (m_isTailDamaged ? 1 : 0); }

    /// Random bits of this journal; empty until it is open.
    [[nodiscard]] QByteArray salt() const { return m_salt; }
    /// What a record may say of a key: the same for all spellings of it (canonicalKey()). Empty, which is "not known",
    /// until the journal is open.
    [[nodiscard]] QString fingerprintOf(const Secret& key) const;

    /// By replacementIn(), after reload().
    [[nodiscard]] std::optional<Replacement> replacementOf(const ResourceId& resource, KeyType type,
                                                           const Secret& key) override;

    /// Empty for a journal in memory.
    [[nodiscard]] QString fileName() const;

signals:
    /// A record is new, or not what it was.
    void changed();

private:
    [[nodiscard]] Result<Done> openFile();
    [[nodiscard]] Result<Done> takeTurn(QLockFile& lock) const;
    [[nodiscard]] Result<Done> appendInTurn(const QByteArray& line);
    [[nodiscard]] Result<Done> write(const QByteArray& bytes);
    /// @p isMyTurn: nobody is writing, so a last line without an end will never have one.
    [[nodiscard]] Result<Done> takeIn(bool isMyTurn);
    void takeTail(QByteArrayView tail, bool isMyTurn);
    void takeLine(QByteArrayView bytes);
    void take(const JournalLine& line);
    void beginAgain();
    void tellChange();
    [[nodiscard]] Error cannotWrite(const QString& reason) const;

    const QString m_folder;
    QByteArray m_salt;
    QList<RotationRecord> m_records; ///< as they were begun
    QHash<QString, qsizetype> m_places;

    QByteArray m_firstBytes;      ///< of the file: another file has others
    qint64 m_end = 0;             ///< behind the last whole line that was read
    int m_damaged = 0;            ///< lines before m_end
    bool m_isTailDamaged = false; ///< what is behind it
    bool m_hasTail = false;
    bool m_hasGoodLine = false;
    bool m_isOfOtherVersion = false;
    bool m_isOpen = false;
    bool m_hasNews = false;
};

} // namespace CommKeys
