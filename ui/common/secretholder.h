// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;

namespace CommKeys {

/// A widget that shows secrets or has them ready to be copied.
///
/// MainWindow::forgetSecrets() finds every one among its descendants, dialogs included, so a new view takes part by
/// inheriting this. ResourceKeys and SecretField are found there by themselves; this is for what a view does besides.
class SecretHolder
{
public:
    virtual ~SecretHolder() = default;

    /// Drops every secret that can be read again, from the keychain or from Azure; disables what copied it. A key that
    /// exists only in memory stays. @p why is a sentence for the person who comes back.
    virtual void forgetKeys(const QString& why) = 0;

protected:
    SecretHolder() = default;
    SecretHolder(const SecretHolder&) = default;
    SecretHolder& operator=(const SecretHolder&) = default;
};

} // namespace CommKeys
