// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"

#include <QObject>
#include <QPointer>

namespace CommKeys {

class KeyAges;
class ResourceKeys;
class SecretClipboard;
struct KeyStanding;

/// What can be copied of a key and its resource.
enum class CopyAs {
    ConnectionString,
    Key,
    Endpoint,
    DotEnv,
    AppSettings,
    KubernetesSecret,
    AzureCliList,
    AzureCliRegenerate,
    PowerShellList,
    PowerShellRegenerate,
    RestList,
    RestRegenerate,
};

/// Copies the keys of the resource that is looked at, in every form there is. What has a key in it goes through the
/// clipboard as a secret and is named in the status bar; endpoint and calls hold none and stay there.
class KeyCopier final : public QObject
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    KeyCopier(SecretClipboard& clipboard, QObject* parent);
    ~KeyCopier() override;

    /// Null: nothing is looked at. @p ages knows what is recorded against a key, and outlives this.
    void setKeys(const ResourceKeys* keys, const KeyAges* ages);

    /// True when all that goes into it is known. A key of a deleted resource with the same name can't be copied.
    [[nodiscard]] bool canCopy(CommKeys::KeyType type, CommKeys::CopyAs as) const;
    /// Nothing where canCopy() is false.
    void copy(CommKeys::KeyType type, CommKeys::CopyAs as);

signals:
    /// What was copied contains a key that was replaced, or may have been.
    void copiedReplaced(CommKeys::KeyType type, const CommKeys::KeyStanding& standing);

private:
    [[nodiscard]] KeyStanding standing(KeyType type) const;
    void copyFormat(KeyType type, CopyAs as);
    [[nodiscard]] QString callFor(KeyType type, CopyAs as) const;

    SecretClipboard& m_clipboard;
    QPointer<const ResourceKeys> m_keys;
    const KeyAges* m_ages = nullptr;
};

} // namespace CommKeys
