// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "common/bringtofront.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/secretclipboard.h"
#include "common/translated.h"
#include "core/externaltext.h"
#include "history/historydialog.h"
#include "keys/keyages.h"
#include "keys/keyspanel.h"
#include "keys/whosekeydialog.h"
#include "mainwindow/aboutbox.h"
#include "mainwindow/accountbutton.h"
#include "mainwindow/closequestion.h"
#include "mainwindow/filterbar.h"
#include "mainwindow/forgetsecrets.h"
#include "mainwindow/keyagereminder.h"
#include "mainwindow/keychainwatch.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/resourcecommands.h"
#include "mainwindow/resourcepage.h"
#include "mainwindow/shortcutsdialog.h"
#include "mainwindow/statusline.h"
#include "mainwindow/windowtoolbar.h"
#include "regenerate/regeneratedialog.h"
#include "resourcelist/resourcelistview.h"
#include "settings/settingsdialog.h"
#include "signin/firststartpage.h"
#include "signin/identitydesk.h"
#include "signin/waysin.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

SignInTools signInTools(const MainWindow::Parts& parts)
{
    return {parts.clipboard, parts.clock, parts.openBrowser, parts.firstWay};
}

} // namespace

MainWindow::MainWindow(const Parts& parts)
    : m_parts(parts)
    , m_actions(new MainWindowActions(this))
    , m_keychain(new KeychainWatch(this))
    , m_status(new StatusLine(*statusBar(), parts.clock))
    , m_pages(new QStackedWidget(this))
    , m_firstStart(new FirstStartPage(signInTools(parts), m_pages))
    , m_waysIn(new WaysIn(parts.opener, parts.settings, *m_firstStart, this))
    , m_identity(new IdentityDesk(parts.opener, parts.settings, signInTools(parts), this))
    , m_page(new ResourcePage(parts.clipboard, m_pages))
    , m_toolBar(new WindowToolBar(*m_actions->refresh, m_page->filter(), this))
    , m_memory(*this, *m_page, m_toolBar->filter(), parts.stateFile)
{
    if (!parts.stateFile.isEmpty()) {
        m_page->setFolder(QFileInfo(parts.stateFile).absolutePath());
    }
    m_pages->addWidget(m_firstStart);
    m_pages->addWidget(m_page);
    setCentralWidget(m_pages);
    m_actions->fillMenus(*menuBar(), m_page->list().columnActions());
    addToolBar(m_toolBar);
    connectActions();
    connectAccount();
    connectSignIn();
    connectPage();
    connectStatus();
    new KeyAgeReminder(*m_page, WindowStateFile(parts.stateFile), parts.clock, parts.notify, this);
    connect(&parts.settings, &SettingsStore::changed, this, &MainWindow::applySettings);
    applySettings(parts.settings.settings());
    dropSession();
    m_memory.restore();
    translated(this, [this] { showWho(); });
}

MainWindow::~MainWindow()
{
    dropSession();
}

void MainWindow::connectActions()
{
    connect(m_actions->refresh, &QAction::triggered, m_page, &ResourcePage::refresh);
    connect(m_actions->signOut, &QAction::triggered, this, &MainWindow::signOut);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->filter, &QAction::triggered, &m_toolBar->filter(), &FilterBar::focusText);
    connect(m_actions->clearFilter, &QAction::triggered, &m_toolBar->filter(), &FilterBar::clear);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::openSettings);
    const auto* resource = new ResourceCommands(*m_actions, *m_page, m_parts.clipboard, m_parts.openBrowser, this);
    connect(resource, &ResourceCommands::regenerateRequested, this, &MainWindow::openRegenerateDialog);
    connect(m_actions->history, &QAction::triggered, this, &MainWindow::openHistory);
    connect(m_actions->whoseKey, &QAction::triggered, this, &MainWindow::openWhoseKey);
    connect(m_actions->about, &QAction::triggered, this, [this] { openAboutBox(*this, m_parts.clipboard); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { openShortcuts(*this, *menuBar()); });
}

void MainWindow::connectAccount()
{
    const AccountButton* button = &m_toolBar->account();
    connect(button, &AccountButton::accountRequested, this, &MainWindow::openAccount);
    connect(button, &AccountButton::anotherAccountRequested, this,
            [this] { leaveSession(tr("Switch anyway"), [this] { m_identity->signInAsAnother(*this); }); });
    connect(button, &AccountButton::demoRequested, this, &MainWindow::openDemo);
    connect(button, &AccountButton::azureCliRequested, this, &MainWindow::openAzureCli);
    connect(button, &AccountButton::signOutRequested, this, &MainWindow::signOut);
    connect(m_identity, &IdentityDesk::accountsChanged, this, [this] { m_toolBar->account().showSession(*m_session); });
}

void MainWindow::connectSignIn()
{
    connect(m_firstStart, &FirstStartPage::settingsRequested, this, &MainWindow::openSettings);
    connect(m_waysIn, &WaysIn::opened, this, &MainWindow::showSession);
    connect(m_identity, &IdentityDesk::opened, this, [this](const std::shared_ptr<Session>& session) {
        dropSession();
        showSession(session);
    });
    connect(m_identity, &IdentityDesk::signedIn, m_page, &ResourcePage::listAfterSignIn);
    connect(m_identity, &IdentityDesk::anotherSignedIn, this, &MainWindow::offerAccount);
    connect(m_identity, &IdentityDesk::notKept, m_page, &ResourcePage::showNotKept);
    connect(m_identity, &IdentityDesk::kept, m_page, &ResourcePage::dismissNotKept);
    connect(m_identity, &IdentityDesk::signOutFailed, this, &MainWindow::showSignOutFailure);
    connect(m_page, &ResourcePage::keepAgainRequested, m_identity, &IdentityDesk::keepAgain);
    connect(m_page, &ResourcePage::signInRequested, this,
            [this](const SignInHint& hint, const QString& tenantName) { m_identity->signIn(hint, tenantName, *this); });
    connect(m_page, &ResourcePage::newStartRequested, this,
            [this] { leaveSession(tr("Sign out anyway"), [this] { dropSession(); }); });
}

void MainWindow::connectPage()
{
    connect(m_page, &ResourcePage::scopesFound, &m_toolBar->filter(), &FilterBar::setScopes);
    connect(m_page, &ResourcePage::clearFilterRequested, &m_toolBar->filter(), &FilterBar::clear);
    connect(m_page, &ResourcePage::resourceChosen, this, &MainWindow::showAvailability);
    connect(m_page, &ResourcePage::settingsChosen, this, &MainWindow::saveSettings);
    connect(m_page, &ResourcePage::keychainProbeRequested, m_keychain, &KeychainWatch::probe);
    connect(m_keychain, &KeychainWatch::changed, this, [this](const QString& summary, const QString& warning) {
        m_status->showKeychain(summary);
        m_page->showKeychainWarning(warning);
    });
    connect(m_keychain, &KeychainWatch::reworded, m_status, &StatusLine::showKeychain);
    connect(&m_page->keys(), &KeysPanel::regenerateRequested, this, &MainWindow::openRegenerateDialog);
}

void MainWindow::connectStatus()
{
    connect(m_page, &ResourcePage::listed, this, &MainWindow::showListed);
    connect(m_page, &ResourcePage::excludedFound, m_status, &StatusLine::setExcluded);
    connect(m_page, &ResourcePage::earlierShown, m_status, &StatusLine::showCounts);
    connect(m_page, &ResourcePage::waitingToRetry, m_status, &StatusLine::showWait);
    connect(m_page, &ResourcePage::waitEnded, m_status, &StatusLine::clearWait);
    connect(&m_parts.clipboard, &SecretClipboard::countdown, m_status, &StatusLine::showClipboard);
    connect(&m_parts.clipboard, &SecretClipboard::notCleared, m_status, &StatusLine::showClipboardNotCleared);
    connect(&m_parts.clipboard, &SecretClipboard::cleared, m_status, &StatusLine::clearClipboard);
}

void MainWindow::applySettings(const Settings& settings)
{
    m_parts.clipboard.setClearsAfter(settings.clipboardClearsAfter);
    m_firstStart->applySettings(settings);
    m_page->applySettings(settings, m_parts.settings.policy());
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_parts.settings.settings(), m_parts.settings.policy(), this, m_page->tenants());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::chosen, this, &MainWindow::saveSettings);
    dialog->open();
}

void MainWindow::saveSettings(const Settings& settings)
{
    if (!m_parts.settings.save(settings)) {
        messages().show(MessageBar::Level::Warning,
                        tr("The settings could not be written; they hold until CommKeys is closed."));
    }
}

MessageBar& MainWindow::messages() const
{
    return m_session ? m_page->messages() : m_firstStart->messages();
}

void MainWindow::openDemo()
{
    switchSession([this] { m_waysIn->openDemo(); });
}

void MainWindow::openAzureCli()
{
    switchSession([this] { m_waysIn->openAzureCli(); });
}

void MainWindow::resume()
{
    switchSession([this] { m_waysIn->resume(); });
}

void MainWindow::forgetSecrets(const QString& why)
{
    forgetSecretsIn(*this, why);
}

void MainWindow::openAccount(const Account& account)
{
    switchSession([this, account] { m_waysIn->openAccount(account); });
}

void MainWindow::offerAccount(const Account& account)
{
    m_page->messages().show(MessageBar::Level::Info,
                            //: %1 and %2: accounts, such as avery@contoso.example
                            tr("%1 is signed in now; this window still works as %2.")
                                .arg(externalText(account.username), externalText(m_session->account())));
    m_page->messages().addAction(tr("Switch"), this, [this, account] { openAccount(account); });
}

void MainWindow::signOut()
{
    leaveSession(tr("Sign out anyway"), [this] {
        const std::optional<Account> next = m_identity->nextAccount();
        m_page->forgetResources();
        m_identity->signOut();
        dropSession();
        if (next) {
            //: %1: an account, such as avery@contoso.example
            messages().show(MessageBar::Level::Info, tr("%1 is still signed in.").arg(externalText(next->username)));
            messages().addAction(tr("Continue as %1").arg(withoutMnemonics(externalText(next->username))), this,
                                 [this, account = *next] { openAccount(account); });
        }
    });
}

void MainWindow::startedAgain(const CommandLine& line, const QString& activationToken)
{
    bringToFront(*this, activationToken);
    if (line.over(m_parts.settings.settings()) != m_parts.settings.settings()) {
        //: %1: options of a command line, such as "--cloud AzureChinaCloud"
        messages().show(MessageBar::Level::Info,
                        tr("CommKeys was started again with %1. This window stays as it is: to have that, "
                           "close it first, or set it in the settings.")
                            .arg(line.overrides()));
    }
}

void MainWindow::showSignOutFailure(const Error& error)
{
    MessageBar& bar = messages();
    bar.show(MessageBar::Level::Warning,
             tr("You are signed out. What the keychain may hold of the sign-in is removed when it opens."), error);
    bar.addAction(tr("Try again"), m_identity, [this, &bar] {
        bar.dismiss();
        m_identity->signOutAgain();
    });
}

void MainWindow::showSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    showWho();
    m_toolBar->show();
    m_pages->setCurrentWidget(m_page);
    m_identity->setSession(session);
    m_page->setSession(session);
    m_keychain->setSession(session);
    m_page->takeFocus();
    showAvailability();
}

void MainWindow::dropSession()
{
    delete m_regenerateDialog;
    delete m_history;
    delete m_whoseKey;
    m_waysIn->cancel();
    m_identity->setSession(nullptr);
    m_keychain->setSession(nullptr);
    m_page->setSession(nullptr);
    m_session.reset();
    m_toolBar->filter().setScopes({}, {});
    m_status->clearCounts();
    m_toolBar->hide();
    m_pages->setCurrentWidget(m_firstStart);
    showWho();
    showAvailability();
}

void MainWindow::showWho()
{
    QString title = QCoreApplication::applicationName();
    if (m_session) {
        m_toolBar->showSession(*m_session);
        //: Window title. %1: the program's name
        title = m_session->isDemo() ? tr("%1 – Demo").arg(title) : title;
    }
    setWindowTitle(title);
}

void MainWindow::showListed(const Inventory& inventory)
{
    const auto isOfSubscription = [](const ListingFailure& failure) {
        return failure.scope == ListingFailure::Scope::Subscription;
    };
    const auto failed = std::count_if(inventory.failures.begin(), inventory.failures.end(), isOfSubscription);
    m_status->showCounts(m_page->resourceCount(), static_cast<int>(inventory.subscriptions.size() - failed),
                         m_parts.clock.utcNow());
}

void MainWindow::showAvailability()
{
    m_actions->setAvailable(m_session != nullptr, m_page->list().currentResource().has_value());
}

QString MainWindow::reasonToStayHere() const
{
    const bool hasUnkeptKeys =
        m_page->keys().holdsUnkeptKeys() || (!m_regenerateDialog.isNull() && m_regenerateDialog->holdsUnkeptKey());
    return reasonToStay(m_session && m_session->rotations().isBusy(), hasUnkeptKeys);
}

void MainWindow::leaveSession(const QString& leaveText, std::function<void()> leave)
{
    if (const QString reason = reasonToStayHere(); !reason.isEmpty()) {
        askBeforeLeaving(*this, reason, leaveText, std::move(leave));
        return;
    }
    leave();
}

void MainWindow::switchSession(std::function<void()> open)
{
    leaveSession(tr("Switch anyway"), [this, open = std::move(open)] {
        dropSession();
        open();
    });
}

void MainWindow::openRegenerateDialog(const CommunicationService& resource, KeyType type)
{
    if (m_regenerateDialog) {
        m_regenerateDialog->raise();
        return;
    }
    m_regenerateDialog = new RegenerateDialog(m_session, resource, type, m_parts.clipboard, this);
    m_regenerateDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_regenerateDialog->tellAges(m_page->keys().ages());
    connect(m_regenerateDialog, &RegenerateDialog::keysChanged, &m_page->keys(), &KeysPanel::readAgain);
    connect(m_regenerateDialog, &RegenerateDialog::signInRequested, m_identity,
            [this](const SignInHint& hint) { m_identity->signIn(hint, {}, *m_regenerateDialog); });
    m_regenerateDialog->open();
}

void MainWindow::openHistory()
{
    if (!m_history) {
        m_history = new HistoryDialog(m_session, m_parts.clipboard, this);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void MainWindow::openWhoseKey()
{
    m_whoseKey = new WhoseKeyDialog(m_session, m_page->resources(), m_page->keys().ages().events(), this);
    m_whoseKey->setAttribute(Qt::WA_DeleteOnClose);
    m_whoseKey->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const QString reason = m_isClosing ? QString() : reasonToStayHere();
    if (!reason.isEmpty()) {
        event->ignore();
        askBeforeLeaving(*this, reason, tr("Quit anyway"), [this] {
            m_isClosing = true;
            close();
        });
        return;
    }
    m_memory.keep();
    m_parts.clipboard.clearNow(); // while the window has the focus; see there
    QMainWindow::closeEvent(event);
}

} // namespace CommKeys
