// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace CommKeys {

/// The names of Azure's public clouds, as the Azure CLI writes them. publicClouds() has a cloud for each.
[[nodiscard]] const QStringList& publicCloudNames();

/// @p text as the name of a public cloud is written, whatever the case of its letters. None: there is no such cloud.
[[nodiscard]] std::optional<QString> publicCloudName(const QString& text);

} // namespace CommKeys
