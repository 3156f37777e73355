// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationoutcome.h"
#include "rotation/rotationrecord.h"
#include "session/session.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace CommKeys {

class MessageBar;

/// Says which regenerations nobody knows the end of (the program was ended in the middle of one, or an answer was
/// lost), and finds out when it is asked to: one after the other, for each asks Azure for the keys. Never regenerates.
///
/// What runs in this window is not one of them, nor is a key that is known and only in memory.
class LeftOpenRegenerations final : public QObject
{
    Q_OBJECT

public:
    /// @p bar is for this alone, and outlives it.
    LeftOpenRegenerations(MessageBar& bar, QObject* parent);

    /// Looks at once; null: nothing is shown.
    void setSession(const std::shared_ptr<Session>& session);
    /// Looks again. What has been found out stays to be read until there is something new to say.
    void look();

signals:
    /// Signing in helps with what could not be found out.
    void signInRequested(const CommKeys::SignInHint& hint);

private:
    [[nodiscard]] QList<RotationRecord> leftOpen() const;
    void ask(const QList<RotationRecord>& records);
    void findOut();
    void findOutNext();
    void foundOut(const RotationRecord& record, const Result<RotationOutcome>& result);
    [[nodiscard]] QString told(const RotationRecord& record, const RotationOutcome& outcome) const;
    void noteProblem(const std::optional<Error>& problem);
    void tellAll();

    MessageBar& m_bar;
    std::shared_ptr<Session> m_session;
    QList<RotationRecord> m_waiting; ///< of those that are being found out
    QStringList m_told;              ///< how the others ended
    bool m_isAllWell = true;
    std::optional<Error> m_problem;     ///< the first one
    std::optional<ResourceId> m_locked; ///< the first one that has the lock of another computer
    bool m_isAsking = false;            ///< the bar shows the question
    bool m_isFindingOut = false;
};

} // namespace CommKeys
