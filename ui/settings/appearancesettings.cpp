// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/appearancesettings.h"

#include "settings/language.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

AppearanceSettings::AppearanceSettings(const SettingsPolicy& policy, QWidget* parent)
    : SettingsPage(policy, parent)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
{
    // Not the same text in both: Qt on Linux tells screen readers a box's text as its name.
    //: The one that the desktop has
    m_language->addItem(tr("System language"), QString());
    for (const Language& language : languages()) {
        m_language->addItem(language.name, language.code);
    }
    //: The one that the desktop has
    m_theme->addItem(tr("System theme"), QVariant::fromValue(Theme::System));
    m_theme->addItem(tr("Light"), QVariant::fromValue(Theme::Light));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(Theme::Dark));
    addRow(tr("&Language:"), m_language, SettingKey::Language);
    addRow(tr("Th&eme:"), m_theme, SettingKey::Theme);
}

void AppearanceSettings::showValues(const Settings& settings)
{
    m_language->setCurrentIndex(std::max(m_language->findData(settings.language), 0));
    m_theme->setCurrentIndex(m_theme->findData(QVariant::fromValue(settings.theme)));
}

void AppearanceSettings::enterInto(Settings& settings) const
{
    settings.language = m_language->currentData().toString();
    settings.theme = m_theme->currentData().value<Theme>();
}

} // namespace CommKeys
