// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/identity.h"
#include "azure/armclient.h"
#include "azure/cloud.h"
#include "core/clock.h"
#include "http/tokenprovider.h"
#include "keychain/keptkeysstore.h"
#include "keychain/secretstore.h"
#include "rotation/rotationdesk.h"

#include <QNetworkAccessManager>
#include <QString>

#include <memory>

namespace CommKeys {

/// Who the person is at the moment: one cloud, one credential, and what hangs on them. The window shows one session at
/// a time; when it goes, its jobs go.
class Session
{
public:
    struct Parts
    {
        Cloud cloud;
        QString account; ///< whom the token names, for the window: "avery@contoso.example"; may be empty
        bool isDemo = false;
        std::shared_ptr<Clock> clock;
        std::shared_ptr<SecretStore> secrets;        ///< shared by the sessions of one program
        std::shared_ptr<RotationJournal> journal;    ///< likewise; none: one in memory
        QString lockFolder;                          ///< for ResourceLock; empty: there is no other process
        std::shared_ptr<void> simulation;            ///< of the demo: what its network ends in
        std::unique_ptr<TokenProvider> signInTokens; ///< of the requests that get tokens: they have none
        std::unique_ptr<TokenProvider> tokens;
        std::unique_ptr<Identity> identity;             ///< none with the Azure CLI, which keeps it
        std::unique_ptr<QNetworkAccessManager> network; ///< dies first: it may still call the others
    };

    explicit Session(Parts parts);

    [[nodiscard]] const Cloud& cloud() const { return m_parts.cloud; }
    [[nodiscard]] const QString& account() const { return m_parts.account; }
    [[nodiscard]] bool isDemo() const { return m_parts.isDemo; }
    /// Null where there is nobody to sign in or out here: with the Azure CLI.
    [[nodiscard]] Identity* identity() const { return m_parts.identity.get(); }
    [[nodiscard]] Clock& clock() { return *m_parts.clock; }
    [[nodiscard]] ArmClient& arm() { return m_arm; }
    [[nodiscard]] KeptKeysStore& keptKeys() { return m_keptKeys; }
    [[nodiscard]] RotationDesk& rotations() { return m_rotations; }
    /// What was regenerated on this computer, in every cloud; and what is still open.
    [[nodiscard]] RotationJournal& journal() { return *m_parts.journal; }

private:
    Parts m_parts;
    ArmClient m_arm;
    KeptKeysStore m_keptKeys;
    RotationDesk m_rotations;
};

} // namespace CommKeys
