// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finishedjob.h"
#include "keychain/memorystore.h"

#include <algorithm>
#include <optional>

namespace CommKeys {

/// A store in memory that fails when a test says so.
class FaultyStore final : public SecretStore
{
public:
    QString name = QStringLiteral("faulty");
    std::optional<Error> readFails;
    std::optional<Error> writeFails;
    std::optional<StoreHealth> probeSays; ///< whatever else is so
    bool forgetsWhatItTook = false;       ///< takes a write and does not keep it
    int forgetsWrites = 0;                ///< so many writes, the next ones, it takes and does not keep
    int writes = 0;

    [[nodiscard]] QString displayName() const override { return name; }
    [[nodiscard]] bool outlivesProgram() const override { return true; }

private:
    [[nodiscard]] JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) override
    {
        if (readFails) {
            return new FinishedJob<Secret>(*readFails, parent);
        }
        return m_memory.read(key, parent);
    }
    [[nodiscard]] JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) override
    {
        ++writes;
        if (writeFails) {
            return new FinishedJob<Done>(*writeFails, parent);
        }
        if (forgetsWhatItTook || forgetsWrites > 0) {
            forgetsWrites = std::max(forgetsWrites - 1, 0);
            return new FinishedJob<Done>(Done{}, parent);
        }
        return m_memory.write(key, secret, parent);
    }
    [[nodiscard]] JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) override
    {
        return m_memory.remove(key, parent);
    }
    [[nodiscard]] JobOf<StoreHealth>* makeProbeJob(QObject* parent) override
    {
        return new FinishedJob<StoreHealth>(probeSays.value_or(healthOfWrites()), parent);
    }

    [[nodiscard]] StoreHealth healthOfWrites() const
    {
        return writeFails ? healthOf(*writeFails).value_or(StoreHealth::Failing) : StoreHealth::Ready;
    }

    MemoryStore m_memory;
};

} // namespace CommKeys
