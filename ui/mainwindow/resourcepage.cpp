// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/resourcepage.h"

#include "azure/portaladdress.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "keys/keyspanel.h"
#include "mainwindow/inventorycontroller.h"
#include "mainwindow/keyagewatch.h"
#include "mainwindow/listingfailures.h"
#include "mainwindow/listingprogress.h"
#include "regenerate/leftopenregenerations.h"
#include "resourcelist/resourcefiltermodel.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistpane.h"
#include "resourcelist/resourcelistview.h"
#include "signin/signinerror.h"

#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int nameLetters = 24; ///< of a tenant, on a button

} // namespace

ResourcePage::ResourcePage(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_resources(new ResourceListModel(this))
    , m_inventory(new InventoryController(*m_resources, this))
    , m_keychainMessage(new MessageBar(clipboard, this))
    , m_signInMessage(new MessageBar(clipboard, this))
    , m_leftOpenMessage(new MessageBar(clipboard, this))
    , m_leftOpen(new LeftOpenRegenerations(*m_leftOpenMessage, this))
    , m_ageMessage(new MessageBar(clipboard, this))
    , m_messages(new MessageBar(clipboard, this))
    , m_progress(new ListingProgress(this))
    , m_list(new ResourceListPane(*m_resources, this))
    , m_keys(new KeysPanel(clipboard, this))
    , m_keyAges(new KeyAgeWatch(m_keys->ages(), *m_resources, this))
    , m_splitter(new QSplitter(this))
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_keys);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_leftOpenMessage);
    layout->addWidget(m_keychainMessage);
    layout->addWidget(m_signInMessage);
    layout->addWidget(m_ageMessage);
    layout->addWidget(m_messages);
    layout->addWidget(m_progress);
    layout->addWidget(m_splitter, 1);

    connectListing();
    connect(m_list, &ResourceListPane::refreshRequested, this, &ResourcePage::refresh);
    connect(m_list, &ResourceListPane::clearFilterRequested, this, &ResourcePage::clearFilterRequested);
    connect(m_keys, &KeysPanel::problem, this, &ResourcePage::showProblem);
    connect(m_keys, &KeysPanel::corrected, this,
            [this](const QString& text) { m_messages->show(MessageBar::Level::Warning, text); });
    connect(
        m_keys, &KeysPanel::resourceGone, this,
        [this](const ResourceId& resource) {
            if (!m_keys->holdsUnkeptKeys()) { // the panel goes with the row, and so would they
                m_inventory->markGone(resource);
            }
        },
        Qt::QueuedConnection); // the panel lets go of what is calling
    connect(m_keys, &KeysPanel::signInRequested, this,
            [this](const SignInHint& hint) { emit signInRequested(hint, {}); });
    connect(m_leftOpen, &LeftOpenRegenerations::signInRequested, this,
            [this](const SignInHint& hint) { emit signInRequested(hint, {}); });
    connect(&list(), &ResourceListView::opened, m_keys, &KeysPanel::fetchKeys);
    connect(&list(), &ResourceListView::currentResourceChanged, this,
            [this](const std::optional<CommunicationService>& resource) {
                m_keys->showResource(resource);
                emit resourceChosen(resource.has_value());
            });
}

ResourcePage::~ResourcePage() = default;

void ResourcePage::setSession(const std::shared_ptr<Session>& session)
{
    m_messages->dismiss();
    m_keychainMessage->dismiss();
    m_signInMessage->dismiss();
    m_ageMessage->hide(); // not dismissed: no person has closed it
    m_hasListed = false;
    m_signedInTo.clear();
    m_tenants.clear();
    m_keys->setSession(nullptr);
    m_keyAges->setSession(nullptr);
    m_leftOpen->setSession(nullptr);
    m_session = session;
    m_inventory->setSession(session);
    m_keys->setSession(session);
    m_keyAges->setSession(session);
    m_leftOpen->setSession(session);
    refresh();
}

void ResourcePage::applySettings(const Settings& settings, const SettingsPolicy& policy)
{
    m_settings = settings;
    m_mayExclude = !policy.pinned.contains(SettingKey::ExcludedTenants);
    m_keys->applySettings(settings);
    m_keyAges->applySettings(settings);
    m_inventory->setExcludedTenants(settings.excludedTenants);
}

void ResourcePage::refresh()
{
    m_inventory->refresh(m_list->filter().subscription());
}

void ResourcePage::listAfterSignIn(const TenantId& tenant)
{
    m_signedInTo.insert(tenant);
    refresh();
}

void ResourcePage::setFolder(const QString& folder)
{
    m_inventory->setFolder(folder);
}

void ResourcePage::forgetResources()
{
    m_inventory->forget();
}

void ResourcePage::takeFocus()
{
    m_list->takeFocus();
}

void ResourcePage::showOldestKeys()
{
    emit clearFilterRequested();
    list().showOldestKeysFirst();
    takeFocus();
}

void ResourcePage::showKeychainWarning(const QString& text)
{
    if (text.isEmpty()) {
        m_keychainMessage->dismiss();
        return;
    }
    m_keychainMessage->show(MessageBar::Level::Warning, text);
    m_keychainMessage->addAction(tr("Try again"), this, [this] { emit keychainProbeRequested(); });
}

void ResourcePage::showNotKept(const Error& error)
{
    m_signInMessage->show(MessageBar::Level::Warning,
                          tr("You are signed in, but the keychain did not take it: you will have to sign in again "
                             "after closing CommKeys."),
                          error);
    m_signInMessage->addAction(tr("Try again"), this, [this] { emit keepAgainRequested(); });
}

void ResourcePage::dismissNotKept()
{
    m_signInMessage->dismiss();
}

ResourceListView& ResourcePage::list() const
{
    return m_list->view();
}

ResourceFilterModel& ResourcePage::filter() const
{
    return m_list->filter();
}

int ResourcePage::resourceCount() const
{
    return m_resources->rowCount();
}

QList<CommunicationService> ResourcePage::resources() const
{
    return m_resources->resources();
}

QUrl ResourcePage::portalAddress() const
{
    const std::optional<CommunicationService> chosen = list().currentResource();
    return m_session && chosen ? CommKeys::portalAddress(m_session->cloud(), chosen->tenant, chosen->id) : QUrl();
}

QByteArray ResourcePage::splitterState() const
{
    return m_splitter->saveState();
}

void ResourcePage::restoreSplitterState(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

void ResourcePage::connectListing()
{
    connect(m_inventory, &InventoryController::started, this, [this] {
        m_keyAges->stop();
        m_messages->dismiss();
        m_progress->begin();
        m_list->setListing(true);
        showKeysPanel();
    });
    connect(m_inventory, &InventoryController::scopesFound, this,
            [this](const QList<Tenant>& tenants, const QList<Subscription>& subscriptions) {
                // A listing that is repeated knows less than the one before until it has ended.
                if (!m_hasListed) {
                    emit scopesFound(tenants, subscriptions);
                }
            });
    connect(m_resources, &QAbstractItemModel::rowsInserted, this, &ResourcePage::showKeysPanel);
    connect(m_inventory, &InventoryController::progressed, m_progress, &ListingProgress::setProgress);
    connect(m_inventory, &InventoryController::waitingToRetry, this, &ResourcePage::waitingToRetry);
    connect(m_inventory, &InventoryController::ended, this, [this] {
        m_progress->end();
        m_list->setListing(false);
        showKeysPanel();
        emit waitEnded();
    });
    connect(m_inventory, &InventoryController::listed, this, [this](const Inventory& inventory) {
        m_hasListed = true;
        emit scopesFound(inventory.tenants, inventory.subscriptions);
        m_tenants = inventory.tenants + inventory.excluded;
        m_list->setHasExcluded(!inventory.excluded.isEmpty());
        emit excludedFound(static_cast<int>(inventory.excluded.size()));
        emit listed(inventory);
        showFailures(inventory);
        m_leftOpen->look();
        m_keyAges->look();
    });
    connect(m_inventory, &InventoryController::earlierShown, this, [this](const QDateTime& asOfUtc) {
        emit earlierShown(m_resources->rowCount(), m_resources->subscriptionCount(), asOfUtc);
    });
    connect(m_inventory, &InventoryController::failed, this, &ResourcePage::listingFailed);
    connect(m_inventory, &InventoryController::offline, this, &ResourcePage::showOffline);
    connect(m_inventory, &InventoryController::cancelled, this, &ResourcePage::listingCancelled);
    connect(m_progress, &ListingProgress::cancelRequested, m_inventory, &InventoryController::cancel);
}

// Where there is no resource, there is none to select.
void ResourcePage::showKeysPanel()
{
    m_keys->setVisible(m_resources->rowCount() > 0);
}

void ResourcePage::showProblem(const Error& error)
{
    m_messages->showError(error);
    if (canOfferSignIn(error)) {
        offerSignIn(*m_messages, error, identity(), this,
                    [this](const SignInHint& hint) { emit signInRequested(hint, {}); });
    } else {
        offerCommand(*m_messages, error);
        offerNewStart(error);
    }
}

bool ResourcePage::canOfferSignIn(const Error& error) const
{
    return helpsToSignIn(error, identity()) && !m_signedInTo.contains(error.signIn->tenant);
}

void ResourcePage::offerNewStart(const Error& error)
{
    if (error.kind == ErrorKind::NotSignedIn) {
        m_messages->addAction(tr("Sign in again"), this, [this] { emit newStartRequested(); });
    }
}

Identity* ResourcePage::identity() const
{
    return m_session ? m_session->identity() : nullptr;
}

void ResourcePage::offerTenant(const QString& name, const SignInHint& hint)
{
    //: %1: the name of a tenant, which is a directory of Microsoft Entra ID
    m_messages->addAction(tr("Sign in to %1…").arg(shownOnButton(name)), this,
                          [this, name, hint] { emit signInRequested(hint, name); });
}

void ResourcePage::offerToExclude(const QList<Tenant>& tenants)
{
    if (tenants.isEmpty() || !m_mayExclude) {
        return;
    }
    //: %n: how many tenants, which are directories of Microsoft Entra ID
    QString text = tr("Exclude %n tenants", nullptr, static_cast<int>(tenants.size()));
    if (tenants.size() == 1) {
        //: %1: the name of a tenant, which is a directory of Microsoft Entra ID
        text = tr("Exclude %1").arg(shownOnButton(tenants.constFirst().displayName));
    }
    m_messages->addAction(text, this, [this, tenants] { exclude(tenants); });
}

void ResourcePage::exclude(const QList<Tenant>& tenants)
{
    Settings settings = m_settings;
    for (const Tenant& tenant : tenants) {
        if (!settings.excludedTenants.contains(tenant.id)) {
            settings.excludedTenants.append(tenant.id);
        }
    }
    emit settingsChosen(settings);
}

QString ResourcePage::shownOnButton(const QString& name) const
{
    // Three buttons stand beside each other, and the window has to hold them. An "&" would be a mnemonic.
    return withoutMnemonics(
        fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * nameLetters));
}

void ResourcePage::showFailures(const Inventory& inventory)
{
    m_signedInTo = refusedTenants(inventory).intersect(m_signedInTo);
    if (inventory.failures.isEmpty()) {
        return;
    }
    const Error told = describeFailures(inventory, m_signedInTo);
    const QList<TenantToSignIn> tenants =
        identity() == nullptr ? QList<TenantToSignIn>() : tenantsToSignIn(inventory, m_signedInTo);
    m_messages->showError(told);
    for (const TenantToSignIn& tenant : tenants) {
        offerTenant(tenant.name, tenant.hint);
    }
    if (tenants.isEmpty()) {
        offerCommand(*m_messages, told);
    }
    if (identity() == nullptr) {
        offerNewStart(told);
    }
    offerToExclude(tenantsToExclude(inventory, m_signedInTo));
    m_list->setFailed(m_resources->rowCount() == 0);
    m_messages->addAction(tr("Try again"), this, [this] { refresh(); });
}

void ResourcePage::listingFailed(const Error& error)
{
    m_list->setFailed(true);
    showProblem(error);
    m_messages->addAction(tr("Try again"), this, [this] { refresh(); });
}

void ResourcePage::showOffline(const Error& error, const QDateTime& asOfUtc)
{
    m_messages->show(
        MessageBar::Level::Warning,
        //: %1: a date and a time
        tr("Azure cannot be reached. The list is as of %1; what your keychain holds of these resources can "
           "be read and copied.")
            .arg(QLocale().toString(asOfUtc.toLocalTime(), QLocale::ShortFormat)),
        error);
    m_messages->addAction(tr("Try again"), this, [this] { refresh(); });
}

void ResourcePage::listingCancelled()
{
    m_messages->show(MessageBar::Level::Info,
                     tr("The listing was cancelled: there may be resources that are not in the list."));
    m_messages->addAction(tr("Refresh"), this, [this] { refresh(); });
}

} // namespace CommKeys
