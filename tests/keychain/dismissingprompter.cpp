// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/dismissingprompter.h"

#include <QDBusConnection>

#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString name = u"org.gnome.keyring.SystemPrompter"_s;
const QString path = u"/org/gnome/keyring/Prompter"_s;

QDBusMessage callOf(const QString& service, const QDBusObjectPath& callback, const QString& method)
{
    return QDBusMessage::createMethodCall(service, callback.path(), u"org.gnome.keyring.internal.Prompter.Callback"_s,
                                          method);
}

} // namespace

DismissingPrompter::DismissingPrompter()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_isRegistered = bus.registerObject(path, this, QDBusConnection::ExportAllSlots) && bus.registerService(name);
}

DismissingPrompter::~DismissingPrompter()
{
    QDBusConnection::sessionBus().unregisterService(name);
}

void DismissingPrompter::BeginPrompting(const QDBusObjectPath& callback)
{
    sendLater(answer(callback, {}, {}));
}

void DismissingPrompter::PerformPrompt(const QDBusObjectPath& callback, const QString& /*type*/,
                                       const QVariantMap& /*properties*/, const QString& exchange)
{
    m_open = answer(callback, u"no"_s, exchange);
    if (!keepsOpen) {
        dismiss();
    }
}

void DismissingPrompter::dismiss()
{
    ++m_dismissed;
    sendLater(std::exchange(m_open, {}));
}

void DismissingPrompter::StopPrompting(const QDBusObjectPath& callback)
{
    sendLater(callOf(message().service(), callback, u"PromptDone"_s));
}

QDBusMessage DismissingPrompter::answer(const QDBusObjectPath& callback, const QString& reply,
                                        const QString& exchange) const
{
    QDBusMessage ready = callOf(message().service(), callback, u"PromptReady"_s);
    ready.setArguments({reply, QVariantMap(), exchange});
    return ready;
}

void DismissingPrompter::sendLater(const QDBusMessage& call)
{
    // gnome-keyring expects it after the reply to its own call.
    QMetaObject::invokeMethod(
        this, [call] { QDBusConnection::sessionBus().send(call); }, Qt::QueuedConnection);
}

} // namespace CommKeys
