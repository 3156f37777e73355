// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/progresspage.h"

#include "common/retrytext.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace CommKeys {

ProgressPage::ProgressPage(RotationJob& job, QWidget* parent)
    : QWidget(parent)
    , m_job(&job)
    , m_type(job.keyType())
    , m_step(new QLabel(this))
    , m_unanswered(new QLabel(this))
    , m_hint(new QLabel(this))
{
    const QString name = job.resource().name();
    auto* heading = new QLabel(m_type == KeyType::Primary ? tr("Regenerating the primary key of %1").arg(name)
                                                          : tr("Regenerating the secondary key of %1").arg(name),
                               this);
    heading->setWordWrap(true);
    m_step->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_unanswered->setTextFormat(Qt::PlainText);
    m_unanswered->setWordWrap(true);
    m_unanswered->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_unanswered->hide();
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setAccessibleName(heading->text());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(heading);
    layout->addWidget(bar);
    layout->addWidget(m_step);
    layout->addWidget(m_unanswered);
    layout->addWidget(m_hint);
    layout->addStretch();
    layout->addWidget(makeButtons());

    connect(&job, &RotationJob::stateChanged, this, &ProgressPage::showState);
    connect(&job, &RotationJob::unanswered, this, &ProgressPage::showUnanswered);
    connect(&job, &Job::waitingToRetry, this, &ProgressPage::showWaiting);
    showState(job.state());
}

QWidget* ProgressPage::makeButtons()
{
    auto* box = new QWidget(this);
    m_cancel = new QPushButton(tr("Cancel"), box);
    auto* close = new QPushButton(tr("Close"), box);
    close->setDefault(true);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(close);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    connect(close, &QPushButton::clicked, this, &ProgressPage::closeRequested);
    return box;
}

void ProgressPage::showState(RotationPlan::State state)
{
    const bool canBeCancelled = RotationPlan::isBeforeSending(state);
    m_step->setText(stepText(state));
    m_cancel->setEnabled(canBeCancelled);
    m_hint->setText(canBeCancelled ? tr("Nothing has been changed yet.")
                                   : tr("This cannot be called back. It goes on when you close this window."));
}

void ProgressPage::showUnanswered(const QList<Error>& questions)
{
    QStringList texts;
    for (const Error& question : questions) {
        texts.append(question.message);
    }
    m_unanswered->setText(texts.join(u'\n'));
    m_unanswered->setVisible(!texts.isEmpty());
}

void ProgressPage::showWaiting(std::chrono::milliseconds wait, const Error& reason)
{
    m_step->setText(retryText(reason, wait));
}

QString ProgressPage::stepText(RotationPlan::State state) const
{
    const bool isPrimary = m_type == KeyType::Primary;
    switch (state) {
    case RotationPlan::State::Idle:
    case RotationPlan::State::Checking:
        return tr("Checking permissions, locks and the keychain…");
    case RotationPlan::State::ListingBefore:
    case RotationPlan::State::Noting:
        return isPrimary ? tr("Asking Azure what the primary key is now…")
                         : tr("Asking Azure what the secondary key is now…");
    case RotationPlan::State::Posting:
        return isPrimary ? tr("Asking Azure for a new primary key…") : tr("Asking Azure for a new secondary key…");
    case RotationPlan::State::ListingAfter:
        return tr("The answer was lost. Asking Azure whether the key has been replaced…");
    case RotationPlan::State::Settling:
        if (m_job && m_job->hasCheckFailed()) {
            return tr("Azure couldn't be asked whether the key was replaced. Checking again for up to 90 seconds…");
        }
        return isPrimary ? tr("Azure still returns the old primary key. An interrupted request may still take effect; "
                              "checking for up to 90 seconds…")
                         : tr("Azure still returns the old secondary key. An interrupted request may still take "
                              "effect; checking for up to 90 seconds…");
    case RotationPlan::State::Keeping:
        return tr("Keeping the new key in the keychain…");
    case RotationPlan::State::Refused:
    case RotationPlan::State::Kept:
    case RotationPlan::State::NotKept:
    case RotationPlan::State::Unchanged:
    case RotationPlan::State::Unclear:
        return tr("Done.");
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
