// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QString>

namespace CommKeys {

/// What other programs read a connection string from.
enum class KeyFormat {
    DotEnv,           ///< `COMMUNICATION_SERVICES_CONNECTION_STRING="…"` and a line end
    AppSettings,      ///< appsettings.json of .NET: an object with ConnectionStrings.CommunicationServices in it
    KubernetesSecret, ///< a manifest in YAML; `data`, in base64, under the same name as in DotEnv
};

/// The variable under which Microsoft's samples look for a connection string.
inline constexpr QStringView connectionStringVariable = u"COMMUNICATION_SERVICES_CONNECTION_STRING";

/// A connection string in @p format; empty when @p connectionString is. Whatever is in it reads back byte for byte: it
/// is quoted by dotEnvQuoted(), by QJsonDocument, or not at all in base64. @p resourceName names the Kubernetes object;
/// both keys of a resource give one object, so that applying the other one moves the applications over.
[[nodiscard]] Secret inFormat(KeyFormat format, const QString& resourceName, const Secret& connectionString);

/// A name that Kubernetes takes for an object (RFC 1123 label): small letters, digits and hyphens, at most 63, none of
/// the hyphens first or last. Everything else becomes a hyphen; nothing left: "communication-services".
[[nodiscard]] QString kubernetesName(const QString& resourceName);

} // namespace CommKeys
