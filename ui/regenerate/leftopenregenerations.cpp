// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/leftopenregenerations.h"

#include "common/messagebar.h"
#include "regenerate/abandonedlock.h"
#include "signin/signinerror.h"

#include <QLocale>

namespace CommKeys {

namespace {

QString question(const RotationRecord& record)
{
    const QString begun = QLocale().toString(record.startedUtc.toLocalTime(), QLocale::ShortFormat);
    //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
    return LeftOpenRegenerations::tr("What became of the regeneration of the %1 key of %2, begun %3, is not known.")
        .arg(displayName(record.type), record.resource.name(), begun);
}

} // namespace

LeftOpenRegenerations::LeftOpenRegenerations(MessageBar& bar, QObject* parent) : QObject(parent), m_bar(bar)
{
    connect(&m_bar, &MessageBar::dismissed, this, [this] { m_isAsking = false; });
}

void LeftOpenRegenerations::setSession(const std::shared_ptr<Session>& session)
{
    if (m_session) {
        disconnect(&m_session->rotations(), nullptr, this, nullptr);
    }
    m_bar.dismiss();
    m_isFindingOut = false;
    m_session = session;
    if (m_session) {
        connect(&m_session->rotations(), &RotationDesk::started, this, &LeftOpenRegenerations::look);
        connect(&m_session->rotations(), &RotationDesk::ended, this, &LeftOpenRegenerations::look);
        connect(&m_session->rotations(), &RotationDesk::closed, this, &LeftOpenRegenerations::look);
        look();
    }
}

void LeftOpenRegenerations::look()
{
    if (!m_session || m_isFindingOut) {
        return;
    }
    const QList<RotationRecord> records = leftOpen();
    if (!records.isEmpty()) {
        ask(records);
    } else if (m_isAsking) {
        m_bar.dismiss();
    }
}

QList<RotationRecord> LeftOpenRegenerations::leftOpen() const
{
    QList<RotationRecord> records = m_session->rotations().leftOpen();
    records.removeIf([this](const RotationRecord& record) {
        return m_session->keptKeys().unsaved(record.resource).at(record.type).has_value();
    });
    return records;
}

void LeftOpenRegenerations::ask(const QList<RotationRecord>& records)
{
    QStringList questions;
    for (const RotationRecord& record : records) {
        questions.append(question(record));
    }
    const QString text = questions.join(u'\n');
    if (m_isAsking && m_bar.text() == text) {
        return; // it has been announced already
    }
    m_bar.show(MessageBar::Level::Warning, text);
    m_bar.addAction(tr("Find out"), this, [this] { findOut(); });
    m_isAsking = true;
}

void LeftOpenRegenerations::findOut()
{
    m_waiting = m_session->rotations().leftOpen();
    m_told.clear();
    m_problem.reset();
    m_locked.reset();
    m_isAllWell = true;
    m_isAsking = false;
    m_isFindingOut = true;
    m_bar.show(MessageBar::Level::Info, tr("Asking Azure which keys it accepts now…"));
    findOutNext();
}

void LeftOpenRegenerations::findOutNext()
{
    if (m_waiting.isEmpty()) {
        m_isFindingOut = false;
        tellAll();
        return;
    }
    const RotationRecord record = m_waiting.takeFirst();
    const Result<RotationJob*> job = m_session->rotations().takeUp(record);
    if (!job) {
        foundOut(record, job.error());
        return;
    }
    connect(*job, &RotationJob::stateChanged, this, [this](RotationPlan::State state) {
        if (m_isFindingOut && state == RotationPlan::State::Settling) {
            m_bar.show(MessageBar::Level::Info,
                       tr("Azure still returns the old key, or can't be asked. An interrupted request may still take "
                          "effect; checking for up to 90 seconds…"));
        }
    });
    (*job)->onFinished(this, [this, record, session = std::weak_ptr(m_session)](const Result<RotationOutcome>& result) {
        if (m_isFindingOut && session.lock() == m_session) {
            foundOut(record, result);
        }
    });
}

void LeftOpenRegenerations::foundOut(const RotationRecord& record, const Result<RotationOutcome>& result)
{
    if (result) {
        m_told.append(told(record, *result));
        const bool isSettled = result->end == RotationEnd::Kept || result->end == RotationEnd::Unchanged;
        m_isAllWell = m_isAllWell && isSettled;
        if (!isSettled) {
            noteProblem(result->error);
        }
    } else {
        //: %1: the name of a resource
        m_told.append(tr("%1: it could not be found out.").arg(record.resource.name()));
        m_isAllWell = false;
        noteProblem(result.error());
        if (!m_locked && m_session->rotations().hasAbandonedLock(record.resource)) {
            m_locked = record.resource;
        }
    }
    findOutNext();
}

QString LeftOpenRegenerations::told(const RotationRecord& record, const RotationOutcome& outcome) const
{
    const QString name = record.resource.name();
    const QString type = displayName(record.type);
    switch (outcome.end) {
    case RotationEnd::Kept:
        return m_session->keptKeys().secrets().outlivesProgram()
                   //: %1: "primary" or "secondary". %2: the name of a resource
                   ? tr("The %1 key that %2 accepts now is in your keychain.").arg(type, name)
                   //: %1: "primary" or "secondary". %2: the name of a resource
                   : tr("The %1 key that %2 accepts now is in memory; there is no keychain.").arg(type, name);
    case RotationEnd::NotKept:
        //: %1: "primary" or "secondary". %2: the name of a resource
        return tr("The %1 key that %2 accepts now is only in memory: the keychain did not take it. Copy it before you "
                  "close CommKeys.")
            .arg(type, name);
    case RotationEnd::Unchanged:
        //: %1: the name of a resource. %2: "primary" or "secondary"
        return tr("%1 still has the %2 key from before: nothing had happened.").arg(name, type);
    case RotationEnd::Unclear:
        //: %1: the name of a resource. %2: "primary" or "secondary"
        return tr("%1: it is still not known whether the %2 key was replaced, for Azure could not be asked.")
            .arg(name, type);
    }
    Q_UNREACHABLE();
}

void LeftOpenRegenerations::noteProblem(const std::optional<Error>& problem)
{
    if (!m_problem) {
        m_problem = problem;
    }
}

void LeftOpenRegenerations::tellAll()
{
    const MessageBar::Level level = m_isAllWell ? MessageBar::Level::Success : MessageBar::Level::Warning;
    QString text = m_told.join(u'\n');
    if (m_problem) {
        text += u'\n' + m_problem->message + u' ' + m_problem->advice;
        m_bar.show(level, text.trimmed(), *m_problem);
        offerSignIn(m_bar, *m_problem, m_session->identity(), this,
                    [this](const SignInHint& hint) { emit signInRequested(hint); });
    } else {
        m_bar.show(level, text);
    }
    if (m_locked) {
        offerUnlock(m_bar, m_session->rotations(), *m_locked, m_bar, [this] { findOut(); });
    }
    if (!m_session->rotations().leftOpen().isEmpty()) {
        m_bar.addAction(tr("Try again"), this, [this] { findOut(); });
    }
}

} // namespace CommKeys
