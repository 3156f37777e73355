// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "common/secretholder.h"
#include "core/keytype.h"
#include "rotation/rotationjob.h"
#include "session/session.h"

#include <QDialog>
#include <QPointer>

#include <memory>

class QMessageBox;
class QVBoxLayout;

namespace CommKeys {

class ChooseKeyPage;
class KeyAges;
class MessageBar;
class ResourceKeys;
class SecretClipboard;

/// Regenerates one access key of one resource: which key and whether its applications have been moved, then progress,
/// then what is known of the key. Attaches to the regeneration that already runs on the resource, if there is one.
///
/// Show it with open(). Closing it never ends a regeneration; the session's RotationDesk owns that. Closing it over a
/// new key that is only in memory asks first.
class RegenerateDialog : public QDialog, public SecretHolder
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    RegenerateDialog(const std::shared_ptr<Session>& session, const CommunicationService& resource, KeyType preselected,
                     SecretClipboard& clipboard, QWidget* parent);

    /// Says of each key when it was last regenerated, where it is to be chosen. @p ages outlives this.
    void tellAges(const KeyAges& ages);

    /// True while the new key that this shows is only in memory: ask before quitting.
    [[nodiscard]] bool holdsUnkeptKey() const;

    /// Says @p why above the page, with a button that reads the keychain again, where that dropped a key.
    void forgetKeys(const QString& why) override;

    void reject() override;

    bool event(QEvent* event) override;

signals:
    /// What the keychain holds of the resource is different now through this dialog: a new key kept at last, or keys
    /// fetched. For KeysPanel::readAgain().
    void keysChanged(const CommKeys::ResourceId& resource);
    /// Signing in, over this dialog, helps with what it tells.
    void signInRequested(const CommKeys::SignInHint& hint);

private:
    ChooseKeyPage& choose(KeyType preselected);
    void resumeWhatIsLeftOpen();
    void regenerate(KeyType type, ChooseKeyPage& page);
    void attachTo(RotationJob& job);
    void showResult(const RotationOutcome& outcome);
    void showPage(QWidget* page);
    void focusDefaultButton();
    /// As high as the page needs at a width of @p wide.
    void fitHeight(int wide);
    void askBeforeClosing();
    void showForgotten();

    std::shared_ptr<Session> m_session;
    const CommunicationService m_resource;
    SecretClipboard& m_clipboard;
    ResourceKeys* m_keys;
    const KeyAges* m_ages = nullptr;
    KeyType m_type;
    bool m_hasNewKey = false;
    QPointer<QWidget> m_page;
    QPointer<QMessageBox> m_question;
    QString m_whyForgotten;
    MessageBar* m_message; ///< above every page: why there are no keys
    QVBoxLayout* m_layout;
    int m_fittedHeight = 0;
};

} // namespace CommKeys
