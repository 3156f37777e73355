// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace CommKeys {

/// The language of everything that is shown: our texts, Qt's own, numbers, dates and plurals. It can be changed at any
/// time; widgets are told by QEvent::LanguageChange (see common/translated.h). Nothing is left behind at the end.
class Translations final : public QObject
{
    Q_OBJECT

public:
    explicit Translations(QObject* parent = nullptr);
    ~Translations() override;

    /// @p language: the code of one of languages(); empty, or one that there is no translation for: the system's.
    void speak(const QString& language);

    /// The code of what is spoken.
    [[nodiscard]] QString language() const { return m_language; }

private:
    void install(const QString& name);
    void uninstallAll();

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

/// The first of @p wanted (as QLocale::uiLanguages() names them, the dearest first) that there is a translation for;
/// "en" where there is none. Chinese in traditional letters is another language than zh_CN.
[[nodiscard]] QString bestLanguage(const QStringList& wanted);

} // namespace CommKeys
