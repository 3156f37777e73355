// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/qtkeychainstore.h"

#include "core/finishedjob.h"
#include "core/logging.h"
#include "core/redaction.h"
#include "keychain/keychainname.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::chrono::minutes patience = 2min;
constexpr std::chrono::seconds openIsBelievedFor = 5s;
/// What a removal writes before it removes. Who finds it has met a removal on its way, or one that was cut short.
constexpr auto removed = "-"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::QtKeychainStore)
};

Error lockedError(const QString& said)
{
    Error error = Error::of(ErrorKind::KeychainLocked, Text::tr("The keychain (%1) is locked.").arg(keychainName()),
                            Text::tr("Unlock it, then try again."));
    error.detail.message = said;
    return error;
}

Error missingError(const QString& said)
{
    Error error =
        Error::of(ErrorKind::KeychainMissing, Text::tr("There is no keychain (%1) to talk to.").arg(keychainName()),
                  Text::tr("Keys stay in memory until you quit. Start the keychain service of your desktop, "
                           "such as gnome-keyring or KWallet, then try again."));
    error.detail.message = said;
    return error;
}

/// libsecret has no code of its own for "nobody there": all of it is OtherError, told apart by GLib's sentence.
bool soundsLikeNobodyThere(const QString& text)
{
    for (const auto phrase : {"D-Bus"_L1, "DBus"_L1, "Could not connect"_L1, "not provided by any"_L1,
                              "does not exist at path"_L1, "org.freedesktop.DBus.Error"_L1}) {
        if (text.contains(phrase)) {
            return true;
        }
    }
    return false;
}

Error errorFrom(const QKeychain::Job& job)
{
    const QString said = redacted(job.errorString());
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return lockedError(said);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return missingError(said);
    default:
        break;
    }
    if (soundsLikeNobodyThere(said)) {
        return missingError(said);
    }
    Error error = Error::of(ErrorKind::KeychainFailed, Text::tr("The keychain (%1) failed.").arg(keychainName()));
    error.detail.message = said;
    return error;
}

Error noAnswer()
{
    return Error::of(ErrorKind::KeychainLocked, Text::tr("The keychain (%1) does not answer.").arg(keychainName()),
                     Text::tr("Is it asking for its password in a window behind this one? Answer it, then try again."));
}

/// Starts @p job from the event loop (never from another job's finished(), which QtKeychain does not bear) and hands it
/// to @p receive unless @p context is gone by then. The job owns itself from here on.
template <typename KeychainJob, typename Receive>
void launch(KeychainJob* job, const QString& key, QObject* context, Receive receive)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, receive = std::move(receive)] { receive(*job); });
    QMetaObject::invokeMethod(job, &QKeychain::Job::start, Qt::QueuedConnection);
}

void launchWrite(const QString& service, const QString& key, const Secret& secret, QObject* context,
                 std::function<void(const QKeychain::Job&)> receive)
{
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret.revealText());
    launch(job, key, context, std::move(receive));
}

} // namespace

class QtKeychainStore::WriteJob final : public JobOf<Done>
{
public:
    WriteJob(QtKeychainStore& store, QString key, Secret secret, QObject* parent)
        : JobOf<Done>(parent)
        , m_store(store)
        , m_key(std::move(key))
        , m_secret(std::move(secret))
    {
    }

private:
    void run() override
    {
        m_store.m_clock.callAfter(patience, this, [this] { finishWith(noAnswer()); });
        launchWrite(m_store.m_service, m_key, m_secret, this, [this](const QKeychain::Job& job) {
            qCDebug(logKeychain) << "write" << m_key << int(job.error());
            if (job.error() == QKeychain::NoError) {
                m_store.noteOpen();
                finishWith(Done{});
            } else {
                finishWith(errorFrom(job));
            }
        });
    }

    QtKeychainStore& m_store;
    const QString m_key;
    const Secret m_secret;
};

class QtKeychainStore::RemoveJob final : public JobOf<Done>
{
public:
    RemoveJob(QtKeychainStore& store, QString key, QObject* parent)
        : JobOf<Done>(parent)
        , m_store(store)
        , m_key(std::move(key))
    {
    }

private:
    void run() override
    {
        m_store.write(m_key, Secret::copyOf(QString(removed)), this)
            ->onFinished(this,
                         [this](const Result<Done>& written) {
                             if (written) {
                                 remove();
                             } else {
                                 finishWith(written);
                             }
                         })
            ->start();
    }

    void remove()
    {
        auto* job = new QKeychain::DeletePasswordJob(m_store.m_service);
        launch(job, m_key, this, [this](const QKeychain::Job& done) {
            qCDebug(logKeychain) << "delete" << m_key << int(done.error());
            const bool isGone = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
            finishWith(isGone ? Result<Done>(Done{}) : Result<Done>(errorFrom(done)));
        });
    }

    QtKeychainStore& m_store;
    const QString m_key;
};

class QtKeychainStore::ProbeJob final : public JobOf<StoreHealth>
{
public:
    ProbeJob(QtKeychainStore& store, QObject* parent)
        : JobOf<StoreHealth>(parent)
        , m_store(store)
        , m_value(Secret::copyOf(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    {
    }

private:
    void run() override
    {
        m_store.write(m_store.m_probeKey, m_value, this)
            ->onFinished(this,
                         [this](const Result<Done>& written) {
                             if (written) {
                                 readBack();
                             } else {
                                 finishWith(healthFrom(written.error()));
                             }
                         })
            ->start();
    }

    void readBack()
    {
        m_store.read(m_store.m_probeKey, this)
            ->onFinished(this,
                         [this](const Result<Secret>& value) {
                             if (value && *value == m_value) {
                                 remove();
                             } else {
                                 finishWith(value ? StoreHealth::Failing : healthFrom(value.error()));
                             }
                         })
            ->start();
    }

    void remove()
    {
        m_store.remove(m_store.m_probeKey, this)
            ->onFinished(this,
                         [this](const Result<Done>& removed) {
                             finishWith(removed ? StoreHealth::Ready : healthFrom(removed.error()));
                         })
            ->start();
    }

    static StoreHealth healthFrom(const Error& error)
    {
        switch (error.kind) {
        case ErrorKind::KeychainLocked:
            return StoreHealth::Locked;
        case ErrorKind::KeychainMissing:
            return StoreHealth::Missing;
        default:
            return StoreHealth::Failing;
        }
    }

    QtKeychainStore& m_store;
    const Secret m_value;
};

class QtKeychainStore::ReadJob final : public JobOf<Secret>
{
public:
    ReadJob(QtKeychainStore& store, QString key, QObject* parent)
        : JobOf<Secret>(parent)
        , m_store(store)
        , m_key(std::move(key))
    {
    }

private:
    void run() override
    {
        m_store.m_clock.callAfter(patience, this, [this] { finishWith(noAnswer()); });
        auto* job = new QKeychain::ReadPasswordJob(m_store.m_service);
        launch(job, m_key, this, [this](const QKeychain::Job& done) { take(done); });
    }

    void take(const QKeychain::Job& done)
    {
        qCDebug(logKeychain) << "read" << m_key << int(done.error());
        if (done.error() == QKeychain::NoError) {
            QString text = static_cast<const QKeychain::ReadPasswordJob&>(done).textData();
            finishWith(text == removed ? Secret() : Secret::take(text));
        } else if (done.error() != QKeychain::EntryNotFound) {
            finishWith(errorFrom(done));
        } else if (m_store.isKnownOpen()) {
            finishWith(Secret());
        } else {
            makeSure();
        }
    }

    void makeSure()
    {
        // Only a write tells a locked keychain from an empty one.
        m_store.remove(m_store.m_probeKey, this)
            ->onFinished(this,
                         [this](const Result<Done>& probed) {
                             finishWith(probed ? Result<Secret>(Secret()) : Result<Secret>(probed.error()));
                         })
            ->start();
    }

    QtKeychainStore& m_store;
    const QString m_key;
};

QtKeychainStore::QtKeychainStore(const QString& service, const QString& application, Clock& clock)
    : m_service(service)
    , m_probeKey(application + u"/probe"_s)
    , m_clock(clock)
{
}

QString QtKeychainStore::displayName() const
{
    return keychainName();
}

JobOf<Secret>* QtKeychainStore::read(const QString& key, QObject* parent)
{
    return new ReadJob(*this, key, parent);
}

JobOf<Done>* QtKeychainStore::write(const QString& key, const Secret& secret, QObject* parent)
{
    if (secret.size() > maximumSecretSize) {
        return new FinishedJob<Done>(Error::invalidInput(Text::tr("The entry is too large for a keychain: %n byte(s).",
                                                                  nullptr, static_cast<int>(secret.size()))),
                                     parent);
    }
    return new WriteJob(*this, key, secret, parent);
}

JobOf<Done>* QtKeychainStore::remove(const QString& key, QObject* parent)
{
    return new RemoveJob(*this, key, parent);
}

JobOf<StoreHealth>* QtKeychainStore::probe(QObject* parent)
{
    return new ProbeJob(*this, parent);
}

bool QtKeychainStore::isKnownOpen() const
{
    return m_openAtUtc.isValid() && m_openAtUtc.secsTo(m_clock.utcNow()) < openIsBelievedFor.count();
}

void QtKeychainStore::noteOpen()
{
    m_openAtUtc = m_clock.utcNow();
}

} // namespace CommKeys
