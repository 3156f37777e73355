// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/secretstore.h"

#include <QHash>

namespace CommKeys {

/// Secrets in memory, for as long as the program runs: where there is no keychain, and in tests.
class MemoryStore final : public SecretStore
{
public:
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] bool outlivesProgram() const override { return false; }

private:
    [[nodiscard]] JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<StoreHealth>* makeProbeJob(QObject* parent) override;

    QHash<QString, Secret> m_secrets;
};

} // namespace CommKeys
