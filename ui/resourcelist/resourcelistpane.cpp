// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcelistpane.h"

#include "common/translated.h"
#include "resourcelist/emptystate.h"
#include "resourcelist/resourcefiltermodel.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"

#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

ResourceListPane::ResourceListPane(ResourceListModel& resources, QWidget* parent)
    : QWidget(parent)
    , m_resources(resources)
    , m_filter(new ResourceFilterModel(resources, this))
    , m_view(new ResourceListView(resources, *m_filter, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
{
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ResourceListPane::choosePage);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ResourceListPane::choosePage);
    connect(m_filter, &ResourceFilterModel::filterChanged, this, &ResourceListPane::choosePage);
    connect(m_empty, &EmptyState::actionRequested, this, &ResourceListPane::act);
    translated(this, [this] { choosePage(); });
}

void ResourceListPane::takeFocus()
{
    if (m_pages->currentWidget() == m_view) {
        m_view->setFocus();
    } else {
        setFocus();
    }
}

void ResourceListPane::setListing(bool listing)
{
    m_listing = listing;
    m_failed = m_failed && !listing;
    choosePage();
}

void ResourceListPane::setFailed(bool failed)
{
    m_failed = failed;
    choosePage();
}

void ResourceListPane::setHasExcluded(bool hasExcluded)
{
    m_hasExcluded = hasExcluded;
    choosePage();
}

void ResourceListPane::choosePage()
{
    if (m_filter->rowCount() > 0) {
        m_pages->setCurrentWidget(m_view);
        if (hasFocus()) {
            m_view->setFocus();
        }
        return;
    }
    if (m_resources.rowCount() > 0) {
        explain(Empty::Filtered);
    } else if (m_listing) {
        explain(Empty::Listing);
    } else {
        explain(m_failed ? Empty::Failed : Empty::Nothing);
    }
    m_pages->setCurrentWidget(m_empty);
}

void ResourceListPane::explain(Empty reason)
{
    m_reason = reason;
    switch (reason) {
    case Empty::Listing:
        m_empty->present(u"search"_s, tr("Looking for resources…"), {}, {});
        break;
    case Empty::Failed:
        m_empty->present(u"cloud"_s, tr("The resources could not be listed"), {}, tr("Try again"));
        break;
    case Empty::Nothing:
        m_empty->present(
            u"cloud"_s, tr("No Communication Services resources"),
            m_hasExcluded
                ? tr("The tenants that are listed have none. Other tenants are excluded in the settings.")
                : tr("This account can't see one in any subscription. A new resource can take a few minutes to appear: "
                     "choose its subscription in the filter, then refresh. Otherwise create one in the Azure portal, "
                     "or "
                     "ask for the Reader role on its subscription."),
            tr("Refresh"));
        break;
    case Empty::Filtered:
        m_empty->present(u"filter"_s, tr("No resource matches the filter"),
                         tr("It looks in names, resource groups, subscriptions, locations, host names and tags."),
                         tr("Clear filter"));
        break;
    }
}

void ResourceListPane::act()
{
    if (m_reason == Empty::Filtered) {
        emit clearFilterRequested();
    } else {
        emit refreshRequested();
    }
}

} // namespace CommKeys
