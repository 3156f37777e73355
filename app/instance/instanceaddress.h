// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace CommKeys {

/// Where the first start with the settings of @p folder is reached, for QLocalServer: made of the application's id, the
/// person's home and the folder, so that other people, other folders and other programs have other ones. On Unix a
/// socket in a folder that only this person may enter (QStandardPaths::RuntimeLocation); on Windows the name of a pipe.
[[nodiscard]] QString instanceAddress(const QString& folder);

/// Lets the program that this one is about to talk to bring its window to the front. Only the one that a person has
/// just started may do so by itself, which is an idea of Windows; elsewhere nothing.
void letOthersComeToTheFront();

} // namespace CommKeys
