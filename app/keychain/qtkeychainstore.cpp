// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/qtkeychainstore.h"

#include "core/finishedjob.h"
#include "keychain/keychainname.h"
#include "keychain/qtkeychaincall.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr std::chrono::seconds openIsBelievedFor = 5s;
/// What a removal writes before it removes. Who finds it has met a removal on its way, or one that was cut short.
constexpr auto removed = "-"_L1;

using Verb = QtKeychainCall::Verb;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::QtKeychainStore)
};

QString randomName()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
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
        (new QtKeychainCall({Verb::Write, m_store.m_service, m_key, m_secret}, m_store.m_clock, this))
            ->onFinished(this,
                         [this](const Result<std::optional<Secret>>& written) {
                             if (written) {
                                 m_store.noteOpen();
                                 finishWith(Done{});
                             } else {
                                 finishWith(written.error());
                             }
                         })
            ->start();
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
        , m_service(store.m_service)
        , m_key(std::move(key))
    {
    }
    ~RemoveJob() override
    {
        if (m_isHalfDone) {
            QtKeychainCall::removeLater(m_service, m_key);
        }
    }
    Q_DISABLE_COPY_MOVE(RemoveJob)

private:
    void run() override
    {
        m_isHalfDone = true;
        m_store.makeWriteJob(m_key, Secret::copyOf(QString(removed)), this)
            ->onFinished(this,
                         [this](const Result<Done>& written) {
                             if (written) {
                                 remove();
                             } else {
                                 // It may still be waiting behind a prompt.
                                 m_isHalfDone = written.error().kind != ErrorKind::KeychainMissing;
                                 finishWith(written);
                             }
                         })
            ->start();
    }

    void remove()
    {
        m_isHalfDone = false;
        (new QtKeychainCall({Verb::Remove, m_service, m_key}, m_store.m_clock, this))
            ->onFinished(this,
                         [this](const Result<std::optional<Secret>>& gone) {
                             finishWith(gone ? Result<Done>(Done{}) : Result<Done>(gone.error()));
                         })
            ->start();
    }

    QtKeychainStore& m_store;
    const QString m_service;
    const QString m_key;
    bool m_isHalfDone = false; ///< overwritten, or about to be, and not deleted
};

/// Uses an entry that no other probe uses, in this process or in another one.
class QtKeychainStore::ProbeJob final : public JobOf<StoreHealth>
{
public:
    ProbeJob(QtKeychainStore& store, QObject* parent)
        : JobOf<StoreHealth>(parent)
        , m_store(store)
        , m_service(store.m_service)
        , m_key(store.m_application + u"/probe/"_s + randomName())
        , m_value(Secret::copyOf(randomName()))
    {
    }
    ~ProbeJob() override
    {
        if (m_mayBeThere) {
            QtKeychainCall::removeLater(m_service, m_key);
        }
    }
    Q_DISABLE_COPY_MOVE(ProbeJob)

private:
    void run() override
    {
        m_mayBeThere = true;
        m_store.makeWriteJob(m_key, m_value, this)
            ->onFinished(this,
                         [this](const Result<Done>& written) {
                             if (written) {
                                 readBack();
                             } else {
                                 m_mayBeThere = written.error().kind != ErrorKind::KeychainMissing;
                                 finishWithHealthOf(written.error());
                             }
                         })
            ->start();
    }

    void readBack()
    {
        m_store.makeReadJob(m_key, this)
            ->onFinished(this,
                         [this](const Result<Secret>& value) {
                             if (!value) {
                                 finishWithHealthOf(value.error());
                             } else if (*value == m_value) {
                                 remove();
                             } else {
                                 finishWith(StoreHealth::Failing);
                             }
                         })
            ->start();
    }

    void remove()
    {
        m_store.makeRemoveJob(m_key, this)
            ->onFinished(this,
                         [this](const Result<Done>& gone) {
                             m_mayBeThere = !gone;
                             if (gone) {
                                 finishWith(StoreHealth::Ready);
                             } else {
                                 finishWithHealthOf(gone.error());
                             }
                         })
            ->start();
    }

    void finishWithHealthOf(const Error& error) { finishWith(healthOf(error).value_or(StoreHealth::Failing)); }

    QtKeychainStore& m_store;
    const QString m_service;
    const QString m_key;
    const Secret m_value;
    bool m_mayBeThere = false;
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
        (new QtKeychainCall({Verb::Read, m_store.m_service, m_key}, m_store.m_clock, this))
            ->onFinished(this, [this](const Result<std::optional<Secret>>& found) { take(found); })
            ->start();
    }

    void take(const Result<std::optional<Secret>>& found)
    {
        if (!found) {
            finishWith(found.error());
        } else if (*found) {
            finishWith((*found)->reveal() == removed ? Secret() : **found);
        } else if (m_store.isKnownOpen()) {
            finishWith(Secret());
        } else {
            makeSure();
        }
    }

    void makeSure()
    {
        // Only a write tells a locked keychain from an empty one.
        m_store.makeRemoveJob(m_store.m_checkKey, this)
            ->onFinished(this,
                         [this](const Result<Done>& checked) {
                             finishWith(checked ? Result<Secret>(Secret()) : Result<Secret>(checked.error()));
                         })
            ->start();
    }

    QtKeychainStore& m_store;
    const QString m_key;
};

QtKeychainStore::QtKeychainStore(const QString& service, const QString& application, Clock& clock)
    : m_service(service)
    , m_application(application)
    , m_checkKey(application + u"/check/"_s + randomName())
    , m_clock(clock)
{
}

QString QtKeychainStore::displayName() const
{
    return keychainName();
}

JobOf<Secret>* QtKeychainStore::makeReadJob(const QString& key, QObject* parent)
{
    return new ReadJob(*this, key, parent);
}

JobOf<Done>* QtKeychainStore::makeWriteJob(const QString& key, const Secret& secret, QObject* parent)
{
    if (secret.size() > maximumSecretSize) {
        return new FinishedJob<Done>(Error::invalidInput(Text::tr("The entry is too large for a keychain: %n byte(s).",
                                                                  nullptr, static_cast<int>(secret.size()))),
                                     parent);
    }
    return new WriteJob(*this, key, secret, parent);
}

JobOf<Done>* QtKeychainStore::makeRemoveJob(const QString& key, QObject* parent)
{
    return new RemoveJob(*this, key, parent);
}

JobOf<StoreHealth>* QtKeychainStore::makeProbeJob(QObject* parent)
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
