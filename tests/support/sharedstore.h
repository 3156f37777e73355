// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/secretstore.h"

#include <QMap>

#include <functional>
#include <optional>

namespace CommKeys {

/// One process's view of a keychain that several have: the entries are the test's. Work is done when a job runs, as in
/// a real keychain, and a removal overwrites first.
class SharedStore final : public SecretStore
{
public:
    using Entries = QMap<QString, Secret>;

    explicit SharedStore(Entries& entries) : m_entries(entries) {}

    int operations = 0;
    std::optional<int> diesAfter;                   ///< so many operations; nothing changes any more from then on
    std::function<void(const QString&)> beforeRead; ///< what others do while this process reads
    std::optional<Error> fails;                     ///< whatever is asked

    [[nodiscard]] QString displayName() const override { return QStringLiteral("shared"); }
    [[nodiscard]] bool outlivesProgram() const override { return true; }

private:
    [[nodiscard]] JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) override
    {
        return new Operation<Secret>([this, key] { return readNow(key); }, parent);
    }
    [[nodiscard]] JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) override
    {
        return new Operation<Done>([this, key, secret] { return writeNow(key, secret); }, parent);
    }
    [[nodiscard]] JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) override
    {
        return new Operation<Done>([this, key] { return removeNow(key); }, parent);
    }
    [[nodiscard]] JobOf<StoreHealth>* makeProbeJob(QObject* parent) override
    {
        return new Operation<StoreHealth>([] { return StoreHealth::Ready; }, parent);
    }

    template <typename T>
    class Operation final : public JobOf<T>
    {
    public:
        Operation(std::function<Result<T>()> call, QObject* parent) : JobOf<T>(parent), m_call(std::move(call)) {}

    private:
        void run() override { this->finishWith(m_call()); }

        std::function<Result<T>()> m_call;
    };

    std::optional<Error> refusal()
    {
        if (fails) {
            return fails;
        }
        if (diesAfter && operations >= *diesAfter) {
            return Error::of(ErrorKind::KeychainFailed, QStringLiteral("dead"));
        }
        ++operations;
        return std::nullopt;
    }

    Result<Secret> readNow(const QString& key)
    {
        if (beforeRead) {
            beforeRead(key);
        }
        if (const auto error = refusal()) {
            return *error;
        }
        const Secret secret = m_entries.value(key);
        return secret == m_removed ? Secret() : secret;
    }

    Result<Done> writeNow(const QString& key, const Secret& secret)
    {
        if (const auto error = refusal()) {
            return *error;
        }
        m_entries.insert(key, secret);
        return Done{};
    }

    Result<Done> removeNow(const QString& key)
    {
        const Result<Done> overwritten = writeNow(key, m_removed);
        if (!overwritten) {
            return overwritten;
        }
        if (const auto error = refusal()) {
            return *error;
        }
        m_entries.remove(key);
        return Done{};
    }

    Entries& m_entries;
    const Secret m_removed = Secret::copyOf(u"-");
};

} // namespace CommKeys
