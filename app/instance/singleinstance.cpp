// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance/singleinstance.h"

#include "core/lockholder.h"
#include "core/logging.h"
#include "instance/instanceaddress.h"
#include "instance/instancehash.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr QByteArrayView understood = "ok\n";
constexpr auto senderPatience = 5s; ///< a sender that is slower is no start of ours
constexpr int mostSenders = 8;      ///< that wait to be taken
constexpr int oneTry = 1000;        ///< ms for one attempt at handing over
constexpr auto betweenTries = 50ms;

} // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_address(instanceAddress(folder))
    , m_lock(QDir(folder).absoluteFilePath(u"window-%1.lock"_s.arg(computerHash())))
{
    m_lock.setStaleLockTime(0ms); // a window may stay open for weeks; that its holder has died is seen otherwise
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostSenders);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            take(socket);
        }
    });
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::begin(const StartMessage& message, std::chrono::milliseconds patience)
{
    const QByteArray line = encodeStartMessage(message);
    const QDeadlineTimer end(patience);
    do {
        if (tryLockNow(m_lock)) {
            return listen() ? Role::First : Role::Alone;
        }
        if (m_lock.error() != QLockFile::LockFailedError || line.isEmpty()) {
            qCWarning(logUi) << "cannot tell whether there is a window already; this one stands alone";
            return Role::Alone;
        }
        // The first may have its lock and not its socket yet, or be about to end.
        if (handOver(line, std::min(oneTry, static_cast<int>(end.remainingTime())))) {
            return Role::Second;
        }
        QThread::msleep(betweenTries.count());
    } while (!end.hasExpired());
    qCWarning(logUi) << "the window that is open already does not answer; this one stands alone";
    return Role::Alone;
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_address);
    if (m_server.listen(m_address)) {
        return true;
    }
    qCWarning(logUi) << "later starts cannot find this window:" << m_server.errorString();
    m_lock.unlock();
    return false;
}

bool SingleInstance::handOver(const QByteArray& line, int patience) const
{
    const QDeadlineTimer end(patience);
    const auto left = [&end] { return static_cast<int>(end.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(left())) {
        return false;
    }
    letOthersComeToTheFront();
    socket.write(line);
    while (socket.bytesAvailable() < understood.size() && socket.waitForReadyRead(left())) {
    }
    return socket.read(understood.size()) == understood;
}

void SingleInstance::take(QLocalSocket* socket)
{
    socket->setReadBufferSize(longestStartMessage);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
    QTimer::singleShot(senderPatience, socket, [socket] { socket->abort(); });
    read(*socket);
}

void SingleInstance::read(QLocalSocket& socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= longestStartMessage) {
            socket.abort();
        }
        return;
    }
    const std::optional<StartMessage> message = parseStartMessage(socket.readLine(longestStartMessage + 1));
    if (!message) {
        socket.abort();
        return;
    }
    socket.write(understood.toByteArray());
    socket.disconnectFromServer(); // once it is written
    emit started(*message);
}

} // namespace CommKeys
