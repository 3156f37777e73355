// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/keytype.h"
#include "rotation/keystanding.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QWidget>

namespace CommKeys {

class KeyAges;
class MessageBar;
class ResourceKeys;
class RotationDesk;
class SecretClipboard;
class SecretStore;

/// First page of RegenerateDialog: which of the two keys, what that breaks, and the connection string to move to
/// first; while the keychain isn't ready, also what a regeneration would do with the new key. **Cancel** is the default
/// button; the other one must be enabled by a tick and is never reached by Return.
class ChooseKeyPage : public QWidget
{
    Q_OBJECT

public:
    /// @p keys, @p secrets and @p clipboard outlive this.
    ChooseKeyPage(ResourceKeys& keys, SecretStore& secrets, KeyType preselected, SecretClipboard& clipboard,
                  QWidget* parent);

    /// The key that is picked.
    [[nodiscard]] KeyType keyType() const { return m_primary->isChecked() ? KeyType::Primary : KeyType::Secondary; }

    void showProblem(const Error& error);
    /// The resource has the lock of another computer, as @p error says; unlocked() once the person has removed it. @p
    /// desk outlives this.
    void showLocked(const Error& error, RotationDesk& desk);

    /// Says beside each key when it was last regenerated, too. @p ages outlives this.
    void tellAges(const KeyAges& ages);

signals:
    void confirmed(CommKeys::KeyType type);
    void cancelled();
    void unlocked();
    /// Signing in helps with what could not be fetched.
    void signInRequested(const CommKeys::SignInHint& hint);

private:
    [[nodiscard]] QWidget* makeChoice();
    [[nodiscard]] QWidget* makeWarning();
    [[nodiscard]] QWidget* makeKeychainNotice();
    [[nodiscard]] QWidget* makeWayOut();
    [[nodiscard]] QWidget* makeButtons();
    void showChoice();
    void showKeys();
    void showWayOut();
    void showKeychain();
    [[nodiscard]] QString keychainNotice() const;
    /// What is known of the connection string that applications are to be moved to.
    enum class WayOut {
        Missing,  ///< it isn't stored, and has to be fetched
        Replaced, ///< the stored one was replaced, or may have been: it isn't offered
        Old,      ///< it was stored a day ago or longer: it is fetched before it is copied
        Current,
    };
    [[nodiscard]] WayOut wayOut() const;
    [[nodiscard]] KeyStanding standing(KeyType type) const;
    void copyOther();
    void copyFetched();
    void offerStored(const Error& reason);
    void copyStored(KeyType type);
    [[nodiscard]] QString ageOf(KeyType type) const;
    [[nodiscard]] QString keptText(KeyType type) const;

    ResourceKeys& m_keys;
    SecretStore& m_secrets;
    SecretClipboard& m_clipboard;
    bool m_copiesWhenFetched = false;
    const KeyAges* m_ages = nullptr;
    MessageBar* m_message;
    QRadioButton* m_primary;
    QRadioButton* m_secondary;
    QLabel* m_primaryAge;
    QLabel* m_secondaryAge;
    QLabel* m_warning;
    QWidget* m_keychainBox;
    QLabel* m_keychain;
    QLabel* m_wayOut;
    QPushButton* m_copyOther;
    QLabel* m_otherHint;
    QPushButton* m_fetch;
    QCheckBox* m_moved;
    QPushButton* m_cancel;
    QPushButton* m_regenerate;
};

} // namespace CommKeys
