// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace CommKeys {

/// Makes the program speak: English with its plurals, and over it the language of the person's locale where there is a
/// translation, for our texts and for Qt's own. Call it before the first widget is made.
void installTranslations(QCoreApplication& application);

} // namespace CommKeys
