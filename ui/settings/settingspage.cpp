// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingspage.h"

#include "common/mnemonics.h"

#include <QFormLayout>
#include <QLabel>

#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QLabel* wrappedLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // As wide as a field; a label alone asks for little and becomes a column of words.
    QSizePolicy size(QSizePolicy::Expanding, QSizePolicy::Preferred);
    size.setHeightForWidth(true);
    label->setSizePolicy(size);
    return label;
}

/// True for what is pinned only together with the field above it.
bool belongsToFieldAbove(SettingKey key)
{
    return key == SettingKey::ArmEndpoint || key == SettingKey::ProxyHost || key == SettingKey::ProxyPort;
}

} // namespace

SettingsPage::SettingsPage(SettingsPolicy policy, QWidget* parent)
    : QWidget(parent)
    , m_policy(std::move(policy))
    , m_form(new QFormLayout(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

void SettingsPage::addRow(const QString& text, QWidget* field, SettingKey key)
{
    m_form->addRow(text, field);
    field->setAccessibleName(withoutMnemonic(text.chopped(1)));
    notePinned(field, key);
}

void SettingsPage::addRow(QWidget* field, SettingKey key)
{
    m_form->addRow(field);
    notePinned(field, key);
}

void SettingsPage::notePinned(QWidget* field, SettingKey key)
{
    if (!m_policy.pinned.contains(key)) {
        return;
    }
    field->setEnabled(false);
    const QString note = tr("Set by your administrator.");
    field->setAccessibleDescription(note);
    if (!belongsToFieldAbove(key)) {
        m_form->addRow({}, wrappedLabel(note, this));
    }
}

QLabel* SettingsPage::addProblem(const QString& objectName)
{
    QLabel* label = wrappedLabel({}, this);
    label->setObjectName(objectName);
    label->hide();
    m_form->addRow({}, label);
    return label;
}

void SettingsPage::addHint(const QString& text)
{
    m_form->addRow(wrappedLabel(text, this));
}

void SettingsPage::addSpace()
{
    m_form->addItem(new QSpacerItem(0, fontMetrics().height() / 2));
}

void SettingsPage::setOfUse(QWidget* field, SettingKey key, bool isOfUse)
{
    field->setEnabled(isOfUse && !m_policy.pinned.contains(key));
}

void SettingsPage::tell(QLabel& label, QWidget& field, const QString& problem)
{
    label.setText(problem);
    label.setVisible(!problem.isEmpty());
    if (field.isEnabled()) {
        field.setAccessibleDescription(problem);
    }
}

} // namespace CommKeys
