// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/translations.h"

#include "settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString english = u"en"_s;
const QString simplifiedChinese = u"zh_CN"_s;

// Dates and numbers as the person's system writes them, in the words of the language that is shown.
QLocale localeFor(const QString& language)
{
    const QLocale system = QLocale::system();
    const QLocale spoken(language);
    if (system.language() == QLocale::C || system.language() == spoken.language()) {
        return system;
    }
    return {spoken.language(), spoken.script(), system.territory()};
}

} // namespace

Translations::Translations(QObject* parent) : QObject(parent) {}

Translations::~Translations()
{
    uninstallAll();
}

void Translations::speak(const QString& language)
{
    const bool isChosen = isLanguage(language);
    const QString next = isChosen ? language : bestLanguage(QLocale::system().uiLanguages());
    const QLocale system = QLocale::system();
    QLocale::setDefault(isChosen && system.language() == QLocale::C ? QLocale(next) : localeFor(next));
    if (next == m_language) {
        return;
    }
    uninstallAll();
    m_language = next;
    // The one that is installed last is asked first. English is below all, for its plurals.
    install(u"commkeys_"_s + english);
    install(u"qtbase_"_s + m_language);
    if (m_language != english) {
        install(u"commkeys_"_s + m_language);
    }
}

void Translations::install(const QString& name)
{
    // Qt's own are in the program where they were at hand when it was built.
    for (const QString& folder : {u":/translations"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder)) {
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
            return;
        }
    }
}

void Translations::uninstallAll()
{
    for (const std::unique_ptr<QTranslator>& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
}

QString bestLanguage(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        const QLocale locale(name);
        if (locale.language() == QLocale::English) {
            return english;
        }
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript) {
            return simplifiedChinese;
        }
    }
    return english;
}

} // namespace CommKeys
