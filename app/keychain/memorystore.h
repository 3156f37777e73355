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
    [[nodiscard]] JobOf<Secret>* read(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* write(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* remove(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<StoreHealth>* probe(QObject* parent) override;

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace CommKeys
