// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "keychain/secretstore.h"

#include <QDateTime>

namespace CommKeys {

/// The operating system's keychain, through QtKeychain. What it works around is measured in QtKeychain 0.13 with
/// libsecret:
///
/// - A locked Secret Service answers "not found" to a read, and "done" to a deletion that it has not done. So "not
///   found" is believed only of a keychain that took a write within the last seconds, and a deletion overwrites first
///   (with "-", which is read as nothing: a deletion was on its way, or cut short).
/// - Where the keychain asks for its password it waits without end, and everything behind it waits too: a job gives up
///   after two minutes and says that a prompt may be open.
/// - Entries are always text: the same key written as text and as bytes would be two entries.
///
/// QtKeychainCall does the single operation and finds out why one failed.
class QtKeychainStore final : public SecretStore
{
public:
    /// @p service is the second half of an entry's name where the system has one ("CommKeys", "CommKeys Demo");
    /// @p application begins the names of entries that exist only while the keychain is tried.
    QtKeychainStore(const QString& service, const QString& application, Clock& clock);

    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] bool outlivesProgram() const override { return true; }

private:
    class ReadJob;
    class WriteJob;
    class RemoveJob;
    class ProbeJob;

    [[nodiscard]] JobOf<Secret>* makeReadJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeWriteJob(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] JobOf<Done>* makeRemoveJob(const QString& key, QObject* parent) override;
    [[nodiscard]] JobOf<StoreHealth>* makeProbeJob(QObject* parent) override;

    [[nodiscard]] bool isKnownOpen() const;
    void noteOpen();

    const QString m_service;
    const QString m_application;
    const QString m_checkKey; ///< what the read of an absent entry writes; this object's own
    Clock& m_clock;
    QDateTime m_openAtUtc;
};

} // namespace CommKeys
