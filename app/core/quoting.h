// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace CommKeys {

/// One word for a POSIX shell, which reads back exactly @p text. Text of letters, digits and `_ . / : = @ % + , -`
/// alone stands as it is, so that the word is good in every shell; all else stands in single quotes, each quote in it
/// as
/// `'\''`. Nothing is expanded. Text with a NUL cannot be a word of any shell: the NULs are left out.
/// Source: POSIX.1-2017, Shell Command Language, 2.2.2.
[[nodiscard]] QString shellQuoted(QStringView text);

/// One string for PowerShell, always in single quotes, each quote in it doubled; nothing is expanded. The four
/// typographic single quotes end a string there as the plain one does, so they are doubled too.
/// Source: about_Quoting_Rules; PowerShell's CharExtensions.IsSingleQuote.
[[nodiscard]] QString powerShellQuoted(QStringView text);

/// One value for a .env file, always in double quotes: `\`, `"`, `$` and a backtick have a backslash in front of them,
/// a line feed is `\n` and a carriage return `\r`, so that a value is one line. A POSIX shell reads back what has no
/// line end in it; readers of .env files know the escapes to different degrees, and all of them agree on what a
/// connection string consists of.
[[nodiscard]] QString dotEnvQuoted(QStringView text);

} // namespace CommKeys
