// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/account.h"

#include <QPushButton>

class QActionGroup;

namespace CommKeys {

class Session;

/// Who is signed in, by initials and name, with a menu: change to another account or way in, or sign out.
class AccountButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget* parent);

    void showSession(const Session& session);

signals:
    void accountRequested(const CommKeys::Account& account);
    void anotherAccountRequested();
    void demoRequested();
    void azureCliRequested();
    void signOutRequested();

private:
    void showAccounts(const Session& session);

    QActionGroup* m_accounts; ///< everybody whom the session's identity knows; empty with the Azure CLI
    QAction* m_account;       ///< whoever is signed in where there is no such list
    QAction* m_cloud;
    QAction* m_another;
    QAction* m_demo;
    QAction* m_azureCli;
    QAction* m_signOut;
};

/// "Avery Hart" out of "avery.hart@contoso.example"; @p account itself where it is no address.
[[nodiscard]] QString personName(const QString& account);

/// "AH" out of "Avery Hart": the first letters of the first and the last word, at most two.
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace CommKeys
