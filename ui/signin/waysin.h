// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessionopener.h"

#include <QObject>

#include <functional>
#include <memory>

namespace CommKeys {

class FirstStartPage;
class SessionStarter;
class SettingsStore;

/// Opens a session in the way that the person chose, and shows on the first-start page how it goes.
class WaysIn final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive this.
    WaysIn(SessionOpener& opener, const SettingsStore& settings, FirstStartPage& page, QObject* parent);

    /// Each takes the place of an opening that is still going on.
    void openDemo();
    void openAzureCli();
    void signIn(SignInWay way);
    void openAccount(const Account& account);
    /// Goes on as whoever was signed in last, if anybody was.
    void resume();
    /// Back to the choice; nothing more is heard of an opening that is going on.
    void cancel();

signals:
    void opened(const std::shared_ptr<CommKeys::Session>& session);

private:
    /// Tells @p what goes on, and calls @p start. @p again: what the button is to do that tries it once more after a
    /// failure; none where the choice on the page does that.
    void begin(const QString& what, const std::function<void()>& start, std::function<void()> again = {});
    void end(const std::shared_ptr<Session>& session);
    void showFailure(const Error& error);

    const SettingsStore& m_settings;
    FirstStartPage& m_page;
    SessionStarter* m_starter;
    SignInWay m_way = SignInWay::Browser; ///< of signIn()
    std::function<void()> m_again;
};

} // namespace CommKeys
