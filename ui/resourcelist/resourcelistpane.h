// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QStackedLayout;

namespace CommKeys {

class EmptyState;
class ResourceFilterModel;
class ResourceListModel;
class ResourceListView;

/// The list of resources, or, where there is none to show, why and what to do next.
class ResourceListPane final : public QWidget
{
    Q_OBJECT

public:
    ResourceListPane(ResourceListModel& resources, QWidget* parent);

    [[nodiscard]] ResourceListView& view() const { return *m_view; }
    [[nodiscard]] ResourceFilterModel& filter() const { return *m_filter; }

    /// Puts the keyboard into the list, now or, unless it has gone elsewhere by then, when there is one.
    void takeFocus();

    /// While a listing runs, an empty list is not yet a list of nothing.
    void setListing(bool listing);
    /// A listing has ended in an error: the list is empty because of that.
    void setFailed(bool failed);
    /// The listing did not ask every tenant.
    void setHasExcluded(bool hasExcluded);

signals:
    void clearFilterRequested();
    void refreshRequested();

private:
    enum class Empty { Listing, Failed, Nothing, Filtered };

    void choosePage();
    void explain(Empty reason);
    void act();

    ResourceListModel& m_resources;
    ResourceFilterModel* m_filter;
    ResourceListView* m_view;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    Empty m_reason = Empty::Nothing;
    bool m_listing = false;
    bool m_failed = false;
    bool m_hasExcluded = false;
};

} // namespace CommKeys
