// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/job.h"

namespace CommKeys {

void Job::start()
{
    Q_ASSERT_X(!m_started, "Job::start", "a job is started once");
    m_started = true;
    if (m_settled) {
        return; // cancelled before it began
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isOpen()) {
                run();
            }
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_settled || !isCancellable()) {
        return;
    }
    setCancelled();
    settle();
    abort();
    // What this job started ends now; deleteLater, for cancel() may be called from a slot of one of them.
    for (QObject* child : children()) {
        if (auto* job = qobject_cast<Job*>(child)) {
            job->disconnect();
            job->deleteLater();
        }
    }
}

void Job::settle()
{
    m_settled = true;
    QMetaObject::invokeMethod(this, &Job::deliver, Qt::QueuedConnection);
}

void Job::deliver()
{
    m_finished = true;
    emit finished();
    deleteLater();
}

} // namespace CommKeys
