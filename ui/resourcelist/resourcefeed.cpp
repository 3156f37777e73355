// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefeed.h"

#include "core/offthread.h"

#include <algorithm>

namespace CommKeys {

namespace {

/// So many rows are taken in between two frames, also where there are a hundred thousand already.
constexpr qsizetype most = 500;

} // namespace

void ResourceFeed::add(const QList<CommunicationService>& resources)
{
    m_waiting.append(resources);
    makeNext();
}

void ResourceFeed::clear()
{
    m_waiting.clear();
    m_isMaking = false;
    ++m_clearings;
}

void ResourceFeed::makeNext()
{
    if (m_isMaking || m_waiting.isEmpty()) {
        return;
    }
    m_isMaking = true;
    const QList<CommunicationService> next = m_waiting.first(std::min(most, m_waiting.size()));
    m_waiting.remove(0, next.size());
    offThread(
        *QThreadPool::globalInstance(), this, [next] { return resourceRows(next); },
        [this, number = m_clearings](const QList<ResourceRow>& rows) {
            if (number == m_clearings) {
                handOver(rows);
            }
        });
}

void ResourceFeed::handOver(const QList<ResourceRow>& rows)
{
    const int number = m_clearings;
    m_isMaking = false;
    makeNext();
    emit ready(rows);
    if (number == m_clearings && isEmpty()) {
        emit drained();
    }
}

} // namespace CommKeys
