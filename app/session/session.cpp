// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "core/serviceurl.h"
#include "core/version.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// The demo's entries have a name of their own, so that no made-up key is taken for a real one.
QString entryOwner(bool isDemo)
{
    return isDemo ? applicationId + u".Demo"_s : applicationId;
}

Session::Parts complete(Session::Parts parts)
{
    if (!parts.journal) {
        parts.journal = std::make_shared<RotationJournal>(QString(), nullptr);
    }
    return parts;
}

} // namespace

Session::Session(Parts parts)
    : m_parts(complete(std::move(parts)))
    , m_arm(m_parts.cloud, HttpContext{*m_parts.network, *m_parts.tokens, *m_parts.clock})
    , m_keptKeys(*m_parts.secrets, entryOwner(m_parts.isDemo), m_parts.cloud.armEndpoint,
                 {m_parts.clock.get(), m_parts.journal.get(), m_parts.lockFolder})
    , m_rotations({m_arm, m_arm, m_keptKeys, *m_parts.journal, *m_parts.clock, hostAndPort(m_parts.cloud.armEndpoint),
                   m_parts.account, m_parts.lockFolder},
                  nullptr)
{
}

} // namespace CommKeys
