// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow/translations.h"

#include <QLocale>

namespace CommKeys {

/// English texts, and times as a British computer writes them, whatever the computer that runs the test is set to; for
/// as long as it lives.
class BritishEnglish
{
public:
    BritishEnglish()
    {
        m_translations.speak(QStringLiteral("en"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

private:
    Translations m_translations;
};

} // namespace CommKeys
