// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

namespace CommKeys {

class AccountButton;
class FilterBar;
class ResourceFilterModel;
class Session;

/// The window's tool bar: refresh, the filter, the mark of the demo, and who is signed in.
class WindowToolBar final : public QToolBar
{
    Q_OBJECT

public:
    /// Both outlive this.
    WindowToolBar(QAction& refresh, ResourceFilterModel& filtered, QWidget* parent);

    void showSession(const Session& session);

    [[nodiscard]] FilterBar& filter() const { return *m_filter; }
    [[nodiscard]] AccountButton& account() const { return *m_account; }

private:
    FilterBar* m_filter;
    AccountButton* m_account;
    QAction* m_demoMark;
};

} // namespace CommKeys
