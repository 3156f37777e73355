// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "core/secret.h"
#include "keychain/secretservice.h"

#include <QString>

#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace CommKeys {

/// One operation of QtKeychain on one entry. The result is what was read, an empty Secret after a write or a deletion,
/// and nothing where QtKeychain says "not found", which a locked Secret Service says of entries that it holds.
///
/// Fails with KeychainLocked, KeychainMissing or KeychainFailed. These come from QtKeychain's code, and where that is
/// unspecific from asking the session bus (askSecretService()); never from a sentence. When the Secret Service is there
/// and the operation has failed, it is tried once more in a new session: the one before ends with the service.
///
/// A QKeychain::Job that is running must not be deleted (the callback of libsecret hits freed memory), so it has no
/// parent and deletes itself; its result is dropped when this is gone.
class QtKeychainCall final : public JobOf<std::optional<Secret>>
{
    Q_OBJECT

public:
    enum class Verb { Read, Write, Remove };

    struct Request
    {
        Verb verb = Verb::Read;
        QString service;
        QString key;
        Secret secret = {}; ///< of a write
    };

    /// @p clock outlives this.
    QtKeychainCall(Request request, Clock& clock, QObject* parent);

    /// Deletes an entry when QtKeychain has carried out what it was asked before. The result is not known.
    static void removeLater(const QString& service, const QString& key);

private:
    void run() override;

    void launch();
    void receive(const QKeychain::Job& job);
    void ask(std::function<void(SecretServiceState)> then);
    void judge(SecretServiceState state, const QString& said);
    void checkProgress();
    void giveUp();

    const Request m_request;
    Clock& m_clock;
    bool m_isSecondTry = false;
};

} // namespace CommKeys
