// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain/secretstore.h"

#include <functional>

namespace CommKeys {

/// A keychain that outlives a killed process: a folder with one file an entry, each written as a whole or not at all.
/// One of its operations goes wrong when a case says so. They are counted from 1; a probe is three of them.
class DirectoryStore final : public SecretStore
{
public:
    enum class Trouble { None, Fail, FailFromThenOn, Hang, DieBefore, DieAfter };

    struct Lever
    {
        Trouble trouble = Trouble::None;
        int operation = 0;
    };

    DirectoryStore(QString folder, Lever lever) : m_folder(std::move(folder)), m_lever(lever) {}

    std::function<void()> hangs; ///< called when an operation begins that never ends

    [[nodiscard]] QString displayName() const override { return QStringLiteral("folder"); }
    [[nodiscard]] bool outlivesProgram() const override { return true; }

private:
    template <typename T>
    class Operation;

    [[nodiscard]] JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<StoreHealth>* makeProbeJob(QObject* parent) override;

    [[nodiscard]] QString fileOf(const QString& key) const;
    [[nodiscard]] Result<Secret> readNow(const QString& key);
    [[nodiscard]] Result<Done> writeNow(const QString& key, const Secret& secret);
    [[nodiscard]] Result<Done> removeNow(const QString& key);
    [[nodiscard]] StoreHealth probeNow();
    /// Counts the operation; true when it has to fail.
    [[nodiscard]] bool isRefused();
    void done() const;

    const QString m_folder;
    const Lever m_lever;
    int m_operations = 0;
    bool m_hangs = false;
};

} // namespace CommKeys
