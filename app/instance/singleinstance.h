// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instance/startmessage.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>

class QLocalSocket;

namespace CommKeys {

/// One window for the settings of one folder: the first start keeps the place, a second one tells it what it was asked
/// and ends.
///
/// A lock file in the folder decides who is the first, and goes with its holder, killed or not; so a socket that lies
/// about belongs to nobody who lives, and is removed. Each computer has a file of its own, so that computers that share
/// a home, and one that was installed anew over it, don't wait for each other's windows. Only the same person can
/// connect. What is read is limited in size, time and number, and answered when it has been understood.
/// (KDSingleApplication does the same and is not packaged where this is built.)
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,  ///< started() tells of every later start
        Second, ///< the first has taken the message: there is nothing to do but to end
        Alone,  ///< the folder takes no lock, or the first does not answer: better two windows than none
    };

    /// @p folder: of the settings; it exists.
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Called once, before the event loop runs; blocks for at most @p patience, which only an answer that does not come
    /// uses up.
    [[nodiscard]] Role begin(const StartMessage& message, std::chrono::milliseconds patience = std::chrono::seconds(5));

signals:
    void started(const CommKeys::StartMessage& message);

private:
    [[nodiscard]] bool listen();
    [[nodiscard]] bool handOver(const QByteArray& line, int patience) const;
    void take(QLocalSocket* socket);
    void read(QLocalSocket& socket);

    QString m_address;
    QLockFile m_lock;
    QLocalServer m_server; ///< after the lock, so that it goes before it
};

} // namespace CommKeys
