// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rotation/lastregeneration.h"
#include "session/session.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace CommKeys {

/// When keys were last regenerated, for the panel: asks the Activity Log once a subscription and session (reading it is
/// not written there), and puts what this computer's journal knows beside it. Where the log may not be read, the
/// journal alone speaks.
class KeyAges final : public QObject
{
    Q_OBJECT

public:
    explicit KeyAges(QObject* parent);
    ~KeyAges() override;

    void setSession(const std::shared_ptr<Session>& session);

    /// Sees to it that the log of the resource's subscription is asked, if it has not been; changed() follows.
    void look(const CommunicationService& resource);

    /// One sentence about the key's age, with who it was; empty while nothing is known.
    [[nodiscard]] QString sentence(const ResourceId& resource, KeyType type) const;
    /// The exact time, and what the sentence stands on.
    [[nodiscard]] QString explanation(const ResourceId& resource, KeyType type) const;

signals:
    void changed();

private:
    [[nodiscard]] std::optional<LastRegeneration> last(const ResourceId& resource, KeyType type) const;

    std::shared_ptr<Session> m_session;
    /// None under a subscription: its log is being read, or may not be.
    QHash<SubscriptionId, std::optional<QList<KeyRegenerationEvent>>> m_events;
};

} // namespace CommKeys
