// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QWidget;

namespace CommKeys {

/// Makes every view in @p window and in the dialogs above it forget its secrets: each SecretHolder, and then every
/// ResourceKeys and SecretField, whether or not its view is a SecretHolder.
void forgetSecretsIn(QWidget& window, const QString& why);

} // namespace CommKeys
