// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace CommKeys {

/// A language that there is a translation for.
struct Language
{
    QString code; ///< as Settings::language has it
    QString name; ///< in itself, for whoever cannot read the one that the window speaks
};

[[nodiscard]] const QList<Language>& languages();

/// True for the code of one of languages().
[[nodiscard]] bool isLanguage(const QString& code);

} // namespace CommKeys
