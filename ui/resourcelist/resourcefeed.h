// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resourcelist/resourcerow.h"

#include <QObject>

namespace CommKeys {

/// Brings resources to the list without holding the window up: their rows are made on another thread, and handed over
/// a part at a time with the event loop in between. In the order in which they were given.
class ResourceFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// More of them, behind those that wait.
    void add(const QList<CommunicationService>& resources);
    /// Those that wait are not handed over any more.
    void clear();
    /// True when all have been handed over.
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty() && !m_isMaking; }

signals:
    void ready(const QList<CommKeys::ResourceRow>& rows);
    /// After the last ready(), when there is no more.
    void drained();

private:
    void makeNext();
    void handOver(const QList<ResourceRow>& rows);

    QList<CommunicationService> m_waiting;
    bool m_isMaking = false;
    int m_clearings = 0; ///< what was being made at one of them is thrown away
};

} // namespace CommKeys
