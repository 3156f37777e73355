// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "demo/simulatedentraerror.h"

#include <optional>

namespace CommKeys {

/// The `scope` parameter: words of OpenID Connect, and permissions of resources such as
/// "https://management.azure.com/.default". What stands before the last slash is the resource, so that of
/// "https://management.azure.com//.default" ends in a slash, and so does the audience of the token.
class SimulatedScopes
{
public:
    [[nodiscard]] static SimulatedScopes parse(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_permissions.isEmpty(); }
    /// True for a word of OpenID Connect that was asked for: "openid", "offline_access".
    [[nodiscard]] bool has(const QString& word) const { return m_words.contains(word); }
    /// Each once, in the order in which they were named.
    [[nodiscard]] QStringList resources() const;
    /// Whom a token of these scopes is for: the first resource, or Microsoft Graph when none is named.
    [[nodiscard]] QString audience() const;
    /// As the answer lists them: `user_impersonation`, then `.default`, whatever was asked for first.
    [[nodiscard]] QString granted() const;

    /// What is wrong with them for a client of @p cloud: a resource that is neither its Resource Manager nor Azure Key
    /// Vault (AADSTS500011), an unknown permission, or `.default` together with another one (AADSTS70011). The
    /// directory of personal accounts gives a token for neither of the two (AADSTS70011).
    [[nodiscard]] std::optional<SimulatedEntraError> problem(const SimulatedCloud& cloud, const QString& tenant) const;

private:
    struct Permission
    {
        QString resource;
        QString name;
    };
    [[nodiscard]] bool asksFor(const QString& resource, const QString& name) const;

    QStringList m_words;
    QList<Permission> m_permissions;
};

} // namespace CommKeys
