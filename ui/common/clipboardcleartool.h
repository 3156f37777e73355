// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QProcess;

namespace CommKeys {

/// Clears the clipboard of a Wayland session by `wl-copy --clear` of wl-clipboard, for a program whose windows do not
/// have the keyboard focus: GNOME ignores such a program's own request, wl-copy gets the focus for a moment. The tool
/// is given no text.
class ClipboardClearTool final : public QObject
{
    Q_OBJECT

public:
    explicit ClipboardClearTool(QObject* parent);
    ~ClipboardClearTool() override;

    /// Starts the tool unless it is running, and ends it after five seconds. False: it is not installed.
    [[nodiscard]] bool start();

signals:
    /// It has ended, successfully or not.
    void finished();

private:
    QPointer<QProcess> m_process;
};

} // namespace CommKeys
