// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/secretholder.h"
#include "rotation/keyowner.h"
#include "session/session.h"

#include <QDialog>
#include <QPointer>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace CommKeys {

/// Takes a key or a connection string that somebody has found somewhere, and says whose it is and whether it still
/// counts, as far as this computer knows. Sends nothing. What was pasted is overwritten when it closes.
///
/// Show it with open().
class WhoseKeyDialog : public QDialog, public SecretHolder
{
    Q_OBJECT

public:
    /// @p listed: the resources to look among. @p events: of the Activity Logs that were read.
    WhoseKeyDialog(const std::shared_ptr<Session>& session, const QList<CommunicationService>& listed,
                   const QList<KeyRegenerationEvent>& events, QWidget* parent);
    ~WhoseKeyDialog() override;

    void done(int result) override;
    /// Closes: what was pasted here is nowhere else to be shown.
    void forgetKeys(const QString& why) override;

private:
    [[nodiscard]] QWidget* makeField();
    [[nodiscard]] QWidget* makeButtons();
    void find();
    void showAnswer(const QString& text);
    void wipeField();

    std::shared_ptr<Session> m_session;
    const QList<CommunicationService> m_listed;
    const QList<KeyRegenerationEvent> m_events;
    QLineEdit* m_field = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_find = nullptr;
    QPointer<Job> m_job;
    std::unique_ptr<QObject> m_jobs; ///< owns the job; goes before the session that it uses
};

} // namespace CommKeys
