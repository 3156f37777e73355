// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"
#include "settings/settings.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace CommKeys {

class KeyAges;
class ResourceListModel;

/// Brings the age of the keys into the list: has the Activity Logs read when a listing has ended, and the list told of
/// what they, and the history of this computer, say.
class KeyAgeWatch final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    KeyAgeWatch(KeyAges& ages, ResourceListModel& resources, QObject* parent);

    /// Null: there is none. Its KeyAges have the same one.
    void setSession(const std::shared_ptr<Session>& session);
    void applySettings(const Settings& settings);

    /// A listing has ended: asks for the log of every subscription that has a resource in it.
    void look();
    /// A listing begins, or ends before its time: what is still being asked for is not needed.
    void stop();

    [[nodiscard]] bool isDemo() const { return m_session && m_session->isDemo(); }

signals:
    /// All logs were asked for, or a day went by: so many resources have a key that is older than @p days.
    void counted(int due, int days);

private:
    void tellSoon();
    void tell();
    [[nodiscard]] QList<CommunicationService> resourcesToTell() const;

    KeyAges& m_ages;
    ResourceListModel& m_resources;
    std::shared_ptr<Session> m_session;
    QTimer m_hour;                   ///< keys grow old while the window stands open
    QTimer m_soon;                   ///< many logs are read in a moment, and all rows are looked at each time
    QSet<SubscriptionId> m_answered; ///< whose resources are to be told
    bool m_hasJournalNews = false;   ///< those in the journal are
    int m_dueDays = 0;
    bool m_hasLooked = false;
};

} // namespace CommKeys
