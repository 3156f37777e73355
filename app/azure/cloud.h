// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace CommKeys {

/// One Azure: where its Resource Manager is, where one signs in, and for whom tokens are made.
/// Public clouds come from publicclouds.h, every other from its own metadata (cloudmetadata.h).
struct Cloud
{
    QString name;             ///< "AzureCloud", "AzureUSGovernment", "AzureChinaCloud", or what the metadata says
    QUrl armEndpoint;         ///< without a path
    QUrl loginEndpoint;       ///< without a tenant
    QStringList loginAliases; ///< other hosts that are the same sign-in service
    QString audience;         ///< the resource for which ARM's tokens are made, as written
    QUrl portal;              ///< may be empty
    QString keyVaultSuffix;   ///< "vault.azure.net"; may be empty
    bool isPublic = false;    ///< one of Microsoft's, from the built-in table

    bool operator==(const Cloud&) const = default;
};

} // namespace CommKeys
