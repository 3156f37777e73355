// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyringdaemon.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace CommKeys::KeyringDaemon {

namespace {

constexpr int limit = 10'000;
const QString secrets = u"org.freedesktop.secrets"_s;
const QString login = u"/org/freedesktop/secrets/collection/login"_s;

/// Over a connection of its own, since the session bus itself is restarted here, too.
QVariantList call(const QString& service, const QString& path, const QString& interface, const QString& method,
                  const QVariantList& arguments)
{
    QVariantList values;
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"keyringdaemon"_s);
        QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, method);
        question.setArguments(arguments);
        const QDBusMessage answer = bus.call(question, QDBus::Block, limit);
        values = answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() << QVariant(true) : QVariantList();
    }
    QDBusConnection::disconnectFromBus(u"keyringdaemon"_s);
    return values;
}

QVariantList callBus(const QString& method, const QVariantList& arguments)
{
    return call(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method, arguments);
}

bool isProvided()
{
    return callBus(u"NameHasOwner"_s, {secrets}).value(0).toBool();
}

pid_t processOf(const QString& service)
{
    return callBus(u"GetConnectionUnixProcessID"_s, {service}).value(0).toInt();
}

bool endProcess(pid_t process)
{
    if (process <= 0 || kill(process, SIGTERM) != 0) {
        return false;
    }
    // A daemon whose parent has gone belongs to a process that may not collect it: a zombie has ended, too.
    return QTest::qWaitFor(
        [process] {
            QFile status(u"/proc/%1/stat"_s.arg(process));
            return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
        },
        limit);
}

bool run(const QString& command)
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, command});
    return shell.waitForFinished(limit) && shell.exitCode() == 0;
}

} // namespace

bool pause()
{
    const pid_t process = processOf(secrets);
    return process > 0 && kill(process, SIGSTOP) == 0;
}

bool resume()
{
    const pid_t process = processOf(secrets);
    return process > 0 && kill(process, SIGCONT) == 0;
}

bool end()
{
    return endProcess(processOf(secrets)) && QTest::qWaitFor([] { return !isProvided(); }, limit);
}

bool start()
{
    return run(u"printf '\\n' | env -u LD_PRELOAD -u ASAN_OPTIONS gnome-keyring-daemon --unlock --components=secrets "
               ">/dev/null 2>&1"_s) &&
           QTest::qWaitFor(isProvided, limit);
}

bool startLocked()
{
    return run(u"env -u LD_PRELOAD -u ASAN_OPTIONS gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1"_s) &&
           QTest::qWaitFor(isProvided, limit);
}

bool lock()
{
    const QVariant collections = QVariant::fromValue(QList{QDBusObjectPath(login)});
    return !call(secrets, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {collections})
                .isEmpty();
}

bool deleteKeyring()
{
    return !call(secrets, login, u"org.freedesktop.Secret.Collection"_s, u"Delete"_s, {}).isEmpty();
}

bool endBus()
{
    return endProcess(processOf(u"org.freedesktop.DBus"_s));
}

bool startBus()
{
    const QString world = qEnvironmentVariable("COMMKEYS_TEST_WORLD");
    QFile::remove(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
    return run(u"env -u LD_PRELOAD -u ASAN_OPTIONS dbus-daemon --config-file=%1/bus.conf --fork"_s.arg(world));
}

QStringList entries()
{
    QProcess tool;
    // Which of the two channels it writes attributes to depends on its version.
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"CommKeys Test"_s});
    const QByteArray attribute = "attribute.user = ";
    QStringList found;
    if (tool.waitForFinished(limit)) {
        for (const QByteArray& line : tool.readAllStandardOutput().split('\n')) {
            if (line.startsWith(attribute)) {
                found.append(QString::fromUtf8(line.sliced(attribute.size())));
            }
        }
    }
    found.sort();
    return found;
}

} // namespace CommKeys::KeyringDaemon
