// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QString>
#include <QStringList>

namespace CommKeys {

/// True for text that consists of what an address, a GUID and a domain are made of, and doesn't look like an option: it
/// passes through any shell unchanged. On Windows az is az.cmd, so arguments do pass through one.
[[nodiscard]] bool isPlainAzureCliArgument(const QString& text);

/// The arguments of the command that prints a token. @p tenant may be empty: the account's own.
[[nodiscard]] QStringList azureCliTokenArguments(const QString& audience, const TenantId& tenant);

/// The command with which a person signs in to the Azure CLI, for sh, PowerShell and cmd alike. Empty parameters, and
/// parameters that aren't plain, are left out.
///
/// @p audience becomes `--scope`: az then asks for exactly the token that CommKeys needs, and so does the tenant's
/// policy. @p claims (decoded JSON) becomes `--claims-challenge`, which az has from 2.76 on
/// (https://github.com/Azure/azure-cli/pull/31699).
[[nodiscard]] QString azureCliLogin(const TenantId& tenant, const QString& audience = {}, const QString& claims = {});

/// Notes @p command in @p error as what a person may run, for a button that copies it; it stands in the details, too.
void setLoginCommand(Error& error, const QString& command);

/// The command of setLoginCommand(); empty where there is none.
[[nodiscard]] QString loginCommandOf(const Error& error);

} // namespace CommKeys
