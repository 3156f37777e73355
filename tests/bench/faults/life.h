// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/armclient.h"
#include "faults/faultcase.h"
#include "faults/hastynetwork.h"
#include "rotation/rotationdesk.h"
#include "support/fixedtokens.h"
#include "support/hastyclock.h"

#include <QDir>
#include <QEventLoop>

#include <functional>

namespace CommKeys {

/// What one life of the program knows of a regeneration when it ends.
struct LifeReport
{
    enum class End {
        Kept,
        Found, ///< kept, after a lost answer
        NotKept,
        Unchanged,
        Unclear,
        Refused, ///< an Error: nothing was sent
        GivenUp, ///< it hung, and the person ended the program
        Killed,
        Crashed, ///< it ended in a way that no case asks for
    };

    End end = End::Crashed;
    QString fingerprint; ///< of the new key, without a salt; empty: none

    /// Of one line, as one process tells another.
    [[nodiscard]] QString toLine() const;
    [[nodiscard]] static LifeReport fromLine(const QString& line);
};

/// Where lives of the program are lived.
struct LifePlace
{
    QString folder; ///< the journal, the locks and the keychain are below it
    QUrl arm;
    QByteArray token;

    [[nodiscard]] QString keychain() const { return QDir(folder).filePath(QStringLiteral("keychain")); }
};

/// The one resource of all cases.
[[nodiscard]] CommunicationService faultResource();

/// The program without its windows, from its start to its end: everything is new but the folders.
class Life final : public QObject
{
    Q_OBJECT

public:
    /// @p what goes wrong in this process; what goes wrong elsewhere in it is not this class's.
    Life(const LifePlace& place, const FaultCase& what, std::optional<KillPoint> kill);

    std::function<void(RotationPlan::State)> onState;

    [[nodiscard]] LifeReport regenerate(KeyType type);
    [[nodiscard]] QList<RotationRecord> leftOpen() const { return m_desk.leftOpen(); }
    [[nodiscard]] LifeReport takeUp(const RotationRecord& record);
    [[nodiscard]] QList<RotationRecord> openRecords() const { return m_journal.openRecords(); }
    [[nodiscard]] KeptKeys keptKeys();
    void keep(const KeptKeys& keys);
    /// As **Get keys from Azure** does, after the list was refreshed.
    void fetch();

private:
    [[nodiscard]] LifeReport endOf(const Result<RotationJob*>& job);
    void look(RotationPlan::State state);
    void squeeze(int bytes) const;
    void giveUp();

    const FaultCase m_what;
    const std::optional<KillPoint> m_kill;
    HastyClock m_clock;
    HastyNetwork m_network;
    FixedTokens m_tokens;
    ArmClient m_arm;
    DirectoryStore m_secrets;
    RotationJournal m_journal;
    KeptKeysStore m_kept;
    RotationDesk m_desk;
    QPointer<RotationJob> m_job;
    QEventLoop m_loop;
};

} // namespace CommKeys
