// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "core/version.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// The demo's entries have a name of their own, so that no made-up key is taken for a real one.
QString entryOwner(bool isDemo)
{
    return isDemo ? applicationId + u".Demo"_s : applicationId;
}

QString hostWithPort(const QUrl& url)
{
    return url.port() == -1 ? url.host() : url.host() + u':' + QString::number(url.port());
}

Session::Parts complete(Session::Parts parts)
{
    if (!parts.journal) {
        parts.journal = std::make_shared<RotationJournal>(QString(), nullptr);
    }
    // What is wrong with it is told when it is to be written; nothing is sent then.
    static_cast<void>(parts.journal->open());
    return parts;
}

} // namespace

Session::Session(Parts parts)
    : m_parts(complete(std::move(parts)))
    , m_arm(m_parts.cloud, HttpContext{*m_parts.network, *m_parts.tokens, *m_parts.clock})
    , m_keptKeys(*m_parts.secrets, entryOwner(m_parts.isDemo), m_parts.cloud.armEndpoint)
    , m_rotations({m_arm, m_arm, m_keptKeys, *m_parts.journal, *m_parts.clock, hostWithPort(m_parts.cloud.armEndpoint),
                   m_parts.account, m_parts.lockFolder},
                  nullptr)
{
}

} // namespace CommKeys
