// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/mainwindow.h"

#include "common/icons.h"
#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "keys/copykey.h"
#include "keys/keyspanel.h"
#include "mainwindow/aboutbox.h"
#include "mainwindow/accountbutton.h"
#include "mainwindow/closequestion.h"
#include "mainwindow/filterbar.h"
#include "mainwindow/keychainwatch.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/resourcepage.h"
#include "mainwindow/statusline.h"
#include "regenerate/regeneratedialog.h"
#include "resourcelist/resourcelistview.h"
#include "settings/settingsdialog.h"
#include "signin/firststartpage.h"
#include "signin/sessionstarter.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Room for the list with its columns and for the keys beside it; smaller screens get what they have.
constexpr int defaultLetters = 170;
constexpr int defaultLines = 42;

// Text on the palette's highlight colour: it is seen in light and dark, and read out as text.
QLabel* makeDemoBadge(QWidget* parent)
{
    auto* badge = new QLabel(MainWindow::tr("Demo"), parent);
    badge->setAutoFillBackground(true);
    badge->setBackgroundRole(QPalette::Highlight);
    badge->setForegroundRole(QPalette::HighlightedText);
    badge->setAlignment(Qt::AlignCenter);
    badge->setMargin(badge->fontMetrics().height() / 4);
    badge->setToolTip(MainWindow::tr("This is a made-up Azure inside the program: nothing here is real."));
    QFont bold = badge->font();
    bold.setBold(true);
    badge->setFont(bold);
    return badge;
}

} // namespace

MainWindow::MainWindow(const Parts& parts)
    : m_parts(parts)
    , m_actions(new MainWindowActions(this))
    , m_starter(new SessionStarter(parts.opener, this))
    , m_keychain(new KeychainWatch(this))
    , m_status(new StatusLine(*statusBar(), parts.clock))
    , m_pages(new QStackedWidget(this))
    , m_firstStart(new FirstStartPage(parts.clipboard, m_pages))
    , m_page(new ResourcePage(parts.clipboard, m_pages))
    , m_toolBar(addToolBar(tr("Tool bar")))
{
    m_pages->addWidget(m_firstStart);
    m_pages->addWidget(m_page);
    setCentralWidget(m_pages);
    m_actions->fillMenus(*menuBar(), m_page->list().columnActions());
    setUpToolBar();
    connectActions();
    connectListActions();
    connectFirstStart();
    connectPage();
    connectStatus();
    connect(&parts.settings, &SettingsStore::changed, this, &MainWindow::applySettings);
    applySettings(parts.settings.settings());
    dropSession();
    restoreState();
}

MainWindow::~MainWindow()
{
    dropSession();
}

void MainWindow::setUpToolBar()
{
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu); // it would offer to hide the only tool bar
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int iconPoints = std::max(style()->pixelMetric(QStyle::PM_SmallIconSize), fontMetrics().height());
    m_toolBar->setIconSize(QSize(iconPoints, iconPoints));
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_toolBar->setContentsMargins(margin / 2, margin / 2, margin / 2, 0);
    m_toolBar->layout()->setSpacing(style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing));
    m_toolBar->addAction(m_actions->refresh);
    m_toolBar->widgetForAction(m_actions->refresh)->setFocusPolicy(Qt::StrongFocus);
    // Made here, one after the other: the Tab key goes through widgets in the order in which they were made.
    m_filter = new FilterBar(m_page->filter(), m_toolBar);
    m_account = new AccountButton(m_toolBar);
    m_toolBar->addWidget(m_filter);
    m_demoMark = m_toolBar->addWidget(makeDemoBadge(m_toolBar));
    m_toolBar->addWidget(m_account);
}

void MainWindow::connectActions()
{
    connect(m_actions->refresh, &QAction::triggered, m_page, &ResourcePage::refresh);
    connect(m_actions->signOut, &QAction::triggered, this, &MainWindow::signOut);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->filter, &QAction::triggered, m_filter, &FilterBar::focusText);
    connect(m_actions->clearFilter, &QAction::triggered, m_filter, &FilterBar::clear);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_actions->about, &QAction::triggered, this, [this] { openAboutBox(*this); });
    connect(m_account, &AccountButton::signOutRequested, this, &MainWindow::signOut);
    connect(m_account, &AccountButton::demoRequested, this, &MainWindow::openDemo);
    connect(m_account, &AccountButton::azureCliRequested, this, &MainWindow::openAzureCli);
}

void MainWindow::connectListActions()
{
    ResourceListView& list = m_page->list();
    list.addActions(m_actions->resourceActions());
    connect(m_actions->getKeys, &QAction::triggered, &m_page->keys(), &KeysPanel::fetchKeys);
    connect(m_actions->copyConnectionString, &QAction::triggered, &m_page->keys(),
            [this] { m_page->keys().copyConnectionString(KeyType::Primary); });
    connect(m_actions->copyEndpoint, &QAction::triggered, this, &MainWindow::copyEndpoint);
    connect(m_actions->copyResourceId, &QAction::triggered, this, &MainWindow::copyResourceId);
    connect(m_actions->regenerate, &QAction::triggered, this, [this, &list] {
        if (const std::optional<CommunicationService> resource = list.currentResource()) {
            openRegenerateDialog(*resource, KeyType::Primary);
        }
    });
}

void MainWindow::connectFirstStart()
{
    connect(m_firstStart, &FirstStartPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_firstStart, &FirstStartPage::azureCliRequested, this, &MainWindow::openAzureCli);
    connect(m_firstStart, &FirstStartPage::settingsRequested, this, &MainWindow::openSettings);
    connect(m_firstStart, &FirstStartPage::cancelRequested, this, [this] {
        m_starter->cancel();
        m_firstStart->showChoices();
    });
    connect(m_starter, &SessionStarter::opened, this, &MainWindow::showSession);
    connect(m_starter, &SessionStarter::failed, m_firstStart, &FirstStartPage::showError);
    connect(m_starter, &SessionStarter::waitingToRetry, m_firstStart, &FirstStartPage::showRetry);
}

void MainWindow::connectPage()
{
    connect(m_page, &ResourcePage::scopesFound, m_filter, &FilterBar::setScopes);
    connect(m_page, &ResourcePage::clearFilterRequested, m_filter, &FilterBar::clear);
    connect(m_page, &ResourcePage::resourceChosen, this, &MainWindow::showAvailability);
    connect(m_page, &ResourcePage::signInRequested, this, &MainWindow::signOut);
    connect(m_page, &ResourcePage::keychainProbeRequested, m_keychain, &KeychainWatch::probe);
    connect(m_keychain, &KeychainWatch::changed, this, [this](const QString& summary, const QString& warning) {
        m_status->showKeychain(summary);
        m_page->showKeychainWarning(warning);
    });
    connect(&m_page->keys(), &KeysPanel::regenerateRequested, this, &MainWindow::openRegenerateDialog);
}

void MainWindow::connectStatus()
{
    connect(m_page, &ResourcePage::listed, this, &MainWindow::showListed);
    connect(m_page, &ResourcePage::waitingToRetry, m_status, &StatusLine::showWait);
    connect(m_page, &ResourcePage::waitEnded, m_status, &StatusLine::clearWait);
    connect(&m_parts.clipboard, &SecretClipboard::countdown, m_status, &StatusLine::showClipboard);
    connect(&m_parts.clipboard, &SecretClipboard::cleared, m_status, &StatusLine::clearClipboard);
}

void MainWindow::applySettings(const Settings& settings)
{
    m_parts.clipboard.setClearsAfter(settings.clipboardClearsAfter);
    m_firstStart->applySettings(settings);
    m_page->applySettings(settings);
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_parts.settings.settings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::chosen, this, &MainWindow::saveSettings);
    dialog->open();
}

void MainWindow::saveSettings(const Settings& settings)
{
    if (!m_parts.settings.save(settings)) {
        MessageBar& messages = m_session ? m_page->messages() : m_firstStart->messages();
        messages.show(MessageBar::Level::Warning,
                      tr("The settings could not be written; they hold until CommKeys is closed."));
    }
}

void MainWindow::openDemo()
{
    leaveSession(tr("Switch anyway"), [this] {
        dropSession();
        m_firstStart->showWaiting(tr("Opening the demo…"));
        m_starter->startDemo();
    });
}

void MainWindow::openAzureCli()
{
    leaveSession(tr("Switch anyway"), [this] {
        dropSession();
        m_firstStart->showWaiting(tr("Signing in with the Azure CLI…"));
        m_starter->startAzureCli(m_parts.settings.settings());
    });
}

void MainWindow::signOut()
{
    leaveSession(tr("Sign out anyway"), [this] { dropSession(); });
}

void MainWindow::showSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_account->showSession(*session);
    m_demoMark->setVisible(session->isDemo());
    //: Window title. %1: the program's name
    setWindowTitle(session->isDemo() ? tr("%1 – Demo").arg(QCoreApplication::applicationName())
                                     : QCoreApplication::applicationName());
    m_toolBar->show();
    m_pages->setCurrentWidget(m_page);
    m_page->setSession(session);
    m_keychain->setSession(session);
    connect(&session->rotations(), &RotationDesk::ended, m_keychain,
            [this](const CommunicationService&, const RotationOutcome& outcome) {
                if (outcome.end == RotationEnd::NotKept) {
                    m_keychain->probe();
                }
            });
    m_page->takeFocus();
    showAvailability();
}

void MainWindow::dropSession()
{
    delete m_regenerateDialog;
    m_starter->cancel();
    m_keychain->setSession(nullptr);
    m_page->setSession(nullptr);
    m_session.reset();
    m_filter->setScopes({}, {});
    m_status->clearCounts();
    m_toolBar->hide();
    m_firstStart->showChoices();
    m_pages->setCurrentWidget(m_firstStart);
    setWindowTitle(QCoreApplication::applicationName());
    showAvailability();
}

void MainWindow::showListed(const Inventory& inventory)
{
    const auto failed =
        std::count_if(inventory.failures.begin(), inventory.failures.end(), [](const ListingFailure& failure) {
            return failure.scope == ListingFailure::Scope::Subscription;
        });
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
    const QString reason = reasonToStayHere();
    if (reason.isEmpty()) {
        leave();
    } else {
        askBeforeLeaving(*this, reason, leaveText, std::move(leave));
    }
}

void MainWindow::openRegenerateDialog(const CommunicationService& resource, KeyType type)
{
    if (m_regenerateDialog) {
        m_regenerateDialog->raise();
        return;
    }
    m_regenerateDialog = new RegenerateDialog(m_session, resource, type, m_parts.clipboard, this);
    m_regenerateDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_regenerateDialog, &RegenerateDialog::keysChanged, &m_page->keys(), &KeysPanel::readAgain);
    m_regenerateDialog->open();
}

void MainWindow::copyEndpoint()
{
    const std::optional<CommunicationService> resource = m_page->list().currentResource();
    if (resource && !resource->hostName.isEmpty()) {
        m_parts.clipboard.copyPlain(endpointAt(resource->hostName));
    }
}

void MainWindow::copyResourceId()
{
    if (const std::optional<CommunicationService> resource = m_page->list().currentResource()) {
        m_parts.clipboard.copyPlain(resource->id.toString());
    }
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
    keepState();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreState()
{
    const WindowState state = WindowStateFile(m_parts.stateFile).read();
    if (!restoreGeometry(state.geometry)) {
        const QFontMetrics metrics = fontMetrics();
        resize(QSize(metrics.averageCharWidth() * defaultLetters, metrics.height() * defaultLines)
                   .boundedTo(screen()->availableSize()));
    }
    m_page->restoreSplitterState(state.splitter);
    m_page->list().restoreColumnState(state.columns);
    m_page->list().choose(state.chosen);
    m_filter->setText(state.filter);
}

void MainWindow::keepState() const
{
    WindowState state;
    state.geometry = saveGeometry();
    state.splitter = m_page->splitterState();
    state.columns = m_page->list().columnState();
    state.filter = m_filter->text();
    state.chosen = m_page->list().chosen();
    WindowStateFile(m_parts.stateFile).write(state);
}

} // namespace CommKeys
