// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/qtkeychaincall.h"

#include "core/logging.h"
#include "core/offthread.h"
#include "core/redaction.h"
#include "keychain/keychainname.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>

#include <utility>

using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// A password prompt may be open for so long.
constexpr std::chrono::minutes patience = 2min;
/// An answer takes milliseconds unless there is a prompt. After this it is checked that there is a service at all.
constexpr std::chrono::seconds firstCheck = 10s;
/// For each question to the session bus.
constexpr std::chrono::seconds busLimit = 3s;

Error keychainError(ErrorKind kind, const QString& message, const QString& advice, const QString& said)
{
    Error error = Error::of(kind, message, advice);
    error.detail.message = said;
    return error;
}

QKeychain::Job* makeJob(const QtKeychainCall::Request& request)
{
    switch (request.verb) {
    case QtKeychainCall::Verb::Read:
        return new QKeychain::ReadPasswordJob(request.service);
    case QtKeychainCall::Verb::Remove:
        return new QKeychain::DeletePasswordJob(request.service);
    case QtKeychainCall::Verb::Write:
        break;
    }
    auto* write = new QKeychain::WritePasswordJob(request.service);
    write->setTextData(request.secret.revealText());
    return write;
}

/// Prepares @p job, which owns itself from here on, and starts it from the event loop: QtKeychain jobs must not be
/// started from another job's finished().
void startLater(QKeychain::Job* job, const QString& key)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QMetaObject::invokeMethod(job, &QKeychain::Job::start, Qt::QueuedConnection);
}

} // namespace

QtKeychainCall::QtKeychainCall(Request request, Clock& clock, QObject* parent)
    : JobOf<std::optional<Secret>>(parent)
    , m_request(std::move(request))
    , m_clock(clock)
{
}

void QtKeychainCall::removeLater(const QString& service, const QString& key)
{
    if (!QCoreApplication::closingDown()) {
        startLater(new QKeychain::DeletePasswordJob(service), key);
    }
}

void QtKeychainCall::run()
{
    m_clock.callAfter(firstCheck, this, [this] { checkProgress(); });
    m_clock.callAfter(patience, this, [this] { giveUp(); });
    launch();
}

void QtKeychainCall::launch()
{
    QKeychain::Job* job = makeJob(m_request);
    connect(job, &QKeychain::Job::finished, this, [this, job] { receive(*job); });
    startLater(job, m_request.key);
}

void QtKeychainCall::receive(const QKeychain::Job& job)
{
    const QKeychain::Error code = job.error();
    qCDebug(logKeychain) << "operation" << int(m_request.verb) << m_request.key << int(code);
    const QString said = redacted(job.errorString());
    switch (code) {
    case QKeychain::NoError: {
        surviveEndOfSessionBus();
        Secret secret;
        if (m_request.verb == Verb::Read) {
            QString text = static_cast<const QKeychain::ReadPasswordJob&>(job).textData();
            secret = Secret::take(text);
        }
        finishWith(std::optional(std::move(secret)));
        return;
    }
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        judge(SecretServiceState::Locked, said);
        return;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        judge(SecretServiceState::NoService, said);
        return;
    case QKeychain::EntryNotFound:
        if (m_request.verb != Verb::Write) {
            surviveEndOfSessionBus();
            finishWith(std::optional<Secret>());
            return;
        }
        break;
    default:
        break;
    }
    ask([this, said](SecretServiceState state) {
        const bool isThere = state == SecretServiceState::Open || state == SecretServiceState::Locked;
        if (isThere && !std::exchange(m_isSecondTry, true)) {
            dropSecretServiceSession();
            launch();
        } else {
            judge(state, said);
        }
    });
}

void QtKeychainCall::ask(std::function<void(SecretServiceState)> then)
{
    offThread(
        *QThreadPool::globalInstance(), this, [] { return askSecretService(busLimit); },
        [this, then = std::move(then)](SecretServiceState state) {
            qCDebug(logKeychain) << "Secret Service" << int(state);
            if (isOpen()) {
                then(state);
            }
        });
}

void QtKeychainCall::judge(SecretServiceState state, const QString& said)
{
    const QString name = keychainName();
    switch (state) {
    case SecretServiceState::Locked:
        finishWith(keychainError(ErrorKind::KeychainLocked, tr("The keychain (%1) is locked.").arg(name),
                                 tr("Unlock it, then try again."), said));
        return;
    case SecretServiceState::NoBus:
    case SecretServiceState::NoService:
        finishWith(keychainError(ErrorKind::KeychainMissing, tr("There is no keychain (%1) to talk to.").arg(name),
                                 tr("Keys stay in memory until you quit. Start the keychain service of your desktop, "
                                    "such as gnome-keyring or KWallet, then try again."),
                                 said));
        return;
    case SecretServiceState::NoCollection:
        finishWith(keychainError(ErrorKind::KeychainMissing, tr("The keychain (%1) has no default keyring.").arg(name),
                                 tr("Keys stay in memory until you quit. Create a keyring in the password program of "
                                    "your desktop, then try again."),
                                 said));
        return;
    case SecretServiceState::SilentBus:
    case SecretServiceState::Unresponsive:
        finishWith(keychainError(ErrorKind::KeychainFailed, tr("The keychain (%1) doesn't respond.").arg(name),
                                 tr("Copy keys that are only in memory, then restart CommKeys."), said));
        return;
    case SecretServiceState::Unknown:
    case SecretServiceState::Open:
        finishWith(keychainError(ErrorKind::KeychainFailed, tr("The keychain (%1) failed.").arg(name),
                                 tr("If trying again doesn't help, copy keys that are only in memory, then restart "
                                    "CommKeys."),
                                 said));
        return;
    }
    Q_UNREACHABLE();
}

void QtKeychainCall::checkProgress()
{
    if (!isOpen()) {
        return;
    }
    ask([this](SecretServiceState state) {
        // Not a service that doesn't answer: it may have stopped for its prompt.
        if (state == SecretServiceState::NoBus || state == SecretServiceState::SilentBus ||
            state == SecretServiceState::NoService) {
            judge(state, {});
        }
    });
}

void QtKeychainCall::giveUp()
{
    if (!isOpen()) {
        return;
    }
    ask([this](SecretServiceState state) {
        if (state == SecretServiceState::Open) {
            judge(SecretServiceState::Unresponsive, {});
        } else if (state == SecretServiceState::Locked || state == SecretServiceState::Unknown ||
                   state == SecretServiceState::NoCollection) {
            finishWith(
                Error::of(ErrorKind::KeychainLocked, tr("The keychain (%1) doesn't respond.").arg(keychainName()),
                          tr("Is it asking for its password in a window behind this one? Answer it, then try again.")));
        } else {
            judge(state, {});
        }
    });
}

} // namespace CommKeys
