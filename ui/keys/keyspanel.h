// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "common/secretholder.h"
#include "keys/resourcekeys.h"
#include "settings/settings.h"

#include <QLabel>
#include <QWidget>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace CommKeys {

class KeyAges;
class KeyCard;
class KeyCopier;
class MessageBar;
class ResourceHeading;
class SecretClipboard;
struct KeyStanding;

/// The right half of the window: the resource that is selected, and its two keys.
///
/// Showing a resource reads the keychain and nothing else. **Get keys from Azure** asks the service, which is written
/// to the customer's Activity Log, and keeps the answer. A key that the keychain did not take is shown and can be
/// copied all the same; the session's KeptKeysStore holds it, also while other resources are shown.
class KeysPanel : public QWidget, public SecretHolder
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    KeysPanel(SecretClipboard& clipboard, QWidget* parent);

    /// Shows nothing until showResource(). Null: there is no session.
    void setSession(const std::shared_ptr<Session>& session);
    /// None: nothing is selected. The same resource again (a refreshed list) renews the heading and keeps the keys.
    void showResource(const std::optional<CommunicationService>& resource);
    void applySettings(const Settings& settings);

    /// As **Get keys from Azure** does. Without a resource, and while keys are on their way: nothing.
    void fetchKeys();

    /// Copies what is shown here.
    [[nodiscard]] KeyCopier& copier() const { return *m_copier; }
    /// How old the keys are, for other screens too.
    [[nodiscard]] KeyAges& ages() const { return *m_ages; }

    /// Hides the keys that are shown and lets go of all that can be had again; see ResourceKeys::forget(). Says @p why,
    /// with a button that reads the keychain anew, where that leaves none.
    void forgetKeys(const QString& why) override;

    /// The keychain entry has changed elsewhere: reads it anew if this resource is the one shown. For
    /// RegenerateDialog::keysChanged().
    void readAgain(const CommKeys::ResourceId& resource);

    /// True when there is a key, shown or not, that is only in memory: ask before quitting.
    [[nodiscard]] bool holdsUnkeptKeys() const;

    /// Wide enough for every button, so that nothing has to be scrolled sideways; its height scrolls.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Azure said that the resource doesn't exist.
    void resourceGone(const CommKeys::ResourceId& resource);
    void regenerateRequested(const CommKeys::CommunicationService& resource, CommKeys::KeyType type);
    /// Azure could not be asked for keys; or a regeneration of a resource that is not shown has left something to do.
    /// What concerns the keychain entry of the resource that is shown stands in the panel itself.
    void problem(const CommKeys::Error& error);
    /// What was said of a regeneration is not so: its new key came to light later.
    void corrected(const QString& text);
    /// Signing in helps with what stands in the panel itself.
    void signInRequested(const CommKeys::SignInHint& hint);

private:
    void showTexts();
    [[nodiscard]] QWidget* makeEmptyPage();
    [[nodiscard]] QWidget* makeResourcePage();
    [[nodiscard]] QWidget* makeFetchRow(QWidget* page);
    void connectCard(KeyCard& card);
    [[nodiscard]] bool isShown(const ResourceId& resource) const;
    void leaveResource();
    void listenTo(ResourceKeys& keys);
    void showKeys();
    void showCards();
    void showAges();
    void showWaiting(std::chrono::milliseconds wait, const Error& reason);
    void fetchFailed(const Error& error);
    void keepFailed(const Error& error);
    void showOlder(const QList<KeyType>& types, std::optional<std::chrono::milliseconds> nextTry);
    void warnOfCopied(KeyType type, const KeyStanding& standing);
    void showUnclear(const Error& error);
    void rotationStarted(RotationJob* job);
    void rotationEnded(const CommunicationService& resource, const RotationOutcome& outcome);

    SecretClipboard& m_clipboard;
    KeyCopier* m_copier;
    std::shared_ptr<Session> m_session;
    ResourceKeys* m_keys = nullptr; ///< of the resource shown; child of this
    KeyAges* m_ages;
    QStackedWidget* m_pages;
    QScrollArea* m_scroll = nullptr;
    MessageBar* m_message = nullptr;
    ResourceHeading* m_heading = nullptr;
    std::array<KeyCard*, 2> m_cards{};
    QPushButton* m_fetch = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_fetchHint = nullptr;
    bool m_isOlderShown = false; ///< the message is about it
};

} // namespace CommKeys
