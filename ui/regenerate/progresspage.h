// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/rotationjob.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include <chrono>

namespace CommKeys {

/// Second page of RegenerateDialog: the steps of a running regeneration in words, and what could not be found out
/// before it. **Cancel** as long as nothing has been sent; **Close** leaves the regeneration to itself.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    ProgressPage(RotationJob& job, QWidget* parent);

signals:
    void closeRequested();

private:
    [[nodiscard]] QWidget* makeButtons();
    void showState(RotationPlan::State state);
    void showUnanswered(const QList<Error>& questions);
    void showWaiting(std::chrono::milliseconds wait, const Error& reason);
    [[nodiscard]] QString stepText(RotationPlan::State state) const;

    QPointer<RotationJob> m_job;
    const KeyType m_type;
    QLabel* m_step;
    QLabel* m_unanswered;
    QLabel* m_hint;
    QPushButton* m_cancel;
};

} // namespace CommKeys
