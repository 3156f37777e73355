// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/finishedjob.h"
#include "http/tokenprovider.h"

#include <QList>

namespace CommKeys {

/// Hands out the tokens of a list, one a request, the last one for ever; notes what was asked.
class FixedTokens final : public TokenProvider
{
public:
    explicit FixedTokens(const QList<QByteArray>& tokens = {"a-token"}) : m_tokens(tokens) {}

    QList<TokenRequest> asked;

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override
    {
        const qsizetype index = std::min(asked.size(), m_tokens.size() - 1);
        asked << request;
        return new FinishedJob<Secret>(Secret::copyOf(QString::fromLatin1(m_tokens.at(index))), parent);
    }

private:
    QList<QByteArray> m_tokens;
};

} // namespace CommKeys
