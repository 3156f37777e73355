// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finishedjob.h"
#include "http/tokenprovider.h"

#include <QCoreApplication>

namespace CommKeys {

/// Nobody is signed in: for the requests that are made before there is anybody, such as a cloud's metadata.
class NoTokens final : public TokenProvider
{
public:
    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest&, QObject* parent) override
    {
        return new FinishedJob<Secret>(
            Error::of(ErrorKind::NotSignedIn,
                      QCoreApplication::translate("CommKeys::NoTokens", "You are not signed in.")),
            parent);
    }
};

} // namespace CommKeys
