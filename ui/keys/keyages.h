// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/subscription.h"
#include "keys/resourcekeys.h"
#include "rotation/keyage.h"
#include "rotation/keystanding.h"
#include "rotation/lastregeneration.h"
#include "session/session.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>

#include <memory>

namespace CommKeys {

/// When keys were last regenerated: asks the Activity Log, one query a subscription for all of its resources (reading
/// it is not written there), and puts what this computer's journal knows beside it. Where the log may not be read, the
/// journal alone speaks. No key is asked for.
class KeyAges final : public QObject
{
    Q_OBJECT

public:
    /// What is to be asked about one subscription.
    struct Question
    {
        Subscription subscription;
        /// Of a resource in it nobody knows yet when it was made, with its first keys: Resource Graph does not tell.
        /// The subscription's own list does.
        bool wantsDates = false;
    };

    explicit KeyAges(QObject* parent);
    ~KeyAges() override;

    void setSession(const std::shared_ptr<Session>& session);

    /// Sees to it that the log of the resource's subscription is asked, if it has not been; changed() follows.
    void look(const CommunicationService& resource);
    /// Asks all of these, also where that was done before; four at a time, in the background. What is known stays until
    /// the answer has come. changed() and answered() follow for each.
    void lookAt(const QList<Question>& questions);
    /// Ends what lookAt() has not got through.
    void stop();
    [[nodiscard]] bool isLooking() const { return m_running > 0; }

    /// One sentence about the key's age, with who it was; empty while nothing is known.
    [[nodiscard]] QString sentence(const CommunicationService& resource, KeyType type) const;
    /// The exact time, and what the sentence stands on.
    [[nodiscard]] QString explanation(const CommunicationService& resource, KeyType type) const;

    /// What is recorded against a key that is stored or shown.
    [[nodiscard]] KeyStanding standing(const CommunicationService& resource, KeyType type, const KnownKey& key) const;

    /// How old the older key of each is.
    [[nodiscard]] QHash<ResourceId, KeyAge> olderKeys(const QList<CommunicationService>& resources) const;

    /// Of all logs that were read.
    [[nodiscard]] QList<KeyRegenerationEvent> events() const;

    /// Those of this cloud that were regenerated, or begun to be, on this computer.
    [[nodiscard]] QSet<ResourceId> resourcesInJournal() const;

signals:
    /// A log was read, or could not be, or the journal knows more.
    void changed();
    /// A log was read, or could not be.
    void answered(const CommKeys::SubscriptionId& subscription);
    /// With when they were made.
    void dated(const QList<CommKeys::CommunicationService>& resources);
    /// The journal knows more, of whichever resources.
    void journalChanged();

private:
    void ask(const Question& question);
    void take(const Question& question, const Result<QList<KeyRegenerationEvent>>& events);
    void askForDates(const Subscription& subscription);
    void oneDone(const SubscriptionId& subscription);
    void askMore();
    [[nodiscard]] QList<RotationRecord> recordsOfCloud() const;
    [[nodiscard]] std::optional<LastRegeneration> last(const CommunicationService& resource, KeyType type) const;

    std::shared_ptr<Session> m_session;
    QHash<SubscriptionId, QList<KeyRegenerationEvent>> m_events; ///< of the logs that were read
    QSet<SubscriptionId> m_asked;                                ///< being read, read, or not to be read
    QQueue<Question> m_waiting;
    int m_running = 0;
};

} // namespace CommKeys
