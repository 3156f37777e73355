// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace CommKeys {

void installTranslations(QCoreApplication& application)
{
    struct Source
    {
        QLocale locale;
        QString name;
        QString folder;
    };
    const QString ours = u":/translations"_s;
    // The one that is installed last is asked first.
    const Source sources[] = {
        {QLocale(QLocale::English), u"commkeys"_s, ours},
        {QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QLocale(), u"commkeys"_s, ours},
    };
    for (const Source& source : sources) {
        auto* translator = new QTranslator(&application);
        if (translator->load(source.locale, source.name, u"_"_s, source.folder)) {
            QCoreApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    }
}

} // namespace CommKeys
