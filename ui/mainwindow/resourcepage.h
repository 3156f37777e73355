// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/inventory.h"
#include "session/session.h"
#include "settings/settingspolicy.h"

#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;

namespace CommKeys {

class InventoryController;
class KeyAgeWatch;
class KeysPanel;
class LeftOpenRegenerations;
class ListingProgress;
class MessageBar;
class ResourceFilterModel;
class ResourceListModel;
class ResourceListPane;
class ResourceListView;
class SecretClipboard;

/// What the window shows of a session: messages, the progress of a listing, the resources, and the keys of the one that
/// is chosen.
class ResourcePage final : public QWidget
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    ResourcePage(SecretClipboard& clipboard, QWidget* parent);
    ~ResourcePage() override;

    /// Shows a session from its beginning, with a listing under way; null: nothing.
    void setSession(const std::shared_ptr<Session>& session);
    void applySettings(const Settings& settings, const SettingsPolicy& policy);

    void refresh();
    /// Lists again after the person signed in to @p tenant. What is refused there all the same does not offer another
    /// sign-in, until the tenant has been listed once.
    void listAfterSignIn(const CommKeys::TenantId& tenant);
    /// See InventoryController::setFolder() and forget().
    void setFolder(const QString& folder);
    void forgetResources();
    /// Puts the keyboard into the list, now or as soon as there is one.
    void takeFocus();
    /// Shows all resources, the one with the oldest key first.
    void showOldestKeys();
    /// A warning that stays until it is taken back with an empty text; the person can have it looked at again.
    void showKeychainWarning(const QString& text);

    /// The person is signed in, but the keychain did not take it; stays until dismissNotKept().
    void showNotKept(const Error& error);
    void dismissNotKept();

    [[nodiscard]] MessageBar& messages() const { return *m_messages; }
    /// Where the reminder of old keys stands.
    [[nodiscard]] MessageBar& ageMessage() const { return *m_ageMessage; }
    [[nodiscard]] KeyAgeWatch& keyAges() const { return *m_keyAges; }
    [[nodiscard]] KeysPanel& keys() const { return *m_keys; }
    [[nodiscard]] ResourceListView& list() const;
    [[nodiscard]] ResourceFilterModel& filter() const;
    [[nodiscard]] int resourceCount() const;
    /// All that are listed, whatever the filter shows of them.
    [[nodiscard]] QList<CommunicationService> resources() const;

    /// Those that the last listing found, whether it asked them or not.
    [[nodiscard]] const QList<Tenant>& tenants() const { return m_tenants; }

    /// The page of the resource that is chosen in the cloud's portal; empty: none is chosen, or there is no portal.
    [[nodiscard]] QUrl portalAddress() const;

    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitterState(const QByteArray& state);

signals:
    void scopesFound(const QList<CommKeys::Tenant>& tenants, const QList<CommKeys::Subscription>& subscriptions);
    void listed(const CommKeys::Inventory& inventory);
    /// The list is that of last time; a listing goes on, or has failed.
    void earlierShown(int resources, int subscriptions, const QDateTime& asOfUtc);
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    /// Nothing is being waited for any more.
    void waitEnded();
    void resourceChosen(bool isChosen);
    void clearFilterRequested();
    void keychainProbeRequested();
    /// The credential is not accepted: the person has to sign in anew.
    void newStartRequested();
    /// The session's identity has to prove more. @p tenantName: to whom; empty where that is not known.
    void signInRequested(const CommKeys::SignInHint& hint, const QString& tenantName);
    /// Of a listing, before listed(): how many tenants it did not ask, since the settings exclude them.
    void excludedFound(int tenants);
    /// The person has chosen to exclude tenants: @p settings with that change.
    void settingsChosen(const CommKeys::Settings& settings);
    /// After showNotKept().
    void keepAgainRequested();

private:
    void connectListing();
    void showKeysPanel();
    void showProblem(const Error& error);
    [[nodiscard]] bool canOfferSignIn(const Error& error) const;
    void offerNewStart(const Error& error);
    [[nodiscard]] Identity* identity() const;
    [[nodiscard]] QString shownOnButton(const QString& name) const;
    void offerTenant(const QString& name, const SignInHint& hint);
    void offerToExclude(const QList<Tenant>& tenants);
    void exclude(const QList<Tenant>& tenants);
    void showFailures(const Inventory& inventory);
    void listingFailed(const Error& error);
    void showOffline(const Error& error, const QDateTime& asOfUtc);
    void listingCancelled();

    ResourceListModel* m_resources;
    InventoryController* m_inventory;
    std::shared_ptr<Session> m_session;
    MessageBar* m_keychainMessage;
    MessageBar* m_signInMessage;
    MessageBar* m_leftOpenMessage;
    LeftOpenRegenerations* m_leftOpen;
    MessageBar* m_ageMessage;
    MessageBar* m_messages;
    ListingProgress* m_progress;
    ResourceListPane* m_list;
    KeysPanel* m_keys;
    KeyAgeWatch* m_keyAges;
    QSplitter* m_splitter;
    bool m_hasListed = false;
    bool m_mayExclude = true; ///< an administrator has not said which tenants are listed
    Settings m_settings;
    QList<Tenant> m_tenants;
    QSet<TenantId> m_signedInTo; ///< since they were listed last
};

} // namespace CommKeys
