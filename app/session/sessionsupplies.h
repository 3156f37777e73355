// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accountstore.h"
#include "auth/entraclient.h"
#include "core/clock.h"
#include "keychain/secretstore.h"
#include "rotation/rotationjournal.h"

#include <QNetworkAccessManager>

#include <functional>
#include <memory>

namespace CommKeys {

/// What the sessions of one program are made of: the real parts, or the demo's.
struct SessionSupplies
{
    std::shared_ptr<Clock> clock;
    std::shared_ptr<SecretStore> secrets;
    std::shared_ptr<AccountStore> accounts;
    std::shared_ptr<RotationJournal> journal = {}; ///< none: in memory
    QString lockFolder = {};                       ///< see Session::Parts
    OpenBrowser openBrowser;
    std::function<std::unique_ptr<QNetworkAccessManager>()> makeNetwork;
    std::shared_ptr<void> simulation = {}; ///< of the demo: what its network ends in
};

} // namespace CommKeys
