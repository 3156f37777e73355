// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settingspolicy.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace CommKeys {

/// One page of the settings: shows its part of them, and gives back what was entered. What an administrator has pinned
/// is disabled and says so.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    virtual void showValues(const Settings& settings) = 0;
    /// Writes the page's own part into @p settings; of use where isValid().
    virtual void enterInto(Settings& settings) const = 0;
    /// False while something on the page makes no sense; the page says what.
    [[nodiscard]] virtual bool isValid() const { return true; }

signals:
    /// Something was entered that isValid() may depend on, or there is more or less to show.
    void changed();

protected:
    SettingsPage(SettingsPolicy policy, QWidget* parent);

    /// @p text is the label, with its mnemonic and a colon at the end; without the two it is the field's name.
    void addRow(const QString& text, QWidget* field, SettingKey key);
    /// For a field that has its label in itself.
    void addRow(QWidget* field, SettingKey key);
    /// A hidden line under the field that was added last, for tell().
    [[nodiscard]] QLabel* addProblem(const QString& objectName);
    /// A sentence or two over the whole width.
    void addHint(const QString& text);
    void addSpace();

    /// Disables @p field unless it is of use now and the person's to change.
    void setOfUse(QWidget* field, SettingKey key, bool isOfUse);
    /// Shows @p problem under @p field; nothing, where it is empty.
    static void tell(QLabel& label, QWidget& field, const QString& problem);

private:
    void notePinned(QWidget* field, SettingKey key);

    const SettingsPolicy m_policy;
    QFormLayout* m_form;
};

} // namespace CommKeys
