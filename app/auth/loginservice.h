// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace CommKeys {

/// Where a cloud signs people in.
struct LoginService
{
    QUrl endpoint; ///< without a tenant: https://login.microsoftonline.com, https://adfs.example.net/adfs
    QString
        environment; ///< the name under which entries of MSAL's cache are filed: a host, with its port if it has one
    QStringList aliases;  ///< other names of the same service, under which other programs may have filed theirs
    bool isKnown = false; ///< one of Microsoft's public ones: its endpoints need no discovery

    bool operator==(const LoginService&) const = default;

    /// True for `environment` and every alias, in any casing.
    [[nodiscard]] bool answersTo(const QString& name) const
    {
        return environment.compare(name, Qt::CaseInsensitive) == 0 || aliases.contains(name, Qt::CaseInsensitive);
    }
};

} // namespace CommKeys
