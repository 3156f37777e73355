// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/secretservice.h"

#include "core/logging.h"

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QLibrary>
#include <QLocalSocket>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <optional>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString bus = u"org.freedesktop.DBus"_s;
const QString secretService = u"org.freedesktop.secrets"_s;
const QString noObject = u"/"_s;

/// A connection that is closed with this object. Not QDBusConnection::sessionBus(), which keeps a connection that has
/// ended for the rest of the program.
class BusConnection
{
public:
    explicit BusConnection(std::chrono::milliseconds limit)
        : m_limit(limit)
        , m_connection(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
    }
    ~BusConnection() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(BusConnection)

    [[nodiscard]] bool isOpen() const { return m_connection.isConnected(); }

    /// The first value of the answer; nothing where there is none in time.
    [[nodiscard]] std::optional<QVariant> call(const QString& service, const QString& path, const QString& interface,
                                               const QString& method, const QVariantList& arguments = {}) const
    {
        QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, method);
        question.setArguments(arguments);
        const QDBusMessage answer = m_connection.call(question, QDBus::Block, static_cast<int>(m_limit.count()));
        if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) {
            qCDebug(logKeychain).noquote() << method << answer.errorName();
            return std::nullopt;
        }
        return answer.arguments().constFirst();
    }

    [[nodiscard]] std::optional<QVariant> callBus(const QString& method, const QVariantList& arguments = {}) const
    {
        return call(bus, u"/org/freedesktop/DBus"_s, bus, method, arguments);
    }

private:
    const std::chrono::milliseconds m_limit;
    const QString m_name = QUuid::createUuid().toString();
    const QDBusConnection m_connection;
};

/// The socket of the session bus; empty where its address is of another kind. Source: D-Bus specification, "Server
/// Addresses".
struct BusSocket
{
    QString path;
    bool isAbstract = false;
};

BusSocket busSocket()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (address.isEmpty()) {
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        return {runtime.isEmpty() ? QString() : runtime + u"/bus"_s};
    }
    const QByteArray first = address.split(';').constFirst();
    if (!first.startsWith("unix:")) {
        return {};
    }
    for (const QByteArray& part : first.sliced(5).split(',')) {
        const qsizetype sign = part.indexOf('=');
        const QByteArray name = part.first(std::max<qsizetype>(sign, 0));
        if (name == "path" || name == "abstract") {
            return {QString::fromLocal8Bit(QByteArray::fromPercentEncoding(part.sliced(sign + 1))), name == "abstract"};
        }
    }
    return {};
}

/// False: something accepts connections at the bus's address and says nothing. libdbus would wait for it 25 seconds,
/// and every other user of Qt D-Bus in this process would wait, too.
bool isBusSilent(std::chrono::milliseconds limit)
{
    const BusSocket address = busSocket();
    if (address.path.isEmpty()) {
        return false;
    }
    QLocalSocket socket;
    if (address.isAbstract) {
        socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    }
    socket.connectToServer(address.path);
    const int wait = static_cast<int>(limit.count());
    if (!socket.waitForConnected(wait)) {
        return false; // nothing there; Qt D-Bus finds out at once
    }
    socket.write(QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(getuid()).toHex() + "\r\n");
    socket.flush();
    return !socket.waitForReadyRead(wait);
}

bool isProvided(const BusConnection& connection, const QString& service)
{
    const std::optional<QVariant> isOwned = connection.callBus(u"NameHasOwner"_s, {service});
    if (isOwned && isOwned->toBool()) {
        return true;
    }
    const std::optional<QVariant> startable = connection.callBus(u"ListActivatableNames"_s);
    return startable && startable->toStringList().contains(service);
}

/// KWallet, which QtKeychain prefers in a Plasma session: kwalletd5 in Plasma 5, kwalletd6 (since 0.14.2) in Plasma 6.
bool mayUseKWallet(const BusConnection& connection)
{
    const QString version = qEnvironmentVariable("KDE_SESSION_VERSION");
    return (version == "5"_L1 || version == "6"_L1) && isProvided(connection, u"org.kde.kwalletd"_s + version);
}

SecretServiceState stateOfDefaultCollection(const BusConnection& connection)
{
    const std::optional<QVariant> collection =
        connection.call(secretService, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s,
                        u"ReadAlias"_s, {u"default"_s});
    if (!collection) {
        return SecretServiceState::Unresponsive;
    }
    const QString path = collection->value<QDBusObjectPath>().path();
    if (path == noObject) {
        return SecretServiceState::NoCollection;
    }
    const std::optional<QVariant> isLocked =
        connection.call(secretService, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                        {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    if (!isLocked) {
        return SecretServiceState::Unresponsive;
    }
    return isLocked->value<QDBusVariant>().variant().toBool() ? SecretServiceState::Locked : SecretServiceState::Open;
}

/// A function of a library of GNOME, which QtKeychain loads while the program runs, too; null where it is not there.
template <typename Function>
Function resolved(const char* library, const char* name)
{
    return reinterpret_cast<Function>(QLibrary(QString::fromLatin1(library), 0).resolve(name));
}

using Connection = void*;
using Callback = void (*)(void* source, void* result, void* data);
constexpr int sessionBusType = 2; // G_BUS_TYPE_SESSION

void stayWithoutBus(void* /*source*/, void* result, void* /*data*/)
{
    static const auto finish = resolved<Connection (*)(void*, void**)>("gio-2.0", "g_bus_get_finish");
    static const auto setExit = resolved<void (*)(Connection, int)>("gio-2.0", "g_dbus_connection_set_exit_on_close");
    static const auto release = resolved<void (*)(void*)>("gobject-2.0", "g_object_unref");
    if (finish == nullptr || setExit == nullptr || release == nullptr) {
        return;
    }
    // Null where the bus has gone in the meantime. The error is not asked for.
    if (Connection connection = finish(result, nullptr)) {
        setExit(connection, 0);
        release(connection);
    }
}

} // namespace

SecretServiceState askSecretService(std::chrono::milliseconds limit)
{
    if (isBusSilent(limit)) {
        return SecretServiceState::SilentBus;
    }
    const BusConnection connection(limit);
    if (!connection.isOpen()) {
        return SecretServiceState::NoBus;
    }
    if (mayUseKWallet(connection)) {
        return SecretServiceState::Unknown;
    }
    if (!isProvided(connection, secretService)) {
        return SecretServiceState::NoService;
    }
    return stateOfDefaultCollection(connection);
}

void dropSecretServiceSession()
{
    if (const auto disconnect = resolved<void (*)()>("secret-1", "secret_service_disconnect")) {
        disconnect();
    }
}

void surviveEndOfSessionBus()
{
    if (const auto get = resolved<void (*)(int, void*, Callback, void*)>("gio-2.0", "g_bus_get")) {
        get(sessionBusType, nullptr, stayWithoutBus, nullptr);
    }
}

} // namespace CommKeys
