// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/clipboardcleartool.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto longestRun = 5s;

} // namespace

ClipboardClearTool::ClipboardClearTool(QObject* parent) : QObject(parent) {}

// QProcess waits up to 30 s for a process that it kills.
ClipboardClearTool::~ClipboardClearTool()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(100);
    }
}

bool ClipboardClearTool::start()
{
    if (m_process) {
        return true;
    }
    const QString tool = QStandardPaths::findExecutable(u"wl-copy"_s);
    if (tool.isEmpty()) {
        return false;
    }
    m_process = new QProcess(this);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    const auto end = [this] {
        m_process->deleteLater();
        m_process.clear();
        emit finished();
    };
    connect(m_process, &QProcess::finished, this, end);
    connect(m_process, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end();
        }
    });
    QTimer::singleShot(longestRun, m_process.data(), &QProcess::kill);
    m_process->start(tool, {u"--clear"_s});
    return true;
}

} // namespace CommKeys
