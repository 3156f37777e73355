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

    [[nodiscard]] JobOf<Secret>* read(const QString& key, QObject* parent) override
    {
        if (readFails) {
            return new FinishedJob<Secret>(*readFails, parent);
        }
        return m_memory.read(key, parent);
    }
    [[nodiscard]] JobOf<Done>* write(const QString& key, const Secret& secret, QObject* parent) override
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
    [[nodiscard]] JobOf<Done>* remove(const QString& key, QObject* parent) override
    {
        return m_memory.remove(key, parent);
    }
    [[nodiscard]] JobOf<StoreHealth>* probe(QObject* parent) override
    {
        return new FinishedJob<StoreHealth>(probeSays.value_or(writeFails ? StoreHealth::Locked : StoreHealth::Ready),
                                            parent);
    }

private:
    MemoryStore m_memory;
};

} // namespace CommKeys
