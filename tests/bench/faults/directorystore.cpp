// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/directorystore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

Error failure()
{
    return Error::of(ErrorKind::KeychainFailed, u"The folder does not answer."_s);
}

} // namespace

template <typename T>
class DirectoryStore::Operation final : public JobOf<T>
{
public:
    Operation(DirectoryStore& store, std::function<Result<T>()> call, QObject* parent)
        : JobOf<T>(parent)
        , m_store(store)
        , m_call(std::move(call))
    {
    }

private:
    void run() override
    {
        Result<T> result = m_call();
        if (std::exchange(m_store.m_hangs, false)) {
            m_store.hangs();
            return;
        }
        this->finishWith(std::move(result));
    }

    DirectoryStore& m_store;
    std::function<Result<T>()> m_call;
};

JobOf<Secret>* DirectoryStore::makeReadJob(const QString& key, QObject* parent)
{
    return new Operation<Secret>(
        *this, [this, key] { return readNow(key); }, parent);
}

JobOf<Done>* DirectoryStore::makeWriteJob(const QString& key, const Secret& secret, QObject* parent)
{
    return new Operation<Done>(
        *this, [this, key, secret] { return writeNow(key, secret); }, parent);
}

JobOf<Done>* DirectoryStore::makeRemoveJob(const QString& key, QObject* parent)
{
    return new Operation<Done>(
        *this, [this, key] { return removeNow(key); }, parent);
}

JobOf<StoreHealth>* DirectoryStore::makeProbeJob(QObject* parent)
{
    return new Operation<StoreHealth>(
        *this, [this] { return probeNow(); }, parent);
}

QString DirectoryStore::fileOf(const QString& key) const
{
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(name));
}

Result<Secret> DirectoryStore::readNow(const QString& key)
{
    if (isRefused()) {
        return failure();
    }
    QFile file(fileOf(key));
    if (file.exists() && !file.open(QIODevice::ReadOnly)) {
        return failure();
    }
    QByteArray bytes = file.isOpen() ? file.readAll() : QByteArray();
    done();
    return Secret::take(bytes);
}

Result<Done> DirectoryStore::writeNow(const QString& key, const Secret& secret)
{
    if (isRefused() || !QDir().mkpath(m_folder)) {
        return failure();
    }
    QSaveFile file(fileOf(key));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(secret.reveal().toByteArray()) >= 0;
    if (!isWritten || !file.commit()) {
        return failure();
    }
    done();
    return Done();
}

Result<Done> DirectoryStore::removeNow(const QString& key)
{
    if (isRefused()) {
        return failure();
    }
    QFile::remove(fileOf(key));
    done();
    return Done();
}

StoreHealth DirectoryStore::probeNow()
{
    const QString name = u"probe"_s;
    const Secret probe = Secret::copyOf(u"probe");
    const bool isWritten = writeNow(name, probe).isOk();
    const Result<Secret> read = isWritten ? readNow(name) : Result<Secret>(failure());
    const bool isReady = read && *read == probe && removeNow(name);
    return isReady ? StoreHealth::Ready : StoreHealth::Failing;
}

bool DirectoryStore::isRefused()
{
    ++m_operations;
    if (m_lever.trouble == Trouble::FailFromThenOn) {
        return m_operations >= m_lever.operation;
    }
    if (m_operations != m_lever.operation) {
        return false;
    }
    if (m_lever.trouble == Trouble::DieBefore) {
        std::raise(SIGKILL);
    }
    m_hangs = m_lever.trouble == Trouble::Hang;
    return m_hangs || m_lever.trouble == Trouble::Fail;
}

void DirectoryStore::done() const
{
    if (m_operations == m_lever.operation && m_lever.trouble == Trouble::DieAfter) {
        std::raise(SIGKILL);
    }
}

} // namespace CommKeys
