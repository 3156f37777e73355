// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow/windowmemory.h"
#include "session/sessionopener.h"
#include "settings/commandline.h"
#include "settings/settingsstore.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QStackedWidget;

namespace CommKeys {

class FirstStartPage;
class HistoryDialog;
class IdentityDesk;
class KeychainWatch;
class MainWindowActions;
class MessageBar;
class RegenerateDialog;
class ResourcePage;
class SecretClipboard;
class StatusLine;
class WaysIn;
class WhoseKeyDialog;
class WindowToolBar;

/// The window: the ways in while there is no session, the resources and their keys while there is one. Puts the parts
/// together and passes between them; what a part does is written there.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window works with; all of it outlives the window.
    struct Parts
    {
        SessionOpener& opener;
        SettingsStore& settings;
        SecretClipboard& clipboard;
        Clock& clock;
        std::function<bool(const QUrl&)> openBrowser; ///< the system's; false: there is none
        QString stateFile;                            ///< see WindowStateFile
        SignInWay firstWay = SignInWay::Browser;      ///< see SignInTools
        std::function<void(const QString& title, const QString& text)> notify = {}; ///< the desktop's; none: silence
    };

    explicit MainWindow(const Parts& parts);
    ~MainWindow() override;

    /// The session that is shown, or null.
    [[nodiscard]] const std::shared_ptr<Session>& session() const { return m_session; }

    /// Leaves the session that is shown, if there is one, and opens another; the first-start page shows how it goes.
    void openDemo();
    void openAzureCli();
    /// For the program's start: goes on as whoever was signed in last. Stays with the ways in where nobody was.
    void resume();
    /// Hides every secret and lets go of those that can be had again; says @p why where a key was shown.
    void forgetSecrets(const QString& why);
    /// Back to the first-start page; an account that CommKeys itself has signed in is forgotten.
    void signOut();

    /// The program was started once more, with @p line: the window comes to the front, and says so where that line asks
    /// for something else than the window has. It switches nothing by itself. @p activationToken: see bringToFront().
    void startedAgain(const CommandLine& line, const QString& activationToken);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void connectActions();
    void connectAccount();
    void connectSignIn();
    void connectPage();
    void connectStatus();

    void applySettings(const Settings& settings);
    void openSettings();
    void saveSettings(const Settings& settings);
    [[nodiscard]] MessageBar& messages() const; ///< of the page that is shown

    void openAccount(const Account& account);
    void offerAccount(const Account& account);
    void showSignOutFailure(const Error& error);
    void showSession(const std::shared_ptr<Session>& session);
    void dropSession();
    void showWho();
    void showListed(const Inventory& inventory);
    void showAvailability();
    [[nodiscard]] QString reasonToStayHere() const;
    /// Calls @p leave, after a question where leaving would cost a key.
    void leaveSession(const QString& leaveText, std::function<void()> leave);
    /// The same, and calls @p open when the session is left.
    void switchSession(std::function<void()> open);
    void openRegenerateDialog(const CommunicationService& resource, KeyType type);

    void openHistory();
    void openWhoseKey();

    const Parts m_parts;
    std::shared_ptr<Session> m_session;
    MainWindowActions* m_actions;
    KeychainWatch* m_keychain;
    StatusLine* m_status;
    QStackedWidget* m_pages;
    FirstStartPage* m_firstStart;
    WaysIn* m_waysIn;
    IdentityDesk* m_identity;
    ResourcePage* m_page;
    WindowToolBar* m_toolBar;
    WindowMemory m_memory;
    QPointer<RegenerateDialog> m_regenerateDialog;
    QPointer<HistoryDialog> m_history;
    QPointer<WhoseKeyDialog> m_whoseKey;
    bool m_isClosing = false;
};

} // namespace CommKeys
