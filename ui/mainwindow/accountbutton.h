// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace CommKeys {

class Session;

/// Who is signed in, by initials and name, with a menu: change to another way in, or sign out.
class AccountButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget* parent);

    void showSession(const Session& session);

signals:
    void demoRequested();
    void azureCliRequested();
    void signOutRequested();

private:
    QAction* m_account;
    QAction* m_cloud;
    QAction* m_demo;
    QAction* m_azureCli;
};

/// "Avery Hart" out of "avery.hart@contoso.example"; @p account itself where it is no address.
[[nodiscard]] QString personName(const QString& account);

/// "AH" out of "Avery Hart": the first letters of the first and the last word, at most two.
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace CommKeys
