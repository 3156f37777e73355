// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow/windowstate.h"
#include "session/sessionopener.h"
#include "settings/settingsstore.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QStackedWidget;
class QToolBar;

namespace CommKeys {

class AccountButton;
class FilterBar;
class FirstStartPage;
class KeychainWatch;
class MainWindowActions;
class RegenerateDialog;
class ResourcePage;
class SecretClipboard;
class SessionStarter;
class StatusLine;

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
        QString stateFile; ///< see WindowStateFile
    };

    explicit MainWindow(const Parts& parts);
    ~MainWindow() override;

    /// The session that is shown, or null.
    [[nodiscard]] const std::shared_ptr<Session>& session() const { return m_session; }

    /// Leaves the session that is shown, if there is one, and opens another; the first-start page shows how it goes.
    void openDemo();
    void openAzureCli();
    /// Back to the first-start page.
    void signOut();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void setUpToolBar();
    void connectActions();
    void connectListActions();
    void connectFirstStart();
    void connectPage();
    void connectStatus();

    void applySettings(const Settings& settings);
    void openSettings();
    void saveSettings(const Settings& settings);

    void showSession(const std::shared_ptr<Session>& session);
    void dropSession();
    void showListed(const Inventory& inventory);
    void showAvailability();
    [[nodiscard]] QString reasonToStayHere() const;
    /// Calls @p leave, after a question where leaving would cost a key.
    void leaveSession(const QString& leaveText, std::function<void()> leave);
    void openRegenerateDialog(const CommunicationService& resource, KeyType type);
    void copyEndpoint();
    void copyResourceId();

    void restoreState();
    void keepState() const;

    const Parts m_parts;
    std::shared_ptr<Session> m_session;
    MainWindowActions* m_actions;
    SessionStarter* m_starter;
    KeychainWatch* m_keychain;
    StatusLine* m_status;
    QStackedWidget* m_pages;
    FirstStartPage* m_firstStart;
    ResourcePage* m_page;
    QToolBar* m_toolBar;
    FilterBar* m_filter = nullptr;
    QAction* m_demoMark = nullptr;
    AccountButton* m_account = nullptr;
    QPointer<RegenerateDialog> m_regenerateDialog;
    bool m_isClosing = false;
};

} // namespace CommKeys
